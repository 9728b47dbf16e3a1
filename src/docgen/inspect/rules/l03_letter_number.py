"""L03: the letter's number stands at the right under the upper line, copy number and secrecy at the left."""

from collections.abc import Iterator

from docgen.inspect.asking import in_face, in_size, is_at, not_bold
from docgen.inspect.deviation import Deviation
from docgen.inspect.elements import Align, Element, Format, Place
from docgen.inspect.lettering import TextLine
from docgen.inspect.pages.view import PageBlock
from docgen.inspect.rule import Rule, Strength
from docgen.inspect.seen import Seen
from docgen.inspect.telling import at_block, at_paragraph
from docgen.inspect.typeface import Typeface

RULE = Rule(
    "L03",
    "10.1",
    Strength.MUST,
    "信函的发文字号、份号、密级和紧急程度",
    "发文字号顶格居版心右边缘编排在第一条红色双线下；份号、密级和保密期限、紧急程度顶格居版心左边缘编排在第一条红色双线下，"
    "自上而下分行排列；第一个要素与该线的距离为3号汉字高度的7/8（约5毫米）。",
    tolerance_mm=2.0,
)
_MIDDLE_MM = 150.0
_GAP_MM = 4.94
_LEFT = (Element.COPY_NUMBER, Element.SECRECY, Element.URGENCY)


def in_document(seen: Seen) -> Iterator[Deviation]:
    if seen.format is not Format.LETTER:
        return
    for paragraph in seen.paragraphs(Element.NUMBER):
        yield from in_face(RULE, paragraph, Typeface.FANGSONG, "发文字号", Strength.USUAL)
        yield from not_bold(RULE, paragraph, "发文字号")
        yield from in_size(RULE, paragraph, seen.numbers.body_size_pt, "发文字号", Strength.USUAL)
        is_alone = "\t" not in paragraph.text and paragraph.place is Place.FLOW
        if is_alone and paragraph.align is Align.CENTER:
            yield at_paragraph(RULE, paragraph, "信函的发文字号没有居右顶格", "请右对齐", "居右顶格", "居中")


def on_pages(seen: Seen) -> Iterator[Deviation]:
    if seen.format is not Format.LETTER or seen.pages is None:
        return
    head = [block for block in seen.blocks(Element.NUMBER, *_LEFT) if block.page == 1]
    found = next(((block, part) for block in head if (part := _number(block))), None)
    if found is None:
        return
    block, number = found
    right, left = seen.numbers.text_right_mm, seen.numbers.left_mm
    if not is_at(number.cells.right_mm, right, seen.tolerance_mm(RULE)):
        off = right - number.cells.right_mm
        told = f"信函的发文字号右边空了 {off:.1f} 毫米，没有居右顶格"
        yield at_block(
            RULE, block, told, "请右对齐，不留空", "居右顶格", f"空 {off:.1f} 毫米", box_mm=number.ink
        )
    for other in head:
        is_left = other is not block or other.cells.left_mm < number.cells.left_mm
        if is_left and not is_at(other.cells.left_mm, left, seen.tolerance_mm(RULE)):
            yield at_block(RULE, other, "份号、密级或紧急程度没有居左顶格", "请左对齐，不留空", "居左顶格")
    lines = [line for line in seen.pages.pages[0].red_rules if line.box.top_mm < _MIDDLE_MM]
    if lines:
        gap = number.ink.top_mm - lines[-1].box.bottom_mm
        if not is_at(gap, _GAP_MM, seen.tolerance_mm(RULE)):
            told = f"发文字号距红色双线 {gap:.1f} 毫米"
            expected = "约5毫米（3号字高的7/8）"
            yield at_block(
                RULE, block, told, "请调整到约5毫米", expected, f"{gap:.1f} 毫米", box_mm=number.ink
            )


def _number(block: PageBlock) -> TextLine | None:
    for line in block.lines:
        said = next((part for part in line.text.split("\t") if "〔" in part), "")
        if said and (parts := line.find(said)):
            return parts[0]
    return None
