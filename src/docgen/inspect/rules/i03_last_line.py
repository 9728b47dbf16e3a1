"""I03: the last line of the imprint lies on the lower edge of the text area."""

from collections.abc import Iterator

from docgen.inspect.asking import is_at
from docgen.inspect.deviation import Deviation
from docgen.inspect.elements import Element, Format
from docgen.inspect.imprint import imprint_of
from docgen.inspect.rule import Rule, Strength
from docgen.inspect.seen import Seen
from docgen.inspect.telling import at_block

RULE = Rule(
    "I03",
    "7.4.1",
    Strength.MUST,
    "版记末条分隔线",
    "版记末条分隔线与公文最后一面的版心下边缘重合（距纸上边262毫米）。",
)


def on_pages(seen: Seen) -> Iterator[Deviation]:
    imprint = imprint_of(seen)
    if imprint is None or seen.format is Format.LETTER or not imprint.lines or not seen.format.is_official:
        return
    last, wanted = imprint.lines[-1], seen.numbers.imprint_bottom_mm
    if _floats(seen):
        return
    if not seen.blocks(Element.IMPRINT) or last.box.top_mm < imprint.blocks[-1].ink.centre_y_mm:
        return  # there is no last line: I02 says so
    if not is_at(last.box.bottom_mm, wanted, seen.tolerance_mm(RULE)):
        off = last.box.bottom_mm - wanted
        told = f"版记末条分隔线比版心下边缘{'低' if off > 0 else '高'} {abs(off):.1f} 毫米"
        remedy = "请把版记放到版心最下面，使末条分隔线与版心下边缘重合"
        found, expected = f"{last.box.bottom_mm:.1f} 毫米", f"{wanted:g} 毫米"
        yield at_block(RULE, imprint.blocks[-1], told, remedy, expected, found, box_mm=last.box)


def _floats(seen: Seen) -> bool:
    """Whether 版记 is anchored as LibreOffice does not follow: it lays it out in the flow."""
    if seen.document is None or seen.pages is None or not seen.pages.is_ours:
        return False
    rows = seen.paragraphs(Element.COPY_TO, Element.IMPRINT)
    tables = {one.table for one in rows} - {0}
    floating = {table.number for table in seen.document.tables if table.is_floating}
    return bool(tables & floating) or any(one.frame_top_mm is not None for one in rows)
