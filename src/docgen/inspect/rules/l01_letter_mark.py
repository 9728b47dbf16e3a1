"""L01: the mark of a letter: the organ's name alone, 30 mm from the page's upper edge, red Song."""

from collections.abc import Iterator

from docgen.inspect.deviation import Deviation
from docgen.inspect.elements import Element, Format
from docgen.inspect.mark import Mark
from docgen.inspect.rule import Rule, Strength
from docgen.inspect.seen import Seen
from docgen.inspect.telling import at_block, at_paragraph

RULE = Rule(
    "L01",
    "10.1",
    Strength.MUST,
    "信函的发文机关标志",
    "使用发文机关全称或者规范化简称，不加“文件”二字，居中排布，上边缘至上页边为30毫米，推荐使用红色小标宋体字。"
    "联合行文时，使用主办机关标志。",
)
_TOLD, _REMEDY = "信函的发文机关标志加了“文件”", "请去掉“文件”二字"


def in_document(seen: Seen) -> Iterator[Deviation]:
    if seen.format is Format.LETTER:
        yield from _mark(seen).in_document(seen)
        for paragraph in seen.paragraphs(Element.MARK):
            if "".join(paragraph.text.split()).endswith("文件"):
                yield at_paragraph(RULE, paragraph, _TOLD, _REMEDY, "机关名称")


def on_pages(seen: Seen) -> Iterator[Deviation]:
    if seen.format is Format.LETTER:
        yield from _mark(seen).on_pages(seen)
        marks = seen.blocks(Element.MARK)
        if seen.document is None and marks and marks[-1].text.endswith("文件"):
            yield at_block(RULE, marks[-1], _TOLD, _REMEDY, "机关名称")


def _mark(seen: Seen) -> Mark:
    numbers = seen.numbers
    return Mark(RULE, "发文机关标志", numbers.letter_mark_top_mm, 0.0, "上页边")
