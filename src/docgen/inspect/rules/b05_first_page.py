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
_TEXT = (Element.BODY, Element.HEADING1, Element.HEADING2, Element.HEADING3, Element.HEADING4)


def on_pages(seen: Seen) -> Iterator[Deviation]:
    if seen.pages is None or not seen.format.is_official or seen.pages.has_substitutes:
        return
    text = seen.blocks(*_TEXT)
    is_whole = all(page.is_readable for page in seen.pages.pages[:2])
    if is_whole and seen.blocks(Element.MARK) and text and text[0].page > 1:
        remedy = "请把主送机关移到版记，或调整标题、主送机关占用的行数，使首页排得下正文"
        yield Deviation(RULE, "首页没有正文", remedy, "首页有正文", f"正文从第{text[0].page}页开始", page=1)
