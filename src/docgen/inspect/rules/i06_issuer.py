"""I06: who printed and when: Fangsong of size 4, one character in on both sides, just above the last line."""

import re
from collections.abc import Iterator

from docgen.inspect.asking import in_face, in_size, is_at, not_bold
from docgen.inspect.deviation import Deviation
from docgen.inspect.elements import Element, Format
from docgen.inspect.geometry import MM_PER_POINT
from docgen.inspect.imprint import imprint_of
from docgen.inspect.pages.view import PageBlock
from docgen.inspect.rule import Rule, Strength
from docgen.inspect.seen import Seen
from docgen.inspect.telling import at_block, at_paragraph
from docgen.inspect.typeface import Typeface

RULE = Rule(
    "I06",
    "7.4.3",
    Strength.MUST,
    "印发机关和印发日期",
    "印发机关和印发日期一般用4号仿宋体字，编排在末条分隔线之上，印发机关左空一字，印发日期右空一字，"
    "用阿拉伯数字将年、月、日标全，年份应标全称，月、日不编虚位，后加“印发”二字。版记中如有其他要素，应当将其与印发机关和印发日期用一条细分隔线隔开。",
    tolerance_mm=1.5,
)
_DAY = re.compile(r"\d{4}年\d{1,2}月\d{1,2}日")


def in_document(seen: Seen) -> Iterator[Deviation]:
    rows = seen.paragraphs(Element.IMPRINT)
    for paragraph in rows:
        yield from in_face(RULE, paragraph, Typeface.FANGSONG, "印发机关和印发日期", Strength.USUAL)
        yield from not_bold(RULE, paragraph, "印发机关和印发日期")
        size = seen.numbers.small_size_pt
        yield from in_size(RULE, paragraph, size, "印发机关和印发日期", Strength.USUAL)
    text = "".join("".join(paragraph.text.split()) for paragraph in rows)
    if rows and _DAY.search(text) and "印发" not in text:
        told = "印发日期后面没有“印发”二字"
        yield at_paragraph(RULE, rows[-1], told, "请在印发日期后面加“印发”", "印发")


def on_pages(seen: Seen) -> Iterator[Deviation]:
    blocks = seen.blocks(Element.IMPRINT)
    if not blocks or seen.format is Format.LETTER:
        return
    if seen.document is None:
        for block in blocks:
            yield from in_face(RULE, block, Typeface.FANGSONG, "印发机关和印发日期", Strength.USUAL)
            yield from not_bold(RULE, block, "印发机关和印发日期")
            size = seen.numbers.small_size_pt
            yield from in_size(RULE, block, size, "印发机关和印发日期", Strength.USUAL)
        text = "".join("".join(block.text.split()) for block in blocks)
        if _DAY.search(text) and "印发" not in text:
            told = "印发日期后面没有“印发”二字"
            yield at_block(RULE, blocks[-1], told, "请在印发日期后面加“印发”", "印发")
    yield from _edges(seen, blocks)
    yield from _line_above(seen, blocks)


def _edges(seen: Seen, blocks: tuple[PageBlock, ...]) -> Iterator[Deviation]:
    numbers, tolerance = seen.numbers, seen.tolerance_mm(RULE)
    char = numbers.small_size_pt * MM_PER_POINT
    left = min(block.cells.left_mm for block in blocks) - numbers.left_mm
    right = numbers.text_right_mm - max(block.cells.right_mm for block in blocks)
    if not is_at(left, char, tolerance):
        told = f"印发机关左边空了 {left:.1f} 毫米，不是空一字"
        yield at_block(RULE, blocks[0], told, "请左空一字", f"{char:.1f} 毫米", f"{left:.1f} 毫米")
    if not is_at(right, char, tolerance):
        told = f"印发日期右边空了 {right:.1f} 毫米，不是空一字"
        yield at_block(RULE, blocks[-1], told, "请右空一字", f"{char:.1f} 毫米", f"{right:.1f} 毫米")


def _line_above(seen: Seen, blocks: tuple[PageBlock, ...]) -> Iterator[Deviation]:
    """A fine line parts it from 抄送."""
    imprint = imprint_of(seen)
    if imprint is None or not imprint.lines:
        return
    others = [block for block in imprint.blocks if block not in blocks]
    if not others or others[-1].ink.top_mm > blocks[0].ink.top_mm:
        return
    top, bottom = others[-1].ink.bottom_mm - 1, blocks[0].ink.top_mm + 1
    if not any(top < line.box.top_mm < bottom for line in imprint.lines):
        told = "抄送机关与印发机关之间没有分隔线"
        yield at_block(RULE, blocks[0], told, "请加一条细分隔线", "细分隔线", "没有")
