"""B14: seals of several organs neither touch nor cross, and stay inside the text area."""

from collections.abc import Iterator, Sequence
from itertools import combinations
from math import hypot

from docgen.inspect.deviation import Deviation
from docgen.inspect.elements import Element
from docgen.inspect.geometry import Box
from docgen.inspect.pages.view import PageSeen
from docgen.inspect.rule import Rule, Strength
from docgen.inspect.seen import Seen

RULE = Rule(
    "B14",
    "7.3.5.1",
    Strength.MUST,
    "联合行文的印章",
    "联合行文时，各机关署名按发文机关顺序整齐排列，印章一一对应、端正、居中下压署名，最后一个印章下压署名和成文日期；"
    "印章之间排列整齐、互不相交或相切，每排印章两端不得超出版心。",
)


def on_pages(seen: Seen) -> Iterator[Deviation]:
    if seen.pages is None or not seen.format.is_official:
        return
    for page in seen.pages.pages:
        seals = _seals(seen, page)
        yield from _crossing(page, seals)
        yield from _outside(seen, page, seals)


def _seals(seen: Seen, page: PageSeen) -> list[Box]:
    """What is red, round and no letter of the mark."""
    marks = [block.ink for block in seen.blocks(Element.MARK) if block.page == page.number]
    return [one for one in page.seals if not any(_meet(one, mark) for mark in marks)]


def _meet(one: Box, other: Box) -> bool:
    across = one.left_mm < other.right_mm and other.left_mm < one.right_mm
    return across and one.top_mm < other.bottom_mm and other.top_mm < one.bottom_mm


def _crossing(page: PageSeen, seals: Sequence[Box]) -> Iterator[Deviation]:
    for one, other in combinations(seals, 2):
        if _touch(one, other):
            remedy = "请移开印章，使它们互不相交、相切"
            yield Deviation(
                RULE, "两个印章相交或相切", remedy, "互不相交", "相交", page=page.number, box_mm=other
            )
            return


def _touch(one: Box, other: Box) -> bool:
    """Whether two round seals come together."""
    across, down = one.centre_x_mm - other.centre_x_mm, one.centre_y_mm - other.centre_y_mm
    return hypot(across, down) < (one.width_mm + other.width_mm) / 2


def _outside(seen: Seen, page: PageSeen, seals: Sequence[Box]) -> Iterator[Deviation]:
    left_mm, right_mm, slack_mm = seen.numbers.left_mm, seen.numbers.text_right_mm, seen.tolerance_mm(RULE)
    for seal in seals:
        if seal.left_mm < left_mm - slack_mm or seal.right_mm > right_mm + slack_mm:
            remedy = "请把印章移到版心以内，每排少放一个"
            yield Deviation(RULE, "印章超出了版心", remedy, "版心以内", "超出", page=page.number, box_mm=seal)
