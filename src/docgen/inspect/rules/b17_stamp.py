"""B17: who signs an order stands four characters in, his post two characters left of his name."""

import re
from collections.abc import Iterator

from docgen.inspect.bearings import span_chars
from docgen.inspect.deviation import Deviation
from docgen.inspect.elements import Element, Format
from docgen.inspect.rule import Rule, Strength
from docgen.inspect.seen import Seen
from docgen.inspect.telling import at_paragraph
from docgen.inspect.upright import is_judged
from docgen.layout.gbt9704 import CHARS_PER_ROW

RULE = Rule(
    "B17",
    "7.3.5.3",
    Strength.MUST,
    "签发人签名章的位置",
    "单一机关制发的公文加盖签发人签名章时，在正文下空二行右空四字加盖签发人签名章，签名章左空二字标注签发人职务，"
    "以签名章为准上下居中排布；在签名章下空一行右空四字编排成文日期。",
)
_SLACK = 0.6
_RIGHT = 4.0


def in_document(seen: Seen) -> Iterator[Deviation]:
    if not is_judged(seen) or seen.format is not Format.ORDER:
        return
    for paragraph in seen.paragraphs(Element.POST, Element.DATE):
        span = span_chars(paragraph)
        if span is None:
            continue
        right = CHARS_PER_ROW - span[1]
        if abs(right - _RIGHT) > _SLACK:
            what = str(seen.element_of(paragraph)).replace("职务", "签名章")
            found = f"右空{right:.2g}字"
            yield at_paragraph(RULE, paragraph, f"{what}{found}", "请让它右空四字", "右空4字", found)
    for paragraph in seen.paragraphs(Element.POST):
        if re.search(r"[长记任席理员] ?[一-鿿]", paragraph.text.strip()) and not re.search(
            r"[ 　\t]{2}|　", paragraph.text.strip()
        ):
            remedy = "请在职务与签名章之间空二字"
            yield at_paragraph(RULE, paragraph, "职务与签名章之间没有空二字", remedy, "空2字", "不足2字")
