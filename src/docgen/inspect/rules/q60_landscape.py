"""Q60: on a landscape page of an upright paper the page number stays where other pages have it."""

from collections.abc import Iterator

from docgen.inspect.asking import is_at
from docgen.inspect.deviation import Deviation
from docgen.inspect.elements import Format
from docgen.inspect.pages.view import PageSeen
from docgen.inspect.rule import Rule, Strength
from docgen.inspect.seen import Seen

RULE = Rule(
    "Q60",
    "8",
    Strength.MUST,
    "横排表格",
    "A4纸型的表格横排时，页码位置与公文其他页码保持一致，单页码表头在订口一边，双页码表头在切口一边。",
    tolerance_mm=2.0,
)


def on_pages(seen: Seen) -> Iterator[Deviation]:
    if seen.pages is None or not (seen.format.is_official or seen.format is Format.TABLE):
        return
    if seen.format is Format.TABLE and not any(page.height_mm > page.width_mm for page in seen.pages.pages):
        return  # a table of its own, bound as its office likes
    for page in seen.pages.pages:
        if page.width_mm > page.height_mm + 1 and page.width_mm < _A3_MM and page.page_number is not None:
            yield from _number(seen, page)


_A3_MM = 400.0


def _number(seen: Seen, page: PageSeen) -> Iterator[Deviation]:
    number = page.page_number
    if number is None:
        return
    if not number.is_turned:
        told = f"第 {page.number} 页横排，页码却在长边，与其他页不一致"
        yield _deviation(told, page, "页码在短边一侧，转90度", "页码在长边")
        return
    # Turned back upright, the foot of the page lies along one of the short edges.
    edge = min(number.dash.centre_x_mm, page.width_mm - number.dash.centre_x_mm)
    wanted = seen.numbers.page_height_mm - seen.numbers.page_number_dash_mm
    if not is_at(edge, wanted, seen.tolerance_mm(RULE)):
        told = f"第 {page.number} 页横排，页码距纸边 {edge:.1f} 毫米"
        yield _deviation(told, page, f"{wanted:g} 毫米", f"{edge:.1f} 毫米")


def _deviation(told: str, page: PageSeen, expected: str, found: str) -> Deviation:
    box = page.page_number.ink if page.page_number else None
    return Deviation(RULE, told, "请使页码位置与竖排的页一致", expected, found, page.number, box_mm=box)
