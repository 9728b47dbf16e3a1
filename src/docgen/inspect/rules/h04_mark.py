"""H04: the organ's mark, centred, its upper edge 35 mm below the top of the text area, red and Song."""

from collections.abc import Iterator

from docgen.inspect.deviation import Deviation
from docgen.inspect.elements import Format
from docgen.inspect.mark import Mark
from docgen.inspect.rule import Rule, Strength
from docgen.inspect.seen import Seen

RULE = Rule(
    "H04",
    "7.2.4",
    Strength.MUST,
    "发文机关标志",
    "由发文机关全称或规范化简称加“文件”二字组成，也可以使用发文机关全称或规范化简称；居中排布，"
    "上边缘至版心上边缘为35毫米（距纸上边72毫米）；推荐使用小标宋体字，颜色为红色，以醒目、美观、庄重为原则。",
)
_FORMATS = (Format.ORDINARY, Format.UPWARD)


def in_document(seen: Seen) -> Iterator[Deviation]:
    if seen.format in _FORMATS:
        yield from _mark(seen).in_document(seen)


def on_pages(seen: Seen) -> Iterator[Deviation]:
    if seen.format in _FORMATS:
        yield from _mark(seen).on_pages(seen)


def _mark(seen: Seen) -> Mark:
    numbers = seen.numbers
    return Mark(RULE, "发文机关标志", numbers.mark_top_mm, numbers.top_mm, "版心上边缘")
