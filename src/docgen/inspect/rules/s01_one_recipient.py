"""S01: a paper that goes upward has one recipient."""

import re
from collections.abc import Iterator

from docgen.inspect.elements import Element
from docgen.inspect.rule import Rule, Strength
from docgen.inspect.wording import Slip, Wording, both

RULE = Rule(
    "S01",
    "《条例》第十五条",
    Strength.MUST,
    "上行文只写一个主送机关",
    "上行文原则上主送一个上级机关，需要同时送的其他机关用抄送；不送领导者个人。",
)
_SEVERAL = re.compile(r"[、，,；;\n]")
_PERSON = re.compile(
    r"(?:书记|市长|县长|省长|区长|主任|局长|厅长|处长|校长|院长|董事长|总经理|同志|领导)[：:]?$"
)


def _slips(wording: Wording) -> Iterator[Slip]:
    lines = wording.of(Element.RECIPIENTS)
    if not wording.goes_up or not lines:
        return
    text = "".join(line.text.strip() for line in lines).rstrip("：:，、")
    names = [name for name in _SEVERAL.split(text) if name.strip()]
    if len(names) > 1:
        told = f"上行文写了{len(names)}个主送机关"
        yield Slip(lines[0], told, "请只写一个主送机关，其余的写在抄送里", "1个", f"{len(names)}个")
    elif _PERSON.search(text):
        yield Slip(lines[0], f"上行文主送了个人“{text}”", "请主送上级机关，不送领导者个人", found=text)


in_document, on_pages = both(RULE, _slips)
