"""Which organs a paper names at its head and at its end, and whether two names mean the same one."""

import re

from docgen.inspect.elements import Element
from docgen.inspect.wording.wording import Wording

_KIND = re.compile(r"(?:文件|命令|令|(?:办公会议|工作会议|常委会议|常务会议|会议)?纪要|(?:简|通)报)$")


def organs_of_mark(wording: Wording) -> list[str]:
    """The organs of 发文机关标志; minutes have none to compare."""
    names: list[str] = []
    for line in wording.of(Element.MARK):
        for part in re.split(r"[\n\t]", line.text):
            name = "".join(part.split())
            if name.endswith("纪要"):
                return []
            name = _KIND.sub("", name)
            if name:
                names.append(name)
    return names


def organs_signed(wording: Wording) -> list[str]:
    """The organs of 发文机关署名."""
    parts = (
        part for line in wording.of(Element.SIGNATURE) for part in re.split(r"[\n\t]| {2,}|　{2,}", line.text)
    )
    return [name for part in parts if (name := "".join(part.split()))]


def are_one_organ(one: str, other: str) -> bool:
    """Whether one name may be a short form of the other: its characters come in the same order."""
    short, long = sorted((_plain(one), _plain(other)), key=len)
    rest = iter(long)
    return all(char in rest for char in short)


def _plain(name: str) -> str:
    # 中国共产党 is 中共 for short; brackets only explain.
    plain = re.sub(r"[（(][^）)]*[）)]|\s", "", name).replace("中国共产党", "中共").removeprefix("中共")
    for short, long in (("党支部", "支部"), ("党总支", "总支"), ("党委", "委员会"), ("党组", "组")):
        plain = plain.replace(short, long)
    return plain
