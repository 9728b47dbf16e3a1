"""P09: text is black; only the mark, the red lines and seals are red."""

from collections.abc import Iterator

from docgen.inspect.deviation import Deviation
from docgen.inspect.document.model import Run
from docgen.inspect.elements import Element
from docgen.inspect.manner import visible
from docgen.inspect.rule import Rule, Strength
from docgen.inspect.seen import Seen
from docgen.inspect.telling import at_block, at_paragraph
from docgen.inspect.upright import is_judged, is_judged_on_pages

RULE = Rule(
    "P09",
    "5.2.4",
    Strength.MUST,
    "文字为黑色",
    "如无特殊说明，公文中文字的颜色均为黑色。红色只用于发文机关标志、分隔线和印章。",
)
_ALLOWED = (Element.MARK, Element.BLANK)
_DARK = 0x40
_REMEDY = "请把这些字的颜色改为黑色（自动）"


def in_document(seen: Seen) -> Iterator[Deviation]:
    if seen.document is None or not is_judged(seen):
        return
    for paragraph in seen.document.paragraphs:
        if seen.element_of(paragraph) in _ALLOWED:
            continue
        colored = [run for run in visible(paragraph.runs) if not _is_dark(run)]
        if colored:
            colors = "、".join(dict.fromkeys(f"#{run.color}" for run in colored))
            text = "".join(run.text for run in colored).strip()[:12]
            yield at_paragraph(RULE, paragraph, f"“{text}”不是黑色", _REMEDY, "黑色", colors)


def _is_dark(run: Run) -> bool:
    return not run.color or max(int(run.color[at : at + 2], 16) for at in (0, 2, 4)) <= _DARK


def on_pages(seen: Seen) -> Iterator[Deviation]:
    if seen.pages is None or not is_judged_on_pages(seen):
        return
    for block, element in zip(seen.pages.blocks, seen.page_elements, strict=True):
        # A seal over the name makes some of its ink red.
        if block.look.is_red and element not in (*_ALLOWED, Element.SIGNATURE, Element.DATE):
            yield at_block(RULE, block, "这些字是红色的", _REMEDY, "黑色", "红色")
