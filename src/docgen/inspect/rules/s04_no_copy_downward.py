"""S04: a paper that goes upward is not copied to those below."""

import re
from collections.abc import Iterator

from docgen.inspect.elements import Element
from docgen.inspect.rule import Rule, Strength
from docgen.inspect.wording import Slip, Wording, both

RULE = Rule(
    "S04",
    "《条例》第十五条",
    Strength.USUAL,
    "上行文不抄送下级机关",
    "向上级机关行文，不抄送下级机关；上级批准之后再另行发文。",
)
_SUBORDINATE = re.compile(
    r"各(?!级领导)|所属|下属|直属(?:单位|支部|机构)|基层|(?:党|团)?支部$|(?:科室|班组|车间)$"
)


def _slips(wording: Wording) -> Iterator[Slip]:
    if not wording.goes_up:
        return
    for line in wording.of(Element.COPY_TO):
        text = re.sub(r"^\s*抄\s*[送报]\s*[:：]?", "", line.text).rstrip("。 ")
        for name in re.split(r"[、，,；;\n]", text):
            if _SUBORDINATE.search(name.strip()):
                told = f"上行文抄送了“{name.strip()}”，看起来是下级机关"
                yield Slip(line, told, "请从抄送里去掉下级机关", found=name.strip())
                break


in_document, on_pages = both(RULE, _slips)
