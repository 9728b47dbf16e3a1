"""C01: the mark of an order, 20 mm below the top of the text area."""

from collections.abc import Iterator

from docgen.inspect.deviation import Deviation
from docgen.inspect.elements import Format
from docgen.inspect.mark import Mark
from docgen.inspect.rule import Rule, Strength
from docgen.inspect.seen import Seen

RULE = Rule(
    "C01",
    "10.2",
    Strength.MUST,
    "命令（令）的发文机关标志",
    "由发文机关全称加“命令”或“令”字组成，居中排布，上边缘至版心上边缘为20毫米，推荐使用红色小标宋体字。",
)


def in_document(seen: Seen) -> Iterator[Deviation]:
    if seen.format is Format.ORDER:
        yield from _mark(seen).in_document(seen)


def on_pages(seen: Seen) -> Iterator[Deviation]:
    if seen.format is Format.ORDER:
        yield from _mark(seen).on_pages(seen)


def _mark(seen: Seen) -> Mark:
    numbers = seen.numbers
    return Mark(RULE, "发文机关标志", numbers.order_mark_top_mm, numbers.top_mm, "版心上边缘")
