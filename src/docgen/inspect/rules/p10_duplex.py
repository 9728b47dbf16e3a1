"""P10: both sides of a sheet fall on one another: page numbers of odd and even pages stand equally high."""

from collections.abc import Iterator

from docgen.inspect.deviation import Deviation
from docgen.inspect.rule import Rule, Strength
from docgen.inspect.seen import Seen
from docgen.inspect.telling import mm

RULE = Rule(
    "P10",
    "6.2、6.3",
    Strength.MUST,
    "双面印刷套正",
    "公文双面印刷，两面误差不超过2 mm；左侧装订，四角订位正。各页的页码应当在同一高度。",
    tolerance_mm=2.0,
)


def on_pages(seen: Seen) -> Iterator[Deviation]:
    if seen.pages is None or not seen.format.is_official:
        return
    heights = {
        page.number: page.page_number.dash_y_mm
        for page in seen.pages.pages
        if page.page_number and not page.page_number.is_turned and page.width_mm < page.height_mm
    }
    odd = [height for number, height in heights.items() if number % 2]
    even = [height for number, height in heights.items() if not number % 2]
    if odd and even and abs(odd[0] - even[0]) > seen.tolerance_mm(RULE):
        found = mm(abs(odd[0] - even[0]))
        remedy = "请把奇数页和偶数页页脚的距离、行距设成一样"
        yield Deviation(RULE, f"单页和双页的页码高低相差{found}", remedy, "不超过2 mm", found, page=2)
