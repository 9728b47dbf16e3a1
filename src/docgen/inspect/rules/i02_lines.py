"""I02: the imprint's lines are as wide as the text area, first and last thick, the others thin."""

from collections.abc import Iterator, Sequence

from docgen.inspect.asking import is_at
from docgen.inspect.deviation import Deviation
from docgen.inspect.document.model import Document, Paragraph
from docgen.inspect.elements import Element, Format
from docgen.inspect.geometry import Rule as Line
from docgen.inspect.imprint import Imprint, imprint_of
from docgen.inspect.rule import Rule, Strength
from docgen.inspect.seen import Seen
from docgen.inspect.telling import at_block, at_paragraph

RULE = Rule(
    "I02",
    "7.4.1",
    Strength.MUST,
    "版记的分隔线",
    "版记中的分隔线与版心等宽，首条分隔线和末条分隔线用粗线（推荐高度为0.35毫米），中间的分隔线用细线（推荐高度为0.25毫米）。",
)
_FORMATS = (Format.ORDINARY, Format.UPWARD, Format.MINUTES)
_THICKNESS_MM = 0.1
_TWO = 2


def in_document(seen: Seen) -> Iterator[Deviation]:
    rows = seen.paragraphs(Element.COPY_TO, Element.IMPRINT)
    if seen.format not in _FORMATS or seen.document is None or not rows or seen.pages is not None:
        return
    if not seen.paragraphs(Element.IMPRINT) or _has_lines(seen.document, rows):
        return
    yield at_paragraph(RULE, rows[0], "版记没有分隔线", "请在版记上下加与版心等宽的分隔线", "分隔线", "没有")


def _has_lines(document: Document, rows: Sequence[Paragraph]) -> bool:
    near = document.paragraphs[max(0, rows[0].number - 3) : rows[-1].number + 2]
    borders = [border for paragraph in near for border in (paragraph.top_border, paragraph.bottom_border)]
    tables = {paragraph.table for paragraph in rows} - {0}
    borders += [line for table in document.tables if table.number in tables for line in table.lines]
    return any(border is not None for border in borders) or bool(document.drawings)


def on_pages(seen: Seen) -> Iterator[Deviation]:
    imprint = imprint_of(seen)
    if imprint is None or seen.format not in _FORMATS or not seen.blocks(Element.IMPRINT):
        return
    if len(imprint.lines) < _TWO:
        told = "版记没有分隔线" if not imprint.lines else "版记只有一条分隔线"
        yield at_block(RULE, imprint.blocks[0], told, "请在版记上下各加一条与版心等宽的粗线", "首末两条粗线")
        return
    missing = _missing(seen, imprint)
    if missing:
        told, remedy = f"版记没有{missing}分隔线", f"请加上与版心等宽的{missing}分隔线，用粗线"
        yield at_block(RULE, imprint.blocks[0], told, remedy, "首末两条粗线", f"缺{missing}")
    yield from _widths(seen, imprint)
    yield from _thicknesses(seen, imprint)


def _missing(seen: Seen, imprint: Imprint) -> str:
    """首条 or 末条 where there is none; LibreOffice may cut off the last one with the end of its box."""
    if imprint.lines[0].box.top_mm > imprint.blocks[0].ink.top_mm:
        return "首条"
    is_ours = seen.pages is not None and seen.pages.is_ours and seen.document is not None
    is_last_above = imprint.lines[-1].box.bottom_mm < imprint.blocks[-1].ink.bottom_mm
    return "末条" if is_last_above and not is_ours else ""


def _widths(seen: Seen, imprint: Imprint) -> Iterator[Deviation]:
    left, right = seen.numbers.left_mm, seen.numbers.text_right_mm
    tolerance = seen.tolerance_mm(RULE)
    for line in imprint.lines:
        if not (is_at(line.box.left_mm, left, tolerance) and is_at(line.box.right_mm, right, tolerance)):
            found = f"{line.box.left_mm:.1f} 至 {line.box.right_mm:.1f} 毫米"
            told = f"版记分隔线从{found}，与版心不等宽"
            expected = f"{left:g} 至 {right:g} 毫米"
            yield at_block(
                RULE, imprint.blocks[0], told, "请使分隔线与版心等宽", expected, found, box_mm=line.box
            )
            return


def _thicknesses(seen: Seen, imprint: Imprint) -> Iterator[Deviation]:
    numbers, lines = seen.numbers, imprint.lines
    ends, inner = (lines[0], lines[-1]), lines[1:-1]
    for line, wanted, label in (
        *((line, numbers.imprint_thick_mm, "首末分隔线") for line in ends),
        *((line, numbers.imprint_thin_mm, "中间的分隔线") for line in inner),
    ):
        if not is_at(line.thickness_mm, wanted, _THICKNESS_MM):
            yield _told(imprint, line, wanted, label)
            return
    if inner and min(line.thickness_mm for line in ends) <= max(line.thickness_mm for line in inner) + 0.02:
        yield _told(imprint, ends[0], numbers.imprint_thick_mm, "首末分隔线")


def _told(imprint: Imprint, line: Line, wanted_mm: float, label: str) -> Deviation:
    told = f"版记{label}粗 {line.thickness_mm:.2f} 毫米"
    found, expected = f"{line.thickness_mm:.2f} 毫米", f"{wanted_mm:g} 毫米"
    return at_block(
        RULE, imprint.blocks[0], told, f"请改为 {expected}", expected, found, Strength.ADVISED, line.box
    )
