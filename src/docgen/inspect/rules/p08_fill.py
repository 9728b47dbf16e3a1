"""P08: rows fill the text area down to its lower edge."""

from collections.abc import Iterator
from itertools import pairwise

from docgen.inspect.deviation import Deviation
from docgen.inspect.pages.view import PageSeen
from docgen.inspect.rule import Rule, Strength
from docgen.inspect.seen import Seen
from docgen.inspect.telling import mm

RULE = Rule(
    "P08",
    "5.2.3",
    Strength.USUAL,
    "撑满版心",
    "一般每面排22行，每行排28个字，并撑满版心：整面文字最后一行的下边缘应当接近版心下边缘。",
)
_LAST_INK_DROP_MM = 4.0  # of a full page: 258 mm where the text area ends at 262


def on_pages(seen: Seen) -> Iterator[Deviation]:
    """Pages of 22 rows that end too high: rows closer than they should be."""
    if seen.pages is None or not seen.format.is_official:
        return
    bottom_mm = seen.numbers.text_bottom_mm
    for page in seen.pages.pages[1:-1]:
        if len(page.rows) != seen.numbers.rows_per_page or not _is_even(page):
            continue
        last_mm = page.rows[-1].ink.bottom_mm
        if last_mm < bottom_mm - _LAST_INK_DROP_MM - seen.tolerance_mm(RULE):
            message = f"第{page.number}页排了{len(page.rows)}行，最后一行只到{mm(last_mm)}处，没有撑满版心"
            wanted = f"{mm(bottom_mm - _LAST_INK_DROP_MM)}以下"
            yield Deviation(RULE, message, "请把行距设为固定值28.95磅", wanted, mm(last_mm), page=page.number)
            return


def _is_even(page: PageSeen) -> bool:
    steps = [after.baseline_mm - before.baseline_mm for before, after in pairwise(page.rows)]
    return page.is_readable and bool(steps) and max(steps) < 1.15 * min(steps)
