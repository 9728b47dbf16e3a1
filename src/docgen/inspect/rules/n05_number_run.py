"""N05: pages are numbered through, attachments included."""

from collections.abc import Iterator
from itertools import pairwise

from docgen.inspect.deviation import Deviation
from docgen.inspect.rule import Rule, Strength
from docgen.inspect.seen import Seen
from docgen.inspect.upright import is_judged

RULE = Rule(
    "N05",
    "7.5",
    Strength.MUST,
    "页码连续",
    "公文的附件与正文一起装订时，页码应当连续编排，从第1页起，不另起。",
)
_REMEDY = "请在“设置页码格式”中选“续前节”，首节从1开始"


def in_document(seen: Seen) -> Iterator[Deviation]:
    if seen.document is None or not is_judged(seen):
        return
    for at, section in enumerate(seen.document.sections):
        if section.number_start is not None and (at > 0 or section.number_start != 1):
            told = (
                f"第{at + 1}节的页码从{section.number_start}重新开始"
                if at
                else f"页码从{section.number_start}开始"
            )
            yield Deviation(RULE, told, _REMEDY, "连续编排", f"从{section.number_start}开始", text="页码")
            return


def on_pages(seen: Seen) -> Iterator[Deviation]:
    if seen.pages is None or not seen.format.is_official:
        return
    numbered = [(page.number, page.page_number.number) for page in seen.pages.pages if page.page_number]
    for (page, number), (following, next_number) in pairwise(numbered):
        if next_number - number != following - page:
            told = f"第{following}页的页码是{next_number}，前面第{page}页是{number}"
            yield Deviation(
                RULE,
                told,
                _REMEDY,
                str(number + following - page),
                str(next_number),
                page=following,
                text="页码",
            )
            return
