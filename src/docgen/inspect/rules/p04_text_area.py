"""P04: 版心 is 156 mm by 225 mm: what 订口 and 天头 leave, with 切口 and 下白边 right."""

from collections.abc import Iterator
from statistics import median

from docgen.inspect.deviation import Deviation
from docgen.inspect.rule import Rule, Strength
from docgen.inspect.seen import Seen
from docgen.inspect.telling import mm
from docgen.inspect.upright import upright_sections
from docgen.layout.gbt9704 import BOTTOM, TWIPS_PER_MM
from docgen.layout.profile import GLYPH, SETUP

RULE = Rule(
    "P04",
    "5.2.1、6.1",
    Strength.MUST,
    "版心156 mm×225 mm",
    "版心尺寸为156 mm×225 mm。天头37 mm、订口28 mm时，切口（右边距）26 mm、下白边35 mm；"
    "按字面量的，下边距为32.58 mm，也算对。误差不超过1 mm。",
)
_ROWS_MIN = 4


def in_document(seen: Seen) -> Iterator[Deviation]:
    if seen.document is None or not seen.format.is_official:
        return
    for section in upright_sections(seen):
        right_mm, bottom_mm = section.right_twips / TWIPS_PER_MM, section.bottom_twips / TWIPS_PER_MM
        slack = seen.tolerance_mm(RULE)
        if abs(right_mm - seen.numbers.right_mm) > slack:
            yield _deviation("切口（右边距）", "右边距", right_mm, seen.numbers.right_mm)
        elif all(abs(bottom_mm - wanted) > slack for wanted in _bottoms_mm(seen)):
            yield _deviation("下白边（下边距）", "下边距", bottom_mm, _bottoms_mm(seen)[0])
        else:
            continue
        return


def _bottoms_mm(seen: Seen) -> tuple[float, float]:
    own = seen.numbers
    shift = own.page_height_mm - own.text_bottom_mm - BOTTOM.mm
    return SETUP.bottom_twips / TWIPS_PER_MM + shift, GLYPH.bottom_twips / TWIPS_PER_MM + shift


def _deviation(what: str, setting: str, found_mm: float, wanted_mm: float) -> Deviation:
    remedy = f"请在“页面设置”中把{setting}设为{wanted_mm / 10:.1f}厘米"
    return Deviation(
        RULE, f"{what}是{mm(found_mm)}，版心不是156 mm×225 mm", remedy, mm(wanted_mm), mm(found_mm)
    )


def on_pages(seen: Seen) -> Iterator[Deviation]:
    """Full rows end at the text area's right edge; hanging punctuation is no fault."""
    if seen.pages is None or seen.document is not None or not seen.format.is_official:
        return
    ends = [
        line.cells.right_mm
        for block in seen.pages.blocks
        for line in block.lines[:-1]
        if len(block.lines) > 1 and line.width_in_cells > seen.numbers.chars_per_row * 0.85
    ]
    if len(ends) < _ROWS_MIN:
        return
    right_mm = median(ends)
    wanted_mm = seen.numbers.text_right_mm
    # A row may end early by up to one character that would not fit, if it is not justified.
    if right_mm > wanted_mm + 2 * seen.tolerance_mm(RULE) or right_mm < wanted_mm - seen.numbers.cell_mm:
        yield Deviation(
            RULE,
            f"正文各行排到距左纸边{mm(right_mm)}处为止",
            "请把右边距设为2.6厘米，使版心宽156 mm",
            mm(wanted_mm),
            mm(right_mm),
        )
