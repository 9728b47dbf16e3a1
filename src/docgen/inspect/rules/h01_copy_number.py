"""H01: the copy number has six digits, flush left in the first row."""

import re
from collections.abc import Iterator

from docgen.inspect.asking import in_size, is_at, is_flush_left
from docgen.inspect.deviation import Deviation
from docgen.inspect.elements import Element, Format
from docgen.inspect.rule import Rule, Strength
from docgen.inspect.seen import Seen
from docgen.inspect.telling import at_block, at_paragraph

RULE = Rule(
    "H01",
    "7.2.1",
    Strength.USUAL,
    "份号",
    "如需标注份号，一般用6位3号阿拉伯数字，顶格编排在版心左上角第一行。",
)
_SIX = re.compile(r"\d{6}")


def in_document(seen: Seen) -> Iterator[Deviation]:
    for paragraph in seen.paragraphs(Element.COPY_NUMBER):
        text = paragraph.text.split("\t")[0].strip()
        if not _SIX.fullmatch(text):
            told = f"份号“{text}”不是6位数字"
            yield at_paragraph(RULE, paragraph, told, "请写成6位，如 000001", "6位数字", text)
        yield from in_size(RULE, paragraph, seen.numbers.body_size_pt, "份号")
        if not is_flush_left(paragraph):
            yield at_paragraph(RULE, paragraph, "份号没有顶格", "请左对齐，去掉前面的空格和缩进", "顶格")


def on_pages(seen: Seen) -> Iterator[Deviation]:
    for block in seen.blocks(Element.COPY_NUMBER):
        text = block.text.split("\t")[0].strip()
        if seen.document is None and not _SIX.fullmatch(text):
            yield at_block(RULE, block, f"份号“{text}”不是6位数字", "请写成6位，如 000001", "6位数字", text)
        if seen.document is None:
            yield from in_size(RULE, block, seen.numbers.body_size_pt, "份号")
        left = block.cells.left_mm
        if not is_at(left, seen.numbers.left_mm, seen.tolerance_mm(RULE)):
            told = f"份号左边在 {left:.1f} 毫米处，没有顶格"
            yield at_block(
                RULE, block, told, "请左对齐", f"{seen.numbers.left_mm:g} 毫米", f"{left:.1f} 毫米"
            )
        first_row_end_mm = seen.numbers.top_mm + seen.numbers.row_mm
        if seen.format in (Format.ORDINARY, Format.UPWARD) and block.ink.top_mm > first_row_end_mm:
            yield at_block(RULE, block, "份号不在版心第一行", "请移到版心左上角第一行", "第一行")
