"""I01: the imprint stands on the last page, which is an even one when both sides are printed."""

from collections.abc import Iterator

from docgen.inspect.deviation import Deviation
from docgen.inspect.elements import Place
from docgen.inspect.imprint import imprint_of
from docgen.inspect.rule import Rule, Strength
from docgen.inspect.seen import Seen
from docgen.inspect.telling import at_block

RULE = Rule(
    "I01",
    "7.4.1",
    Strength.USUAL,
    "版记的位置",
    "版记应置于公文最后一面。双面印刷时最后一面是偶数页，版记前的空白页不编页码；这一点由6.2和7.4.1推得，单面印刷的不必，所以只在报告里注明，不算问题。",
)


def on_pages(seen: Seen) -> Iterator[Deviation]:
    imprint = imprint_of(seen)
    if imprint is None or seen.pages is None or not seen.format.is_official:
        return
    count = seen.pages.count or len(seen.pages.pages)
    block = imprint.blocks[0]
    # What the last pages hold is not always an attachment of this paper; an attachment must stand before.
    later = (one for one in seen.pages.blocks if one.page > imprint.page)
    follows = [one for one in later if one.look.place is not Place.FOOTER]
    if imprint.page < count and follows:
        told = f"版记在第 {imprint.page} 页，公文共 {count} 页"
        yield at_block(RULE, block, told, "请把版记移到最后一面", f"第{count}页", f"第{imprint.page}页")
