"""L05: a letter's first page has no number; its imprint has no lines and does not say who printed it."""

from collections.abc import Iterator

from docgen.inspect.deviation import Deviation
from docgen.inspect.elements import Element, Format
from docgen.inspect.imprint import imprint_of
from docgen.inspect.rule import Rule, Strength
from docgen.inspect.seen import Seen
from docgen.inspect.telling import at_block, at_paragraph

RULE = Rule(
    "L05",
    "10.1",
    Strength.MUST,
    "信函的首页页码和版记",
    "首页不显示页码。版记不加印发机关和印发日期、分隔线，位于公文最后一面版心内最下方。",
)


def in_document(seen: Seen) -> Iterator[Deviation]:
    if seen.format is not Format.LETTER or seen.document is None:
        return
    issuers = seen.paragraphs(Element.IMPRINT)
    if issuers:
        told = "信函的版记有印发机关和印发日期"
        yield at_paragraph(RULE, issuers[0], told, "请去掉印发机关和印发日期", "不加印发机关和印发日期")
    if seen.pages is None and seen.document.sections:
        section = seen.document.sections[0]
        shown = section.footer("first" if section.has_first_page else "default")
        if any(run.field.strip().startswith("PAGE") for paragraph in shown for run in paragraph.runs):
            yield Deviation(RULE, _NUMBER, _NUMBER_REMEDY, "首页无页码", "有页码", page=1)


_NUMBER = "信函首页显示了页码"
_NUMBER_REMEDY = "请在页面设置中选“首页不同”，首页不放页码"


def on_pages(seen: Seen) -> Iterator[Deviation]:
    if seen.format is not Format.LETTER or seen.pages is None or not seen.pages.pages:
        return
    number = seen.pages.pages[0].page_number
    if number is not None:
        yield Deviation(RULE, _NUMBER, _NUMBER_REMEDY, "首页无页码", "有页码", 1, box_mm=number.ink)
    issuers = seen.blocks(Element.IMPRINT)
    if issuers and seen.document is None:
        told = "信函的版记有印发机关和印发日期"
        yield at_block(RULE, issuers[0], told, "请去掉印发机关和印发日期", "不加印发机关和印发日期")
    imprint = imprint_of(seen)
    if imprint is not None and imprint.lines:
        told = "信函的版记加了分隔线"
        box = imprint.lines[0].box
        yield at_block(RULE, imprint.blocks[0], told, "请去掉分隔线", "不加分隔线", box_mm=box)
