"""P03: 订口 is 28 mm."""

from collections.abc import Iterator
from statistics import median

from docgen.inspect.deviation import Deviation
from docgen.inspect.rule import Rule, Strength
from docgen.inspect.seen import Seen
from docgen.inspect.telling import mm
from docgen.inspect.upright import upright_sections
from docgen.layout.gbt9704 import TWIPS_PER_MM

RULE = Rule(
    "P03", "5.2.1", Strength.MUST, "订口28 mm", "公文用纸订口（左白边）为28 mm±1 mm，装订线宽计算在内。"
)
_ROWS_MIN = 4
_NEAR_MM = 12.0


def in_document(seen: Seen) -> Iterator[Deviation]:
    if seen.document is None or not seen.format.is_official:
        return
    for section in upright_sections(seen):
        left_mm = (section.left_twips + section.gutter_twips) / TWIPS_PER_MM
        if abs(left_mm - seen.numbers.left_mm) > seen.tolerance_mm(RULE):
            yield _deviation(seen, f"订口（左边距与装订线）是{mm(left_mm)}", left_mm)
            return


def on_pages(seen: Seen) -> Iterator[Deviation]:
    """Rows that go on from the row above begin at the text area's edge."""
    if seen.pages is None or seen.document is not None or not seen.format.is_official:
        return
    starts = [
        line.cells.left_mm
        for block in seen.pages.blocks
        for line in block.lines[1:]
        if line.width_in_cells > seen.numbers.chars_per_row * 0.9
    ]
    if len(starts) < _ROWS_MIN:
        return
    left_mm = median(starts)
    off_mm = abs(left_mm - seen.numbers.left_mm)
    if seen.tolerance_mm(RULE) < off_mm < _NEAR_MM:
        yield _deviation(seen, f"正文各行从距纸边{mm(left_mm)}处开始", left_mm)


def _deviation(seen: Seen, message: str, left_mm: float) -> Deviation:
    wanted = seen.numbers.left_mm
    return Deviation(
        RULE,
        message,
        f"请在“页面设置”中把左边距设为{wanted / 10:g}厘米、装订线设为0",
        mm(wanted),
        mm(left_mm),
    )
