"""公示: how many working days, from when to when, where."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from docgen.campaign.fact import Row, fact
from docgen.campaign.models.process import Channel, Notice
from docgen.campaign.models.record import BranchRecord
from docgen.campaign.office import Office
from docgen.campaign.phrases import channels, period_with_workdays
from docgen.records.schema import Entity


@dataclass(frozen=True, slots=True)
class NoticeRow(Row):
    """A notice with its period and channels in words."""

    notice: Notice
    workdays: int | None
    period_text: str
    channels_text: str


@dataclass(frozen=True, slots=True)
class ResultNoticeFact(Row):
    """The committee's 结果公示 in words."""

    workdays: int | None
    period_text: str
    channels_text: str


@fact("notices", "公示情况", reads=("campaign", "publicity.notices"))
def notices(branch: BranchRecord, office: Office) -> tuple[NoticeRow, ...]:
    """A row for each notice of the branch."""
    return tuple(_row(notice, office) for notice in branch.publicity.notices)


@fact("notice", "本次公示", reads=("campaign", "publicity.notices"))
def notice(branch: BranchRecord, office: Office, item: Entity | None) -> NoticeRow:
    """The row of the notice that the paper is about; without one, of the branch's first."""
    first = branch.publicity.notices[0] if branch.publicity.notices else Notice()
    return _row(item if isinstance(item, Notice) else first, office)


@fact("result_notice", "结果公示", scope="committee", reads=("campaign", "final_evaluation"))
def result_notice(office: Office) -> ResultNoticeFact:
    """The committee's notice of the results."""
    posted = office.committee.final_evaluation.result_notice
    return ResultNoticeFact(*_words(posted.start, posted.end, posted.channels, office))


def _row(posted: Notice, office: Office) -> NoticeRow:
    return NoticeRow(posted, *_words(posted.start, posted.end, posted.channels, office))


def _words(
    start: date | None, end: date | None, places: Iterable[Channel], office: Office
) -> tuple[int | None, str, str]:
    workdays = office.workdays(start, end)
    return workdays, period_with_workdays(start, end, workdays), channels(places)
