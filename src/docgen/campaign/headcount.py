"""Several people in one entry: “预备党员 3 名” stands for three and is no name of the registry (J11)."""

import re

from docgen.campaign.models.meetings import DeploymentMeeting, Meeting

_GROUP = re.compile(r"(\d+|[一二两三四五六七八九十]+)\s*(?:名|人|位)$")
_SEVERAL = re.compile(r"[、，,；;/]|和|与|及|全体|各|有关|相关|支委|支部|委员会|小组|部门|办公室|党员|书记$")
_DIGITS = {word: number for number, word in enumerate("一二三四五六七八九", start=1)} | {"两": 2}


def headcount(entry: str) -> int | None:
    """How many people the entry stands for; None when it names one person."""
    found = _GROUP.search(entry.strip())
    if found is None:
        return None
    return int(found[1]) if found[1].isdecimal() else _spoken(found[1])


def names_several(entry: str) -> bool:
    """Whether the entry names several people, a group or a department, where one person is due (R24)."""
    return _SEVERAL.search(entry) is not None


def _spoken(word: str) -> int:
    tens, ten, ones = word.rpartition("十")
    if not ten:
        return _DIGITS.get(word[-1], 0)
    return (_DIGITS.get(tens[-1:], 0) if tens else 1) * 10 + _DIGITS.get(ones[:1], 0)


def unaccounted(meeting: Meeting | DeploymentMeeting) -> str:
    """What is wrong when the absentees listed are not those who should have come and did not, or ""."""
    if meeting.should is None or meeting.present is None or meeting.present > meeting.should:
        return ""
    away = meeting.should - meeting.present
    listed = sum(headcount(one.name) or 1 for one in meeting.absent)
    said = f"应到 {meeting.should} 人、实到 {meeting.present} 人"
    return "" if away == listed else f"{said}，缺席应是 {away} 人，名单上是 {listed} 人"
