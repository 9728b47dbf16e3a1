"""B06: every paragraph of the text begins two characters in; what runs on is flush."""

import re
from collections.abc import Iterator

from docgen.inspect.bearings import left_chars, right_chars, start_chars
from docgen.inspect.block_type import like_the_text_on_pages
from docgen.inspect.deviation import Deviation
from docgen.inspect.document.model import Paragraph
from docgen.inspect.elements import Align, Element, Place
from docgen.inspect.lettering import is_bold as is_bold_on_page
from docgen.inspect.manner import is_bold
from docgen.inspect.pages.view import PageBlock
from docgen.inspect.plain_type import like_the_text
from docgen.inspect.rule import Rule, Strength
from docgen.inspect.seen import Seen
from docgen.inspect.telling import at_block, at_paragraph
from docgen.inspect.upright import is_judged, is_judged_on_pages

RULE = Rule(
    "B06",
    "7.3.3",
    Strength.MUST,
    "正文每个自然段左空二字",
    "正文一般用3号仿宋体字，编排于主送机关名称下一行，每个自然段左空二字，回行顶格。个别段落的字体、字号与全文不一致时，也由本条指出。",
)
_TEXT = (Element.BODY, Element.HEADING1, Element.HEADING2, Element.HEADING3, Element.HEADING4)
_WANTED, _SLACK = 2.0, 0.3
_SALUTATION = re.compile(r"^[^。，]{1,20}[：:]$")
_SENTENCE = re.compile(r"[。；：;]\s*$")
_LONG_CHARS, _FULL_CHARS = 28, 1.0
_REMEDY = "请把首行缩进设为2字符，左右缩进设为0，去掉段首的空格"


def in_document(seen: Seen) -> Iterator[Deviation]:
    if not is_judged(seen):
        return
    for paragraph in seen.paragraphs(*_TEXT):
        if paragraph.place is Place.FLOW:
            yield from _indent(seen, paragraph)
    yield from _types(seen)


def _indent(seen: Seen, paragraph: Paragraph) -> Iterator[Deviation]:
    is_heading = seen.element_of(paragraph) is not Element.BODY
    text = paragraph.text.strip()
    if not (is_heading or _SENTENCE.search(text) or len(text) > _LONG_CHARS) or _SALUTATION.match(text):
        return
    if paragraph.align in (Align.CENTER, Align.RIGHT):
        if _SENTENCE.search(text) and len(text) > _LONG_CHARS:
            found = "居中" if paragraph.align is Align.CENTER else "居右"
            remedy = "请把对齐方式改为两端对齐，首行缩进设为2字符"
            yield at_paragraph(RULE, paragraph, f"正文{found}了", remedy, "左空二字", found)
        return
    start, left = start_chars(paragraph), left_chars(paragraph)
    if start is not None and abs(start - _WANTED) > _SLACK:
        yield at_paragraph(RULE, paragraph, f"段首空了{start:.2g}字", _REMEDY, "空2字", f"空{start:.2g}字")
    elif start is not None and abs(left) > _SLACK and len(text) > _LONG_CHARS - _WANTED:
        yield at_paragraph(
            RULE, paragraph, f"回行没有顶格，空了{left:.2g}字", _REMEDY, "回行顶格", f"空{left:.2g}字"
        )
    elif right_chars(paragraph) > 2 * _SLACK and len(text) > _LONG_CHARS:
        found = f"空{right_chars(paragraph):.2g}字"
        yield at_paragraph(RULE, paragraph, f"正文右边{found}", _REMEDY, "右边不空", found)


def _types(seen: Seen) -> Iterator[Deviation]:
    """Paragraphs that differ from the rest; what all of them have is P05's."""
    for paragraph in seen.paragraphs(Element.BODY):
        if paragraph.place is not Place.FLOW or paragraph.align is Align.CENTER:
            continue
        yield from like_the_text(RULE, seen, paragraph, "这一段")
        if is_bold(paragraph.runs) and len(paragraph.text) > _LONG_CHARS:
            yield at_paragraph(
                RULE, paragraph, "这一段加粗了", "请去掉加粗", "不加粗", "加粗", Strength.USUAL
            )


def on_pages(seen: Seen) -> Iterator[Deviation]:
    """First rows of paragraphs by their cells; an unknown face may be a millimetre off."""
    if not is_judged_on_pages(seen):
        return
    cell_mm, slack_mm = seen.numbers.cell_mm, seen.tolerance_mm(RULE) + 1.0
    for block in seen.blocks(*_TEXT):
        is_text = _SENTENCE.search(block.text) or len(block.lines) > 1
        if block.look.place is not Place.FLOW or not is_text or block.look.align is Align.CENTER:
            continue
        start_mm = block.lines[0].cells.left_mm - seen.numbers.left_mm
        goes_on = len(block.lines) > 0 and block.number > 1 and _is_continued(seen, block.number)
        if abs(start_mm - _WANTED * cell_mm) > slack_mm and not goes_on and not _SALUTATION.match(block.text):
            found = f"空{start_mm / cell_mm:.1f}字"
            yield at_block(RULE, block, f"段首{found}", _REMEDY, "空2字", found)
        elif len(block.lines) > 2 and (off_mm := _running_on_mm(seen, block)) > slack_mm + 1.0:
            found = f"空{off_mm / cell_mm:.1f}字"
            yield at_block(RULE, block, f"回行没有顶格，{found}", _REMEDY, "回行顶格", found)
        if seen.page_elements[block.number - 1] is Element.BODY:
            yield from like_the_text_on_pages(RULE, seen, block, "这一段")
            if len(block.text) > _LONG_CHARS and is_bold_on_page(
                c for line in block.lines for c in line.chars
            ):
                yield at_block(RULE, block, "这一段加粗了", "请去掉加粗", "不加粗", "加粗", Strength.USUAL)


def _running_on_mm(seen: Seen, block: PageBlock) -> float:
    """How far in the second row begins."""
    return block.lines[1].cells.left_mm - seen.numbers.left_mm


def _is_continued(seen: Seen, number: int) -> bool:
    """Whether the block goes on with the last one of the page before."""
    blocks = seen.pages.blocks if seen.pages else ()
    block = blocks[number - 1]
    before = [
        one for one in blocks[: number - 1] if one.page == block.page - 1 and one.look.place is Place.FLOW
    ]
    is_first = not any(
        one.page == block.page and one.look.place is Place.FLOW for one in blocks[: number - 1]
    )
    if not is_first or not before:
        return False
    # A sentence may end just where its row and its page do.
    return not _SENTENCE.search(before[-1].text) or before[-1].look.right_chars < _FULL_CHARS
