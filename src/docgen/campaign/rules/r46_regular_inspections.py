"""R46 进行定期检查 (part three)."""

from collections.abc import Iterator
from datetime import date

from docgen.campaign.intervals import Stop, too_far_apart
from docgen.campaign.lost_branches import all_are_known
from docgen.campaign.models.record import CommitteeRecord
from docgen.campaign.office import Office
from docgen.campaign.rule import Hit, rule
from docgen.findings import Severity

_FIELD = "inspections"
_SEED = "进行定期检查"


@rule(
    "R46",
    due="S10",
    severity=Severity.ERROR,
    remedy="到没有查过的党支部督查一次",
    scope="office",
    seed=_SEED,
)
def every_branch_inspected(office: Office) -> Iterator[Hit]:
    """到考评验收时，每个党支部至少被督查过一次。

    正确::

        inspections: [{id: J1, date: 2013-05-07, branches: [Z01, Z02]}]

    错误::

        inspections: [{id: J1, date: 2013-05-07, branches: [Z01]}]
    """
    if not all_are_known(office):
        return
    seen = {branch for one in office.committee.inspections for branch in one.branches}
    left = [record.branch for record in office.branches if record.branch.id and record.branch.id not in seen]
    if left:
        names = "、".join(f"{one.short_name}（{one.id}）" for one in left)
        yield Hit(_FIELD, f"没有督查过的党支部：{names}")


@rule(
    "R46",
    due="S9",
    severity=Severity.WARNING,
    remedy="按规定的间隔安排督查，或者核对督查日期",
    scope="committee",
    seed=_SEED,
)
def inspections_are_regular(committee: CommitteeRecord, as_of: date | None) -> Iterator[Hit]:
    """从部署会到年底验收，两次督查相隔不超过“督查最大间隔天数”；没有定这个天数的不查。

    正确::

        campaign: {rules: {inspection_max_gap_days: 140}}
        inspections: [{id: J1, date: 2013-05-07}, {id: J2, date: 2013-09-10}]

    错误::

        campaign: {rules: {inspection_max_gap_days: 90}}
        inspections: [{id: J1, date: 2013-05-07}, {id: J2, date: 2013-09-10}]
    """
    most = committee.campaign.rules.inspection_max_gap_days
    stops = [
        Stop(f"{_FIELD}[{index}].date", "督查", one.date)
        for index, one in enumerate(committee.inspections)
        if one.date
    ]
    held = committee.deployment_meeting.date
    accepted = min(committee.final_evaluation.dates, default=None)
    start = Stop(_FIELD, "部署会", held) if held else None
    last = accepted or as_of
    end = Stop(_FIELD, "年底验收" if accepted else "今天", last) if last else None
    if stops:
        yield from too_far_apart(start, stops, end, most, "没有督查")
