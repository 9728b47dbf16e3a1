"""N04: a blank page before that of 版记 has no number, nor has a page with nothing but 版记."""

from collections.abc import Iterator

from docgen.inspect.deviation import Deviation
from docgen.inspect.elements import Element
from docgen.inspect.rule import Rule, Strength
from docgen.inspect.seen import Seen

RULE = Rule(
    "N04",
    "7.5",
    Strength.MUST,
    "空白页不编页码",
    "公文的版记页前有空白页的，空白页和版记页均不编排页码。",
)
_REMEDY = "请把空白页和版记页单独分节，去掉这一节页脚的页码"
_IMPRINT = (Element.COPY_TO, Element.IMPRINT)


def on_pages(seen: Seen) -> Iterator[Deviation]:
    if seen.pages is None or not seen.format.is_official or not seen.blocks(*_IMPRINT):
        return
    for page in seen.pages.pages[1:]:
        if page.is_readable and page.ink is None and page.page_number is not None:
            told = f"第{page.number}页是空白页，却有页码"
            box = page.page_number.ink
            yield Deviation(
                RULE, told, _REMEDY, "没有页码", str(page.page_number.number), page=page.number, box_mm=box
            )
            return
