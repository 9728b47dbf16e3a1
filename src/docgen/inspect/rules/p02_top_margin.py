"""P02: 天头 is 37 mm (or 34.58 mm, where rows are measured from ink to ink)."""

from collections.abc import Iterator

from docgen.inspect.deviation import Deviation
from docgen.inspect.elements import Element
from docgen.inspect.pages.view import PageBlock
from docgen.inspect.rule import Rule, Strength
from docgen.inspect.seen import Seen
from docgen.inspect.telling import mm
from docgen.inspect.upright import upright_sections
from docgen.layout.gbt9704 import TOP, TWIPS_PER_MM
from docgen.layout.profile import GLYPH, SETUP

RULE = Rule(
    "P02",
    "5.2.1",
    Strength.MUST,
    "天头37 mm",
    "公文用纸天头（上白边）为37 mm±1 mm。按字面量的，页面设置的上边距为34.58 mm，也算对。",
)
_ROW_MM = 10.22
_DROP_MAX_MM = 3.5  # the ink of a row begins so far below its line box at most


def in_document(seen: Seen) -> Iterator[Deviation]:
    if seen.document is None or not seen.format.is_official:
        return
    for section in upright_sections(seen):
        top_mm = section.top_twips / TWIPS_PER_MM
        if all(abs(top_mm - wanted) > seen.tolerance_mm(RULE) for wanted in _wanted_mm(seen)):
            yield Deviation(
                RULE,
                f"天头（上边距）是{mm(top_mm)}",
                f"请在“页面设置”中把上边距设为{seen.numbers.top_mm / 10:g}厘米",
                mm(seen.numbers.top_mm),
                mm(top_mm),
            )
            return


def _wanted_mm(seen: Seen) -> tuple[float, float]:
    """The top margins of the two readings, moved with the unit's own number."""
    shift = seen.numbers.top_mm - TOP.mm
    return SETUP.top_twips / TWIPS_PER_MM + shift, GLYPH.top_twips / TWIPS_PER_MM + shift


def on_pages(seen: Seen) -> Iterator[Deviation]:
    if seen.pages is None or seen.document is not None or not seen.format.is_official:
        return
    tops = {block.page: block.ink.top_mm for block in _continued(seen)}
    if not tops:
        return
    page, top_mm = min(tops.items(), key=lambda item: item[1])
    least, most = seen.numbers.top_mm, seen.numbers.top_mm + _DROP_MAX_MM
    slack = seen.tolerance_mm(RULE)
    # The page may begin with an empty row or two.
    if not any(least - slack <= top_mm - blanks * _ROW_MM <= most + slack for blanks in range(3)):
        yield Deviation(
            RULE,
            f"第{page}页首行字的上边缘距纸边{mm(top_mm)}",
            f"请把上边距设为{seen.numbers.top_mm / 10:g}厘米",
            f"{mm(least)}至{mm(most)}",
            mm(top_mm),
            page=page,
        )


def _continued(seen: Seen) -> list[PageBlock]:
    """The blocks that begin an upright page in the middle of a paragraph: nothing empty stands above."""
    pages = seen.pages.pages if seen.pages else ()
    blocks = seen.blocks(Element.BODY)
    return [
        block
        for block in blocks
        if block.page > 1
        and pages[block.page - 1].width_mm < pages[block.page - 1].height_mm
        and pages[block.page - 1].rows[:1] == block.lines[:1]
        and block.lines[0].cells.left_mm < seen.numbers.left_mm + seen.numbers.cell_mm
    ]
