"""What members and masses said of a notice, and how it was answered (R29, D27)."""

import re
from dataclasses import dataclass

from docgen.campaign.fact import Row, fact
from docgen.campaign.facts.notices import NoticeRow, notices
from docgen.campaign.models.process import Feedback, Notice
from docgen.campaign.models.record import BranchRecord
from docgen.campaign.office import Office
from docgen.records.schema import Entity

# A way told in brackets behind who spoke: 匿名（意见箱）.
_WAY = re.compile(r"(?P<who>.*\S)\s*[（(](?P<way>[^（）()]+)[）)]\s*")


@dataclass(frozen=True, slots=True)
class FeedbackRow(Row):
    """One opinion, with who handled it: whoever received opinions on the notice."""

    feedback: Feedback
    who: str
    way: str
    handler: str


@dataclass(frozen=True, slots=True)
class FeedbackGroup(Row):
    """The opinions on one notice; `notice` is None for those that name no notice of the branch."""

    notice: NoticeRow | None
    rows: tuple[FeedbackRow, ...]


@dataclass(frozen=True, slots=True)
class NoticeFeedback(Row):
    """The opinions on the notice that the paper is about; `count` is None while nobody counted them.

    `newer_version` is the branch's method where it is newer than the one posted.
    """

    rows: tuple[FeedbackRow, ...]
    count: int | None
    answered: int
    newer_version: int | None


@fact("feedback_groups", "意见反馈", reads=("campaign", "publicity"))
def feedback_groups(branch: BranchRecord, office: Office) -> tuple[FeedbackGroup, ...]:
    """A group for each notice, in the record's order; last the opinions on no known notice."""
    groups = [FeedbackGroup(row, _rows_on(row.notice, branch)) for row in notices(branch, office)]
    known = {row.notice.id for row in notices(branch, office)}
    stray = tuple(_row(one, Notice()) for one in branch.publicity.feedback if one.notice not in known)
    return (*groups, FeedbackGroup(None, stray)) if stray else tuple(groups)


@fact("notice_feedback", "本次公示意见", reads=("method", "publicity"))
def notice_feedback(branch: BranchRecord, item: Entity | None) -> NoticeFeedback:
    """The opinions on this notice, counted from their list, else as typed."""
    posted = item if isinstance(item, Notice) else next(iter(branch.publicity.notices), Notice())
    rows = _rows_on(posted, branch)
    version = branch.method.version
    is_newer = version is not None and posted.method_version is not None and version > posted.method_version
    return NoticeFeedback(
        rows=rows,
        count=len(rows) if rows else posted.feedback_count,
        answered=sum(row.feedback.replied_on is not None for row in rows),
        newer_version=version if is_newer else None,
    )


def _rows_on(notice: Notice, branch: BranchRecord) -> tuple[FeedbackRow, ...]:
    return tuple(_row(one, notice) for one in branch.publicity.feedback if one.notice == notice.id)


def _row(feedback: Feedback, notice: Notice) -> FeedbackRow:
    found = _WAY.fullmatch(feedback.from_whom)
    who, way = (found["who"], found["way"]) if found else (feedback.from_whom, "")
    return FeedbackRow(feedback, who, way, notice.supervise.receiver)
