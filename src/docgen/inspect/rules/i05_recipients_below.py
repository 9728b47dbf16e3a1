"""I05: recipients moved to the imprint stand above the copies, with no line between."""

import re
from collections.abc import Iterator

from docgen.inspect.deviation import Deviation
from docgen.inspect.elements import Element
from docgen.inspect.imprint import imprint_of
from docgen.inspect.rule import Rule, Strength
from docgen.inspect.seen import Seen
from docgen.inspect.telling import at_block

RULE = Rule(
    "I05",
    "7.4.2",
    Strength.MUST,
    "版记中的主送机关",
    "需把主送机关移至版记时，除将“抄送”二字改为“主送”外，编排方法同抄送机关；既有主送机关又有抄送机关时，"
    "应当将主送机关置于抄送机关之上一行，之间不加分隔线。",
)
_MAIN = re.compile(r"主\s*送\s*[:：]")
_COPY = re.compile(r"抄\s*[送报]\s*[:：]")


def on_pages(seen: Seen) -> Iterator[Deviation]:
    imprint = imprint_of(seen)
    if imprint is None or not seen.blocks(Element.COPY_TO):
        return
    main = next((block for block in imprint.blocks if _MAIN.match(block.text)), None)
    copies = next((block for block in imprint.blocks if _COPY.match(block.text)), None)
    if main is None or copies is None:
        return
    if main.ink.top_mm > copies.ink.top_mm:
        told = "主送机关在抄送机关之下"
        yield at_block(RULE, main, told, "请把主送机关移到抄送机关之上一行", "主送在上", "抄送在上")
        return
    between = [
        line for line in imprint.lines if main.ink.bottom_mm - 1 < line.box.top_mm < copies.ink.top_mm + 1
    ]
    if between:
        told = "主送机关与抄送机关之间加了分隔线"
        yield at_block(RULE, copies, told, "请去掉这条线", "不加分隔线", box_mm=between[0].box)
