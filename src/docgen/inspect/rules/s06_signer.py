"""S06: a paper that goes upward names its signer."""

import re
from collections.abc import Iterator

from docgen.inspect.elements import Element
from docgen.inspect.rule import Rule, Strength
from docgen.inspect.wording import Slip, Wording, both

RULE = Rule(
    "S06",
    "7.2.6、《条例》第九条",
    Strength.MUST,
    "上行文标注签发人",
    "上行文应当在发文字号右侧标注签发人姓名：“签发人：×××”。",
)
_LABEL = re.compile(r"签\s*发\s*人\s*[:：]?\s*([^\s　:：]*)")


def _slips(wording: Wording) -> Iterator[Slip]:
    if not wording.has_head or wording.genre not in ("报告", "请示") or not wording.goes_up:
        return
    signers = [line for line in wording.lines if "签发人" in re.sub(r"\s", "", line.text)]
    if not signers and not wording.of(Element.SIGNER):
        place = (wording.of(Element.NUMBER) or wording.of(Element.TITLE) or wording.lines)[0]
        told = f"{wording.genre}是上行文，没有标注签发人"
        yield Slip(place, told, "请在发文字号右侧标“签发人：姓名”", "签发人：姓名", "没有")
    elif signers and not wording.of(Element.SIGNER):
        found = _LABEL.search(signers[0].text)
        if found and not found[1]:
            yield Slip(signers[0], "“签发人”后面没有姓名", "请写上签发人的姓名", "签发人：姓名", "没有姓名")


in_document, on_pages = both(RULE, _slips)
