"""One hand-in of the method: what came before it, and which reviewed points it settles (R43, R44)."""

from dataclasses import dataclass

from docgen.campaign.fact import Row, fact
from docgen.campaign.models.process import Submission
from docgen.campaign.models.record import BranchRecord
from docgen.records.schema import Entity

_YES_NO = ("是", "否")
_FEASIBLE = ("可行", "基本可行", "不可行")
_TIMELY = ("合理", "偏紧", "不明确")
_VAGUE = "不具体"
_NO_TIME = "不明确"


@dataclass(frozen=True, slots=True)
class SubmissionRow(Row):
    """The submission among its branch's; `previous` is empty for the first.

    `has_text` says that the record still holds the method in this version: of an older one only the
    review is known.
    """

    submission: Submission
    previous: Submission
    is_latest: bool
    has_text: bool


@dataclass(frozen=True, slots=True)
class ReviewPoint(Row):
    """One reviewed point with the boxes to tick; "" while only the reviewer's hand can tick."""

    name: str
    options: tuple[str, ...]
    chosen: str


@fact("submission", "本次报审", reads=("method", "review"))
def submission(branch: BranchRecord, item: Entity | None) -> SubmissionRow:
    """The row of the submission that the paper is about; without one, of the latest."""
    handed_in = branch.review.submissions
    one = item if isinstance(item, Submission) else handed_in[-1] if handed_in else Submission()
    place = _place(one, handed_in)
    version = branch.method.version
    return SubmissionRow(
        submission=one,
        previous=handed_in[place - 1] if place else Submission(),
        is_latest=place == len(handed_in) - 1,
        has_text=version is None or one.version is None or version == one.version,
    )


@fact("review_points", "审核要点", reads=())
def review_points(item: Entity | None) -> tuple[ReviewPoint, ...]:
    """The six points of the review form; ticked where the record's verdict leaves no choice."""
    one = item if isinstance(item, Submission) else Submission()
    return (
        ReviewPoint("目标是否量化", _YES_NO, ""),
        ReviewPoint("措施是否具体", _YES_NO, _concrete(one)),
        ReviewPoint("责任是否到人", _YES_NO, ""),
        ReviewPoint("时限是否明确", _YES_NO, _dated(one)),
        ReviewPoint("可行性", _FEASIBLE, one.feasibility),
        ReviewPoint("时效性", _TIMELY, one.timeliness),
    )


def _place(one: Submission, handed_in: tuple[Submission, ...]) -> int:
    same = [n for n, other in enumerate(handed_in) if other is one]
    # A paper may be made from copies of the records, in another process.
    return next(iter(same or [n for n, other in enumerate(handed_in) if other == one]), 0)


def _concrete(one: Submission) -> str:
    if _VAGUE in one.defects:
        return "否"
    return "是" if one.result else ""


def _dated(one: Submission) -> str:
    if not one.timeliness:
        return ""
    return "否" if one.timeliness == _NO_TIME else "是"
