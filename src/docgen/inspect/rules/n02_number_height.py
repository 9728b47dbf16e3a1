"""N02: the dashes of the page number stand 7 mm under the text area."""

from collections.abc import Iterator

from docgen.inspect.deviation import Deviation
from docgen.inspect.document.model import Paragraph, Section
from docgen.inspect.folios import Folio, folios_of, in_headers
from docgen.inspect.rule import Rule, Strength
from docgen.inspect.seen import Seen
from docgen.inspect.telling import mm
from docgen.inspect.upright import is_judged
from docgen.layout.gbt9704 import TWIPS_PER_MM

RULE = Rule(
    "N02",
    "7.5",
    Strength.MUST,
    "页码的高低",
    "页码编排在公文版心下边缘之下，一字线上距版心下边缘7 mm。用Word时，页脚距边界约2.55厘米，"
    "页码段落行距设为固定值14磅、不对齐网格。",
)
_BELOW_MM = 7.0
_SLACK_MM = 0.6  # more than on a page: the faces differ
_NATURAL_SHARE = 1.3
_DASH_SHARE = 0.48  # of a line's height, from its lower edge: where the dash is


def in_document(seen: Seen) -> Iterator[Deviation]:
    if seen.document is None or not is_judged(seen):
        return
    folios = list(folios_of(seen.document))
    if not folios and in_headers(seen.document) is not None:
        yield Deviation(RULE, "页码排在了页眉里", "请把页码移到页脚", "版心下边缘之下7 mm", "页眉")
    for folio in folios:
        if folio.paragraph.box or folio.paragraph.frame_align or folio.kind == "first":
            continue
        least, most = _dash_mm(seen, folio)
        slack = seen.tolerance_mm(RULE) + _SLACK_MM
        if not least - slack <= _BELOW_MM <= most + slack:
            found = mm((least + most) / 2)
            remedy = "请把“页脚距边界”设为2.55厘米，页码段落行距设为固定值14磅"
            yield Deviation(
                RULE, f"按页脚的距离，一字线距版心下边缘约{found}", remedy, "7 mm", f"约{found}", text="页码"
            )
            return


def _dash_mm(seen: Seen, folio: Folio) -> tuple[float, float]:
    """How far under the text area the dash is, at least and at most: the grid may make the line higher."""
    numbers = seen.numbers
    below = sum(_height_twips(one) for one in folio.following) + folio.paragraph.spacing.after_twips
    low, high = _heights_twips(folio.paragraph, folio.section)
    foot_mm = (
        numbers.page_height_mm - (folio.section.footer_twips + below) / TWIPS_PER_MM - numbers.text_bottom_mm
    )
    return foot_mm - high * _DASH_SHARE / TWIPS_PER_MM, foot_mm - low * _DASH_SHARE / TWIPS_PER_MM


def _height_twips(paragraph: Paragraph) -> float:
    spacing = paragraph.spacing
    line = (
        spacing.line_twips
        if spacing.line_rule == "exact"
        else paragraph.main_run.size_pt * 20 * _NATURAL_SHARE
    )
    return line + spacing.before_twips + spacing.after_twips


def _heights_twips(paragraph: Paragraph, section: Section) -> tuple[float, float]:
    natural = paragraph.main_run.size_pt * 20 * _NATURAL_SHARE
    spacing = paragraph.spacing
    if spacing.line_rule == "exact":
        return spacing.line_twips, spacing.line_twips
    if spacing.line_rule == "atLeast":
        return max(natural, spacing.line_twips), max(natural, spacing.line_twips)
    natural *= spacing.line_twips / 240
    is_on_grid = section.grid != "default" and section.pitch_twips and paragraph.snap_to_grid
    return natural, max(natural, section.pitch_twips) if is_on_grid else natural


def on_pages(seen: Seen) -> Iterator[Deviation]:
    if seen.pages is None or not seen.format.is_official:
        return
    wanted_mm = seen.numbers.page_number_dash_mm
    for page in seen.pages.pages:
        number = page.page_number
        if number is None or number.is_turned or page.width_mm > page.height_mm:
            continue
        if abs(number.dash_y_mm - wanted_mm) > seen.tolerance_mm(RULE):
            below_mm = number.dash_y_mm - (wanted_mm - _BELOW_MM)
            remedy = "请把“页脚距边界”设为2.55厘米，页码段落行距设为固定值14磅"
            yield Deviation(
                RULE,
                f"第{page.number}页页码的一字线距版心下边缘{mm(below_mm)}",
                remedy,
                "7 mm",
                mm(below_mm),
                page=page.number,
                box_mm=number.ink,
                text="页码",
            )
            return
