"""B19: signature and date stand on a page with text: “此页无正文” is no way out."""

import re
from collections.abc import Iterator

from docgen.inspect.deviation import Deviation
from docgen.inspect.elements import Element
from docgen.inspect.rule import Rule, Strength
from docgen.inspect.seen import Seen
from docgen.inspect.telling import at_block, at_paragraph

RULE = Rule(
    "B19",
    "7.3.5.5",
    Strength.MAY,
    "署名和日期与正文同页",
    "当公文排版后所剩空白处不能容下印章或签发人签名章、成文日期时，可以采取调整行距、字距的措施解决，不写“此页无正文”。",
)
_NO_TEXT = re.compile(r"此\s*[页面]\s*无\s*正\s*文")
_ENDS = (
    Element.SIGNATURE,
    Element.DATE,
    Element.POST,
    Element.NOTE,
    Element.IMPRINT,
    Element.COPY_TO,
    Element.PAGE_NUMBER,
)
_REMEDY = "请删去这几个字，调整行距、字距，使署名和日期与正文在同一页"


def in_document(seen: Seen) -> Iterator[Deviation]:
    if seen.document is None or not seen.format.is_official:
        return
    for paragraph in seen.document.paragraphs:
        if _NO_TEXT.search(paragraph.text) and len(paragraph.text.strip()) < 20:
            yield at_paragraph(
                RULE, paragraph, "写了“此页无正文”", _REMEDY, "不写", "此页无正文", Strength.MUST
            )


def on_pages(seen: Seen) -> Iterator[Deviation]:
    if seen.pages is None or not seen.format.is_official or seen.pages.has_substitutes:
        return
    for block in seen.pages.blocks if seen.document is None else ():
        if _NO_TEXT.search(block.text) and len(block.text) < 20:
            yield at_block(RULE, block, "写了“此页无正文”", _REMEDY, "不写", "此页无正文", Strength.MUST)
    dates = seen.blocks(Element.DATE)
    if not dates or not seen.blocks(Element.SIGNATURE, Element.POST):
        return
    page = dates[-1].page
    pairs = zip(seen.pages.blocks, seen.page_elements, strict=True)
    above = [block for block, element in pairs if block.page == page and element not in _ENDS]
    if page > 1 and not any(block.ink.top_mm < dates[-1].ink.top_mm for block in above):
        remedy = "请调整行距、字距，使署名和日期与正文在同一页"
        yield at_block(RULE, dates[-1], f"第{page}页只有署名和日期，没有正文", remedy, "有正文", "没有")
