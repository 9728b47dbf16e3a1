"""B05: the first page shows text: recipients too many for it move to 版记."""

from collections.abc import Iterator

from docgen.inspect.deviation import Deviation
from docgen.inspect.elements import Element
from docgen.inspect.rule import Rule, Strength
from docgen.inspect.seen import Seen

RULE = Rule(
    "B05",
    "7.3.2、7.3.3",
    Strength.MUST,
    "首页显示正文",
    "公文首页必须显示正文。主送机关名称过多导致首页不能显示正文时，应当将主送机关名称移至版记。",
)
_BEGINNING_CHARS = 12
_TEXT = (Element.BODY, Element.HEADING1, Element.HEADING2, Element.HEADING3, Element.HEADING4)


def on_pages(seen: Seen) -> Iterator[Deviation]:
    if seen.pages is None or not seen.format.is_official or seen.pages.has_substitutes:
        return
    is_whole = all(page.is_readable for page in seen.pages.pages[:2])
    page = _page_of_text(seen) if is_whole and seen.blocks(Element.MARK) else 0
    if page > 1:
        remedy = "请把主送机关移到版记，或调整标题、主送机关占用的行数，使首页排得下正文"
        yield Deviation(RULE, "首页没有正文", remedy, "首页有正文", f"正文从第{page}页开始", page=1)


def _page_of_text(seen: Seen) -> int:
    """The page on which the text begins; 0 where there is none. The document knows what text is."""
    written = [paragraph for paragraph in seen.paragraphs(*_TEXT) if not paragraph.is_blank]
    if seen.document is None or seen.pages is None:
        blocks = seen.blocks(*_TEXT)
        return blocks[0].page if blocks else 0
    start = "".join(written[0].text.split())[:_BEGINNING_CHARS] if written else ""
    for page in seen.pages.pages if start else ():
        if start in "".join("".join(row.text.split()) for row in page.rows):
            return page.number
    return 0
