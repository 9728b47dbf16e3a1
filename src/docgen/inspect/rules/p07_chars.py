"""P07: a full row has 28 characters."""

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from docgen.inspect.deviation import Deviation
from docgen.inspect.document.model import Paragraph, Section
from docgen.inspect.elements import Element
from docgen.inspect.lettering import TextLine, is_han
from docgen.inspect.manner import visible
from docgen.inspect.rule import Rule, Strength
from docgen.inspect.seen import Seen
from docgen.inspect.upright import is_judged, is_judged_on_pages, upright_sections
from docgen.inspect.usual import text_paragraphs
from docgen.layout.gbt9704 import TWIPS_PER_MM

RULE = Rule(
    "P07",
    "5.2.3",
    Strength.USUAL,
    "每行28字",
    "一般每行排28个字，并撑满版心。3号字28个比版心宽2毫米，用Word时，字符间距紧缩0.25磅即可；"
    "没有紧缩的每行排27字，多数单位不计较，本程序也不指出。",
)
# 27 of 3号 without any spacing are 27.6 cells wide: what every program makes of a plain page.
_LEAST_SHORT, _MOST_OVER = 0.8, 0.99
_GRIDS = ("linesAndChars", "snapToChars")
_CHAR_SPACE_UNITS = 204.8  # of w:charSpace to a twip
_TEXT = (Element.BODY, Element.HEADING3, Element.HEADING4)
_ROWS_MIN, _STEPS_MIN = 4, 60
_SIZE_SLACK_PT = 0.3
_SURE_SHORT = 1.5
_LEAST = 18  # LibreOffice sets 14 in a row of a character grid that Word sets 28 in


def in_document(seen: Seen) -> Iterator[Deviation]:
    if seen.document is None or not is_judged(seen) or not upright_sections(seen):
        return
    advances = Counter[float]()
    for one in text_paragraphs(seen):
        for run in visible(one.runs):
            advances[_advance_twips(seen, one, run.size_pt, run.spacing_twips, run.scale_percent)] += len(
                run.text
            )
    if not advances or not advances.most_common(1)[0][0] > 0:
        return
    count = seen.numbers.text_width_mm * TWIPS_PER_MM / advances.most_common(1)[0][0]
    wanted = seen.numbers.chars_per_row
    if not wanted - _LEAST_SHORT <= count <= wanted + _MOST_OVER:
        yield _deviation(wanted, int(count + 1e-6), f"按字号和字符间距，每行排{int(count + 1e-6)}字")


def _advance_twips(
    seen: Seen, paragraph: Paragraph, size_pt: float, spacing_twips: int, percent: int
) -> float:
    """From one character to the next. Another size than 3号 is P05's, and is counted as 3号."""
    size_twips = seen.numbers.body_size_pt * 20 * percent / 100 + spacing_twips
    section = _section_of(seen, paragraph)
    if section.grid not in _GRIDS or not paragraph.snap_to_grid or not section.char_space:
        return size_twips
    cell = (
        seen.document.normal.size_pt * 20 if seen.document else size_twips
    ) + section.char_space / _CHAR_SPACE_UNITS
    return cell + spacing_twips if abs(cell - size_twips) < size_twips / 4 else size_twips


def _section_of(seen: Seen, paragraph: Paragraph) -> Section:
    sections = seen.document.sections if seen.document else ()
    return sections[min(paragraph.section, len(sections) - 1)]


def on_pages(seen: Seen) -> Iterator[Deviation]:
    """Rows in the middle of paragraphs; punctuation and digits let single rows hold more or less."""
    if not is_judged_on_pages(seen):
        return
    cell_mm, left_mm = seen.numbers.cell_mm, seen.numbers.left_mm
    widths = [
        line.width_in_cells + max(0.0, round((line.cells.left_mm - left_mm) / cell_mm))
        for block in seen.blocks(*_TEXT)
        for line in block.lines[:-1]
        if not _has_latin(line)
    ]
    if len(widths) < _ROWS_MIN:
        return
    advance_mm = _advance_mm(seen)
    if 0 < advance_mm < seen.numbers.text_width_mm / (seen.numbers.chars_per_row + _MOST_OVER):
        count = seen.numbers.text_width_mm / advance_mm
        yield _deviation(seen.numbers.chars_per_row, int(count), f"字距紧缩过多，每行排{int(count)}字")
        return
    usual, wanted = sorted(widths)[len(widths) // 2], seen.numbers.chars_per_row
    if _LEAST <= usual <= wanted - _SURE_SHORT or usual >= wanted + _SURE_SHORT:
        yield _deviation(wanted, round(usual), f"整行多数排{usual:g}字")


def _has_latin(line: TextLine) -> bool:
    """Whether digits or letters stand in it, which every program gives a width of its own."""
    return any(char.text.isascii() and not char.text.isspace() for char in line.chars)


def _advance_mm(seen: Seen) -> float:
    """From one Han character to the next in most of the text of the body's size; 0 for too little text."""
    steps = sorted(
        after.cell.left_mm - before.cell.left_mm
        for block in seen.blocks(*_TEXT)
        for line in block.lines
        for before, after in pairwise(line.chars)
        if is_han(before.text)
        and is_han(after.text)
        and abs(before.size_pt - seen.numbers.body_size_pt) < _SIZE_SLACK_PT
    )
    return steps[len(steps) // 2] if len(steps) >= _STEPS_MIN else 0.0


def _deviation(wanted: int, count: int, message: str) -> Deviation:
    remedy = f"请用3号字，字符间距紧缩0.25磅，使每行排{wanted}字"
    return Deviation(RULE, message, remedy, f"{wanted}字", f"{count}字")
