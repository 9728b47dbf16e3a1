"""C02: the order's number, centred two rows under the mark, the text two rows under it."""

import re
from collections.abc import Iterator

from docgen.inspect.asking import above, blanks_before, is_at, is_centred
from docgen.inspect.deviation import Deviation
from docgen.inspect.elements import Element, Format
from docgen.inspect.rule import Rule, Strength
from docgen.inspect.seen import Seen
from docgen.inspect.telling import at_block, at_paragraph

RULE = Rule(
    "C02",
    "10.2",
    Strength.MUST,
    "令号",
    "发文机关标志下空二行居中编排令号，令号下空二行编排正文。例：第8号。",
)
_NUMBER = re.compile(r"第[1-9]\d*号|第[一二三四五六七八九十百〇零]+号")
_GAP_MM = (21.0, 27.5)
_CENTRE_MM = 2.0
_TWO = 2


def in_document(seen: Seen) -> Iterator[Deviation]:
    if seen.format is not Format.ORDER:
        return
    for paragraph in seen.paragraphs(Element.ORDER_NUMBER, Element.NUMBER):
        text = "".join(paragraph.text.split())
        if not _NUMBER.fullmatch(text):
            told = f"令号写成“{text}”"
            yield at_paragraph(RULE, paragraph, told, "请写成“第×号”，如“第8号”", "第×号", text)
        if not is_centred(paragraph):
            yield at_paragraph(RULE, paragraph, "令号没有居中", "请居中", "居中")
        blanks = blanks_before(seen, paragraph)
        if blanks not in (None, _TWO) and above(seen, paragraph) is Element.MARK:
            told = f"发文机关标志与令号之间空了 {blanks} 行"
            yield at_paragraph(RULE, paragraph, told, "请空二行", "空二行", f"空 {blanks} 行")
        yield from _text_below(seen, paragraph.number)


def _text_below(seen: Seen, number: int) -> Iterator[Deviation]:
    if seen.document is None:
        return
    below = (one for one in seen.document.paragraphs[number:] if not one.is_blank)
    text = next(below, None)
    blanks = blanks_before(seen, text) if text is not None else None
    if text is not None and blanks not in (None, _TWO):
        told = f"令号与正文之间空了 {blanks} 行"
        yield at_paragraph(RULE, text, told, "请空二行", "空二行", f"空 {blanks} 行")


def on_pages(seen: Seen) -> Iterator[Deviation]:
    numbers = [block for block in seen.blocks(Element.ORDER_NUMBER, Element.NUMBER) if block.page == 1]
    if seen.format is not Format.ORDER or not numbers or seen.pages is None:
        return
    block, mark = numbers[0], seen.pages.pages[0].mark
    marks = seen.blocks(Element.MARK)
    bottom = mark.bottom_mm if mark is not None else marks[-1].ink.bottom_mm if marks else None
    if bottom is not None:
        gap = block.ink.top_mm - bottom
        if not _GAP_MM[0] <= gap <= _GAP_MM[1]:
            told = f"令号在发文机关标志下 {gap:.1f} 毫米，不是空二行"
            yield at_block(RULE, block, told, "请空二行", "空二行（约24毫米）", f"{gap:.1f} 毫米")
    centre = seen.numbers.centre_mm
    if not is_at(block.cells.centre_x_mm, centre, _CENTRE_MM):
        yield at_block(RULE, block, "令号没有居中", "请居中", "居中")
