"""R8 用三种形式查找问题，每个问题有来源 (part two, step one)."""

from collections.abc import Iterator
from datetime import date

from docgen.campaign.days import two
from docgen.campaign.models.record import BranchRecord
from docgen.campaign.models.types import ActivityKind
from docgen.campaign.office import Office
from docgen.campaign.options import words_of
from docgen.campaign.rule import Hit, rule
from docgen.findings import Severity
from docgen.text.dates import month_day

_FIELD = "diagnosis.activities"
_SEED = "通过召开座谈会、走访调研、向上级党组织征求意见等形式"
_NAMED = words_of(ActivityKind)[:3]  # not 其他


@rule(
    "R8", due="S1", severity=Severity.WARNING, remedy="补上这种形式的查找活动，或者核对“查找方式”", seed=_SEED
)
def three_kinds_used(branch: BranchRecord) -> Iterator[Hit]:
    """查找活动里，座谈会、走访调研、向上级党组织征求意见三种形式都有；其他形式可以另加。

    正确::

        diagnosis: {activities: [
          {id: D1, kind: 座谈会}, {id: D2, kind: 走访调研}, {id: D3, kind: 向上级党组织征求意见}]}

    错误::

        diagnosis: {activities: [{id: D1, kind: 座谈会}, {id: D2, kind: 走访调研}]}
    """
    used = {activity.kind for activity in branch.diagnosis.activities}
    lacking = [kind for kind in _NAMED if kind not in used]
    if lacking and used:
        yield Hit(_FIELD, f"查找问题没有用{'、'.join(f'“{kind}”' for kind in lacking)}的形式")


@rule("R8", due="S1", severity=Severity.ERROR, remedy="补上至少一次查找活动", seed=_SEED)
def activities_recorded(branch: BranchRecord) -> Iterator[Hit]:
    """查找问题要有活动记录。

    正确::

        diagnosis: {activities: [{id: D1, kind: 座谈会, date: 2013-02-26}]}

    错误::

        diagnosis: {activities: }
    """
    if not branch.diagnosis.activities:
        yield Hit(_FIELD, "没有查找活动的记录")


@rule("R8", due="S1", severity=Severity.ERROR, remedy="在“来源”里写查找活动的编号", seed=_SEED)
def problems_have_sources(branch: BranchRecord) -> Iterator[Hit]:
    """每个问题至少来自一次查找活动。

    正确::

        problems: [{id: W1, sources: [D1]}]

    错误::

        problems: [{id: W1, sources: []}]
    """
    for index, problem in enumerate(branch.problems):
        if not problem.sources:
            yield Hit(f"problems[{index}].sources", "没有写明问题来自哪次查找活动")


@rule("R8", due="S1", severity=Severity.ERROR, remedy="核对活动的日期", scope="office", seed=_SEED)
def activities_after_start(office: Office) -> Iterator[Hit]:
    """查找活动在部署之后进行：活动日期不早于部署日期。

    正确::

        diagnosis: {activities: [{id: D1, kind: 座谈会, date: 2013-02-20}]}

    错误::

        diagnosis: {activities: [{id: D1, kind: 座谈会, date: 2013-02-19}]}
    """
    issued_on = office.campaign.issued_on
    hits = [hit for record in office.branches for hit in _early(record, issued_on)]
    early = {id(hit.branch) for hit in hits}
    if issued_on and len(early) > 1 and len(early) == len(office.branches):
        said = f"部署日期是 {month_day(issued_on)}，各党支部都有查找活动早于它，例如{hits[0].message}"
        yield Hit("campaign.issued_on", said, "核对部署日期")
        return
    yield from hits


def _early(record: BranchRecord, issued_on: date | None) -> Iterator[Hit]:
    for index, activity in enumerate(record.diagnosis.activities):
        if activity.date and issued_on and activity.date < issued_on:
            held, issued = two(activity.date, issued_on)
            said = f"活动日期 {held}早于部署日期 {issued}"
            yield Hit(f"{_FIELD}[{index}].date", said, branch=record)
