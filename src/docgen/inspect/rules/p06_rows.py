"""P06: a full page has 22 rows."""

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from docgen.inspect.deviation import Deviation
from docgen.inspect.document.model import Paragraph, Section
from docgen.inspect.elements import Element
from docgen.inspect.pages.view import PageSeen
from docgen.inspect.rule import Rule, Strength
from docgen.inspect.seen import Seen
from docgen.inspect.upright import is_judged, is_judged_on_pages, upright_sections
from docgen.inspect.usual import text_paragraphs
from docgen.layout.gbt9704 import TWIPS_PER_MM

RULE = Rule(
    "P06",
    "5.2.3",
    Strength.USUAL,
    "每面22行",
    "一般每面排22行，并撑满版心。用Word时，行距设为固定值28.95磅（不能是29磅，29磅每面只有21行），段前、段后为0。",
)
_PARAGRAPH_GAP_TWIPS = 60
_SINGLE = 240
_NATURAL_SHARE = 1.3  # the height of a line of type without any setting, in its sizes
_FULL_ROWS_MIN = 15
_STEPS_MIN = 3
_GAP_MM = 1.0
_TEXT = (Element.BODY, Element.HEADING1, Element.HEADING2, Element.HEADING3, Element.HEADING4)
_PITCH_MM = (9.75, 10.55)  # 22 rows by either reading; narrower or wider ones make 23 or 21


def in_document(seen: Seen) -> Iterator[Deviation]:
    if not is_judged(seen) or not upright_sections(seen):
        return
    section, text = upright_sections(seen)[0], text_paragraphs(seen)
    pitches = Counter(pitch for one in text if (pitch := _pitch_twips(one, section)))
    if not pitches:
        return
    pitch_twips = pitches.most_common(1)[0][0]
    height_twips = seen.profile.text_height_twips + _shift_twips(seen)
    rows = int(height_twips / pitch_twips + 1e-6)
    if rows != seen.numbers.rows_per_page:
        yield _deviation(seen, rows, f"{pitch_twips / 20:g}磅的行距，每面排{rows}行")
    else:
        yield from _gaps(text)


def _shift_twips(seen: Seen) -> float:
    return (seen.numbers.text_height_mm - 225.0) * TWIPS_PER_MM


def _pitch_twips(paragraph: Paragraph, section: Section) -> float:
    """From one row to the next; 0 where nobody can tell."""
    spacing, size_twips = paragraph.spacing, paragraph.main_run.size_pt * 20
    has_grid = section.grid in ("lines", "linesAndChars", "snapToChars") and section.pitch_twips > 0
    natural = size_twips * _NATURAL_SHARE
    if spacing.line_rule == "exact":
        return float(spacing.line_twips)
    if not has_grid or not paragraph.snap_to_grid:
        return (
            float(spacing.line_twips)
            if spacing.line_rule == "atLeast" and spacing.line_twips > natural
            else 0.0
        )
    if spacing.line_rule == "auto" and spacing.line_twips != _SINGLE:
        return section.pitch_twips * spacing.line_twips / _SINGLE
    return float(section.pitch_twips) if natural < section.pitch_twips else 0.0


def _gaps(text: list[Paragraph]) -> Iterator[Deviation]:
    """Space before or after most paragraphs takes rows from the page."""
    spaced = [one for one in text if _gap_twips(one) > _PARAGRAPH_GAP_TWIPS]
    if len(spaced) * 2 > len(text):
        yield _spaced(f"{max(_gap_twips(one) for one in spaced) / 20:g}磅")


def _spaced(gap: str) -> Deviation:
    told = f"正文各段之间另空了{gap}，每面排不满22行"
    return Deviation(RULE, told, "请把正文的段前、段后间距都设为0", "0磅", gap)


def _gap_twips(paragraph: Paragraph) -> int:
    return max(paragraph.spacing.before_twips, paragraph.spacing.after_twips)


def on_pages(seen: Seen) -> Iterator[Deviation]:
    """By the distance of rows in the paragraphs; then by counting the rows of pages that text fills."""
    if not is_judged_on_pages(seen) or seen.pages is None:
        return
    pitch_mm = _pitch_mm(seen)
    if pitch_mm and not _PITCH_MM[0] <= pitch_mm <= _PITCH_MM[1]:
        rows = int(seen.numbers.text_height_mm / pitch_mm)
        yield _deviation(seen, rows, f"行距是{pitch_mm / 25.4 * 72:.1f}磅，每面排{rows}行")
        return
    gap_mm = _gap_mm(seen, pitch_mm)
    if gap_mm:
        yield _spaced(f"{gap_mm / 25.4 * 72:.0f}磅")
        return
    for page, following in pairwise(seen.pages.pages[1:]):
        rows = _rows(page)
        is_whole = rows >= _FULL_ROWS_MIN and following.rows and _is_full(seen, page)
        if is_whole and rows != seen.numbers.rows_per_page:
            yield _deviation(seen, rows, f"第{page.number}页排了{rows}行", page.number)
            return


def _pitch_mm(seen: Seen) -> float:
    """The usual distance of rows within a paragraph; 0 for too few."""
    if (seen.numbers.rows_per_page, seen.numbers.text_height_mm) != (22, 225.0):
        return 0.0
    blocks = seen.blocks(Element.BODY, Element.HEADING3, Element.HEADING4)
    steps = sorted(
        after.baseline_mm - before.baseline_mm for block in blocks for before, after in pairwise(block.lines)
    )
    return steps[len(steps) // 2] if len(steps) >= _STEPS_MIN else 0.0


def _gap_mm(seen: Seen, pitch_mm: float) -> float:
    """What most paragraphs keep from the one above besides a row, but less than an empty row; 0 for none."""
    blocks = seen.blocks(*_TEXT)
    gaps = sorted(
        after.lines[0].baseline_mm - before.lines[-1].baseline_mm - pitch_mm
        for before, after in pairwise(blocks)
        if pitch_mm and after.number == before.number + 1 and after.page == before.page
    )
    usual = gaps[len(gaps) // 2] if len(gaps) >= _STEPS_MIN else 0.0
    return usual if _GAP_MM < usual < pitch_mm / 2 + _GAP_MM else 0.0


def _rows(page: PageSeen) -> int:
    """Rows one pitch apart; a page with other gaps is not judged."""
    baselines = [line.baseline_mm for line in page.rows]
    steps = [after - before for before, after in pairwise(baselines)]
    if not page.is_readable or not steps or max(steps) > 1.15 * min(steps):
        return 0
    return len(baselines)


def _is_full(seen: Seen, page: PageSeen) -> bool:
    pitch_mm = page.rows[1].baseline_mm - page.rows[0].baseline_mm
    bottom_mm = seen.numbers.text_bottom_mm
    return page.rows[-1].baseline_mm + pitch_mm > bottom_mm - 1.0


def _deviation(seen: Seen, rows: int, message: str, page: int = 0) -> Deviation:
    wanted = seen.numbers.rows_per_page
    remedy = (
        "请把正文的行距设为固定值28.95磅，段前、段后设为0"
        if wanted == 22
        else f"请调整行距，使每面排{wanted}行"
    )
    return Deviation(RULE, message, remedy, f"{wanted}行", f"{rows}行", page=page)
