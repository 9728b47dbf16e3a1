"""H02: the degree and term of secrecy, in Hei type of size 3, flush left in the second row."""

import re
from collections.abc import Iterator

from docgen.inspect.asking import in_face, in_size, is_at, is_flush_left, not_bold
from docgen.inspect.deviation import Deviation
from docgen.inspect.elements import Element, Format
from docgen.inspect.rule import Rule, Strength
from docgen.inspect.seen import Seen
from docgen.inspect.telling import at_block, at_paragraph
from docgen.inspect.typeface import Typeface

RULE = Rule(
    "H02",
    "7.2.2",
    Strength.USUAL,
    "密级和保密期限",
    "密级和保密期限一般用3号黑体字，顶格编排在版心左上角第二行；保密期限中的数字用阿拉伯数字标注。例：秘密★1年。",
)
_SHAPE = re.compile(r"(?:绝密|机密|秘密)(?:★(?:\d+年|\d+个月|\d+天|\d+日|长期|解密前))?")
_FIRST, _SECOND = 0, 1


def in_document(seen: Seen) -> Iterator[Deviation]:
    for paragraph in seen.paragraphs(Element.SECRECY):
        text = "".join(paragraph.text.split("\t")[0].split())
        if not _SHAPE.fullmatch(text):
            told = f"密级写成“{text}”"
            remedy = "请写成“密级★期限”，期限用阿拉伯数字，如“秘密★1年”"
            yield at_paragraph(RULE, paragraph, told, remedy, "秘密★1年", text)
        yield from in_face(RULE, paragraph, Typeface.HEITI, "密级")
        yield from not_bold(RULE, paragraph, "密级")
        yield from in_size(RULE, paragraph, seen.numbers.body_size_pt, "密级")
        if not is_flush_left(paragraph):
            yield at_paragraph(RULE, paragraph, "密级没有顶格", "请左对齐，去掉前面的空格和缩进", "顶格")


def on_pages(seen: Seen) -> Iterator[Deviation]:
    for block in seen.blocks(Element.SECRECY):
        if seen.document is None:
            text = "".join(block.text.split("\t")[0].split())
            if not _SHAPE.fullmatch(text):
                remedy = "请写成“密级★期限”，如“秘密★1年”"
                yield at_block(RULE, block, f"密级写成“{text}”", remedy, "秘密★1年", text)
            yield from in_face(RULE, block, Typeface.HEITI, "密级")
            yield from not_bold(RULE, block, "密级")
            yield from in_size(RULE, block, seen.numbers.body_size_pt, "密级")
        left = block.cells.left_mm
        if not is_at(left, seen.numbers.left_mm, seen.tolerance_mm(RULE)):
            told = f"密级左边在 {left:.1f} 毫米处，没有顶格"
            yield at_block(
                RULE, block, told, "请左对齐", f"{seen.numbers.left_mm:g} 毫米", f"{left:.1f} 毫米"
            )
        row = int((block.ink.centre_y_mm - seen.numbers.top_mm) / seen.numbers.row_mm)
        if seen.format in (Format.ORDINARY, Format.UPWARD) and block.page == 1 and row != _SECOND:
            if row == _FIRST and not seen.blocks(Element.COPY_NUMBER):
                continue  # without a 份号 many offices start at the top; the standard leaves the row open
            if any(other.ink.top_mm < block.ink.top_mm for other in seen.blocks(Element.URGENCY)):
                continue  # H03 says so
            told = f"密级在版心第 {row + 1} 行"
            yield at_block(RULE, block, told, "请移到版心左上角第二行", "第2行", f"第{row + 1}行")
