"""M01: the mark of minutes, “…纪要”, 35 mm below the top of the text area."""

from collections.abc import Iterator

from docgen.inspect.deviation import Deviation
from docgen.inspect.elements import Format
from docgen.inspect.mark import Mark
from docgen.inspect.rule import Rule, Strength
from docgen.inspect.seen import Seen

RULE = Rule(
    "M01",
    "10.3",
    Strength.MUST,
    "纪要标志",
    "纪要标志由“×××纪要”组成，居中排布，上边缘至版心上边缘为35毫米，推荐使用红色小标宋体字。",
)


def in_document(seen: Seen) -> Iterator[Deviation]:
    if seen.format is Format.MINUTES:
        yield from _mark(seen).in_document(seen)


def on_pages(seen: Seen) -> Iterator[Deviation]:
    if seen.format is Format.MINUTES:
        yield from _mark(seen).on_pages(seen)


def _mark(seen: Seen) -> Mark:
    numbers = seen.numbers
    return Mark(RULE, "纪要标志", numbers.mark_top_mm, numbers.top_mm, "版心上边缘")
