"""B22: an attachment that is not bound with the paper names the paper's own number."""

import re
from collections.abc import Iterator

from docgen.inspect.deviation import Deviation
from docgen.inspect.elements import Element
from docgen.inspect.rule import Rule, Strength
from docgen.inspect.seen import Seen
from docgen.inspect.telling import at_paragraph
from docgen.inspect.upright import is_judged

RULE = Rule(
    "B22",
    "7.3.7",
    Strength.MUST,
    "不一起装订的附件",
    "附件与正文不能一起装订时，应当在附件左上角第一行顶格编排公文的发文字号并在其后标注“附件”二字及附件顺序号。",
)
_LABEL = re.compile(r"(.+号)附件\d{0,2}[：:]?")


def in_document(seen: Seen) -> Iterator[Deviation]:
    numbers = "".join("".join(one.text.split()) for one in seen.paragraphs(Element.NUMBER, Element.SIGNER))
    for label in seen.paragraphs(Element.ATTACHMENT_LABEL) if is_judged(seen) else ():
        found = _LABEL.fullmatch("".join(label.text.split()))
        if found and numbers and found[1] not in numbers:
            told = "附件上的发文字号与正文的不一致"
            yield at_paragraph(RULE, label, told, "请改为本公文的发文字号", "本公文的发文字号", found[1])
