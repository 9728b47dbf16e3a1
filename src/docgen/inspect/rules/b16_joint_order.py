"""B16: the organs of a joint paper sign in the order in which the mark names them."""

import re
from collections.abc import Iterator, Sequence

from docgen.inspect.deviation import Deviation
from docgen.inspect.elements import Element
from docgen.inspect.rule import Rule, Strength
from docgen.inspect.seen import Seen
from docgen.inspect.telling import at_block, at_paragraph
from docgen.inspect.upright import is_judged, is_judged_on_pages

RULE = Rule(
    "B16",
    "7.3.5.2",
    Strength.MUST,
    "联合行文的署名顺序",
    "联合行文时，先编排主办机关署名，其余发文机关署名依次向下（或向右）编排，顺序与发文机关标志一致。",
)
_GAP = re.compile(r"[\n\t]|[ 　]{2,}")


def in_document(seen: Seen) -> Iterator[Deviation]:
    signed = seen.paragraphs(Element.SIGNATURE) if is_judged(seen) else ()
    told = _fault([one.text for one in seen.paragraphs(Element.MARK)], [one.text for one in signed])
    if told:
        yield at_paragraph(RULE, signed[0], *told)


def on_pages(seen: Seen) -> Iterator[Deviation]:
    signed = seen.blocks(Element.SIGNATURE) if is_judged_on_pages(seen) else ()
    told = _fault([one.text for one in seen.blocks(Element.MARK)], [one.text for one in signed])
    if told:
        yield at_block(RULE, signed[0], *told)


def _fault(marks: Sequence[str], signed: Sequence[str]) -> tuple[str, str, str, str] | None:
    organs, names = _names(marks), _names(signed)
    if len(organs) < 2 or sorted(organs) != sorted(names) or organs == names:
        return None
    remedy = "请按发文机关标志中的顺序署名，主办机关在前"
    return "署名的顺序与发文机关标志不一致", remedy, "、".join(organs), "、".join(names)


def _names(texts: Sequence[str]) -> list[str]:
    parts = (re.sub(r"\s", "", part).removesuffix("文件") for text in texts for part in _GAP.split(text))
    return [part for part in parts if part]
