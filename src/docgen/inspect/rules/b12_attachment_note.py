"""B12: 附件说明 stands one row under the text, two characters in; names run on under their beginning."""

import re
from collections.abc import Iterator

from docgen.inspect.asking import not_bold
from docgen.inspect.bearings import left_chars, start_chars
from docgen.inspect.blanks import rows_above
from docgen.inspect.block_type import is_close_below, like_the_text_on_pages, rows_above_on_page
from docgen.inspect.deviation import Deviation
from docgen.inspect.document.model import Paragraph
from docgen.inspect.elements import Align, Element
from docgen.inspect.pages.view import PageBlock
from docgen.inspect.plain_type import like_the_text
from docgen.inspect.rule import Rule, Strength
from docgen.inspect.seen import Seen
from docgen.inspect.telling import at_block, at_paragraph
from docgen.inspect.upright import is_judged, is_judged_on_pages
from docgen.layout.gbt9704 import CHARS_PER_ROW
from docgen.text.width import width_em

RULE = Rule(
    "B12",
    "7.3.4",
    Strength.MUST,
    "附件说明的位置",
    "如有附件，在正文下空一行左空二字编排“附件”二字，后标全角冒号和附件名称。多个附件用阿拉伯数字标注顺序（“附件：1.×××”），"
    "附件名称较长需回行时，与上一行附件名称的首字对齐。标点由T05检查。",
)
_SLACK, _ITEM_SLACK, _ROWS_SLACK = 0.35, 0.7, 0.55
_FIRST, _ITEM = 2.0, 5.0
_TEXT = (Element.BODY, Element.HEADING1, Element.HEADING2, Element.HEADING3, Element.HEADING4)
_ONE_ROW, _ROWS_MANY = "请在正文与附件说明之间空一行", 1.7
_NO_NOTE = "后面有附件，正文下面没有附件说明"
_WRITE_NOTE = "请在正文下空一行、左空二字写“附件：”和附件名称"
_LEAD = re.compile(r"^附\s*件\s*[：:]\s*(?:\d{1,2}\s*[.．、]\s*)?")
_ITEM_LEAD = re.compile(r"^\d{1,2}\s*[.．、]\s*")


def in_document(seen: Seen) -> Iterator[Deviation]:
    rows = seen.paragraphs(Element.ATTACHMENT_NOTE) if is_judged(seen) else ()
    labels = seen.paragraphs(Element.ATTACHMENT_LABEL) if is_judged(seen) else ()
    if labels and not rows and seen.paragraphs(Element.DATE):
        yield at_paragraph(RULE, labels[0], _NO_NOTE, _WRITE_NOTE, "附件说明", "没有")
    for paragraph in rows:
        yield from _place(paragraph)
        yield from like_the_text(RULE, seen, paragraph, "附件说明")
        yield from not_bold(RULE, paragraph, "附件说明")
    found = rows_above(seen, rows[0]) if rows else None
    if found and found[1] in _TEXT and abs(found[0] - 1) > _ROWS_SLACK:
        told = f"附件说明上面空了{found[0]:.2g}行" if found[0] > _ROWS_SLACK else "附件说明与正文之间没有空行"
        yield at_paragraph(RULE, rows[0], told, _ONE_ROW, "1行", f"{found[0]:.2g}行")


def _place(paragraph: Paragraph) -> Iterator[Deviation]:
    text, start = paragraph.text.strip(), start_chars(paragraph)
    if start is None or paragraph.align in (Align.CENTER, Align.RIGHT) or "\n" in text:
        return
    lead = _LEAD.match(text)
    if lead and abs(start - _FIRST) > _SLACK:
        found = f"空{start:.2g}字"
        yield at_paragraph(RULE, paragraph, f"“附件”二字左边{found}", "请左空二字", "空2字", found)
        return
    if _ITEM_LEAD.match(text) and abs(start - _ITEM) > _ITEM_SLACK:
        found = f"空{start:.2g}字"
        remedy = "请使序号与上一行“1.”对齐（左空5字）"
        yield at_paragraph(RULE, paragraph, f"附件的序号没有对齐，左边{found}", remedy, "空5字", found)
        return
    named = lead or _ITEM_LEAD.match(text)
    if named and start + width_em(text) > CHARS_PER_ROW + 1:
        yield from _running_on(paragraph, start + width_em(named[0]))


def _running_on(paragraph: Paragraph, name_at: float) -> Iterator[Deviation]:
    left = left_chars(paragraph)
    if abs(left - name_at) > 2 * _ITEM_SLACK:
        told = "附件名称回行没有与名称首字对齐"
        remedy = f"请设悬挂缩进，使回行左空{name_at:g}字"
        yield at_paragraph(RULE, paragraph, told, remedy, f"空{name_at:g}字", f"空{left:.2g}字")


def on_pages(seen: Seen) -> Iterator[Deviation]:
    labels = seen.blocks(Element.ATTACHMENT_LABEL) if is_judged_on_pages(seen) else ()
    if labels and seen.blocks(Element.DATE) and not seen.blocks(Element.ATTACHMENT_NOTE):
        yield at_block(RULE, labels[0], _NO_NOTE, _WRITE_NOTE, "附件说明", "没有")
    for block in seen.blocks(Element.ATTACHMENT_NOTE) if is_judged_on_pages(seen) else ():
        yield from _on_page(seen, block)
        yield from like_the_text_on_pages(RULE, seen, block, "附件说明")
        yield from not_bold(RULE, block, "附件说明")


def _on_page(seen: Seen, block: PageBlock) -> Iterator[Deviation]:
    text, cell_mm = block.text.strip(), seen.numbers.cell_mm
    start = (block.lines[0].cells.left_mm - seen.numbers.left_mm) / cell_mm
    slack, found = (seen.tolerance_mm(RULE) + 1.0) / cell_mm, f"空{start:.1f}字"
    if _LEAD.match(text):
        if abs(start - _FIRST) > slack:
            yield at_block(RULE, block, f"“附件”二字左边{found}", "请左空二字", "空2字", found)
        elif is_close_below(seen, block):
            yield at_block(RULE, block, "附件说明与正文之间没有空行", _ONE_ROW, "1行", "0行")
        elif (above := rows_above_on_page(seen, block)) and above[1] in _TEXT and above[0] > _ROWS_MANY:
            rows = round(above[0])
            yield at_block(RULE, block, f"附件说明上面空了{rows}行", _ONE_ROW, "1行", f"{rows}行")
    elif _ITEM_LEAD.match(text) and abs(start - _ITEM) > slack + _ITEM_SLACK:
        told = f"附件的序号没有对齐，左边{found}"
        yield at_block(RULE, block, told, "请使序号与上一行“1.”对齐（左空5字）", "空5字", found)
