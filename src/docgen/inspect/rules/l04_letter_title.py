"""L04: the letter's title is centred, two rows under what stands above it."""

from collections.abc import Iterator

from docgen.inspect.asking import is_at
from docgen.inspect.deviation import Deviation
from docgen.inspect.elements import Element, Format
from docgen.inspect.rule import Rule, Strength
from docgen.inspect.seen import Seen
from docgen.inspect.telling import at_block

RULE = Rule(
    "L04",
    "10.1",
    Strength.MUST,
    "信函的标题",
    "标题居中编排，与其上最后一个要素相距二行。",
)
# Two empty rows from ink to ink; larger type begins higher in its row (gbt9704 6, H06).
_GAP_MM = (21.0, 27.5)
_CENTRE_MM = 2.5
_HEAD = (Element.NUMBER, Element.COPY_NUMBER, Element.SECRECY, Element.URGENCY)


def on_pages(seen: Seen) -> Iterator[Deviation]:
    titles = [block for block in seen.blocks(Element.TITLE) if block.page == 1]
    above = [block for block in seen.blocks(*_HEAD) if block.page == 1]
    if seen.format is not Format.LETTER or not titles or not above:
        return
    title = titles[0]
    gap = title.ink.top_mm - max(block.ink.bottom_mm for block in above)
    if not _GAP_MM[0] <= gap <= _GAP_MM[1]:
        told = f"标题与其上最后一个要素相距 {gap:.1f} 毫米，不是空二行"
        yield at_block(RULE, title, told, "请空二行", "空二行（约24毫米）", f"{gap:.1f} 毫米")
    centre = seen.numbers.centre_mm
    if not is_at(title.cells.centre_x_mm, centre, _CENTRE_MM):
        yield at_block(RULE, title, "标题没有居中", "请居中", "居中")
