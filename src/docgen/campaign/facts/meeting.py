"""One meeting of a branch, in the words of its record (R19, R55, D35)."""

from dataclasses import dataclass

from docgen.campaign.fact import Row, fact
from docgen.campaign.facts.adoption import vote_text
from docgen.campaign.models.meetings import Absence, Meeting
from docgen.campaign.models.record import BranchRecord
from docgen.records.schema import Entity

_KIND, _SECTION = "D35", "发言要点"


@dataclass(frozen=True, slots=True)
class MeetingFact(Row):
    """`vote_text` is "" where the meeting did not adopt the method; `absent_text` names all who did not come.

    `points` is what was said, of 补充文字 with the meeting's day: 发言要点（2012-06-14）.
    """

    absent_text: str
    adopts_method: bool
    vote_text: str
    points: str


@fact("meeting", "本次会议", reads=("meetings", "method", "texts"))
def meeting(branch: BranchRecord, item: Entity | None) -> MeetingFact:
    """The meeting that the paper is about."""
    held = item if isinstance(item, Meeting) else Meeting()
    vote = branch.method.adopted
    adopts = held.date is not None and held.date == vote.date and vote.meeting in ("", held.type)
    return MeetingFact(
        absent_text="；".join(filter(None, map(_absence, held.absent))),
        adopts_method=adopts,
        vote_text=vote_text(vote) if adopts else "",
        points=_points(branch, held),
    )


def _points(branch: BranchRecord, held: Meeting) -> str:
    section = f"{_SECTION}（{held.date.isoformat()}）" if held.date else ""
    return branch.texts.get(_KIND, {}).get(section, "")


def _absence(one: Absence) -> str:
    return f"{one.name}（{one.reason}）" if one.name and one.reason else one.name or one.reason
