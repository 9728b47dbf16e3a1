"""S01: a paper that goes upward has one recipient; what asks or answers has at least one."""

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
    "请示、报告、批复、函都有主送机关。上行文原则上主送一个上级机关，需要同时送的其他机关用抄送；不送领导者个人。",
)
_SEVERAL = re.compile(r"[、，,；;\n]")
_PERSON = re.compile(
    r"(?:书记|市长|县长|省长|区长|主任|局长|厅长|处长|校长|院长|董事长|总经理|同志|领导)[：:]?$"
)
_ADDRESSED = ("请示", "报告", "批复", "函")


def _slips(wording: Wording) -> Iterator[Slip]:
    lines = wording.of(Element.RECIPIENTS)
    yield from _missing(wording)
    if not wording.goes_up or not lines:
        return
    text = "".join(line.text.strip() for line in lines).rstrip("：:，、")
    names = [name for name in _SEVERAL.split(text) if name.strip()]
    if len(names) > 1:
        told = f"上行文写了{len(names)}个主送机关"
        yield Slip(lines[0], told, "请只写一个主送机关，其余的写在抄送里", "1个", f"{len(names)}个")
    elif _PERSON.search(text):
        yield Slip(lines[0], f"上行文主送了个人“{text}”", "请主送上级机关，不送领导者个人", found=text)


def _missing(wording: Wording) -> Iterator[Slip]:
    """Nobody is addressed, neither under the title nor in the imprint."""
    titles, body = wording.of(Element.TITLE), wording.body
    if not titles or not body or not wording.has_head or wording.genre not in _ADDRESSED:
        return
    moved = any(line.text.strip().startswith("主送") for line in wording.of(Element.COPY_TO))
    first = body[0].text.strip()
    may_be_one = len(first) < 60 and first.endswith(("：", ":"))
    if not wording.of(Element.RECIPIENTS) and not moved and not may_be_one:
        told = f"{wording.genre}没有主送机关"
        yield Slip(titles[-1], told, "请在标题下空一行、顶格写主送机关，末尾标“：”", "主送机关", "没有")


in_document, on_pages = both(RULE, _slips)
