"""R41 对没有达到目标要求的实施责任追究 (part three)."""

from collections.abc import Iterator

from docgen.campaign.facts.grades import achieved
from docgen.campaign.lost_branches import all_are_known
from docgen.campaign.models.record import BranchRecord, CommitteeRecord
from docgen.campaign.office import Office
from docgen.campaign.owed import owed
from docgen.campaign.rule import Hit, nearest, rule
from docgen.findings import Severity

_FIELD = "accountability"
_SEED = "对没有达到目标要求的实施责任追究"


@rule(
    "R41",
    due="S11",
    severity=Severity.ERROR,
    remedy="由党委研究决定追责方式，在“责任追究”里登记",
    scope="office",
    seed=_SEED,
)
def failures_answered_for(office: Office) -> Iterator[Hit]:
    """没有实现目标的党支部，在党委记录的“责任追究”里都有一条。

    正确::

        target: {score: 90}
        final: {achieved: false}
        accountability: [{branch: Z01, person: 赵海, form: [约谈], decided_on: 2013-12-19}]

    错误::

        target: {score: 90}
        final: {achieved: false}
        accountability: []
    """
    if not all_are_known(office):
        return
    named = {one.branch for one in office.committee.accountability}
    for record in office.branches:
        if record.branch.id and record.branch.id not in named and _has_failed(record, office):
            name = record.branch.short_name
            yield Hit(_FIELD, f"“{name}”（{record.branch.id}）没有实现目标，“责任追究”里没有它")


def _has_failed(record: BranchRecord, office: Office) -> bool:
    """By grade and score (J5) and by what is typed; where these two differ, X14 tells it."""
    said = {one for one in (achieved(record, office), record.final.achieved) if one is not None}
    return said == {False}


@rule(
    "R41",
    due="S11",
    severity=Severity.ERROR,
    remedy="按党委的决定补上",
    scope="committee",
    seed=_SEED,
)
def answer_is_whole(committee: CommitteeRecord) -> Iterator[Hit]:
    """每条责任追究写明党支部、责任人、事由、方式、决定机关和决定日期；方式是“追责方式”里有的。

    正确::

        accountability: [{branch: Z01, person: 赵海, reason: 未实现目标, form: [约谈, 书面检查],
          decided_by: 党委会, decided_on: 2013-12-19}]

    错误::

        accountability: [{branch: Z01, person: 赵海, reason: 未实现目标, form: [口头提醒],
          decided_by: 党委会, decided_on: 2013-12-19}]

    错误::

        accountability: [{branch: Z01, person: 赵海, reason: 未实现目标, form: [约谈], decided_by: 党委会}]
    """
    allowed = committee.campaign.rules.accountability_forms
    for index, one in enumerate(committee.accountability):
        field = f"{_FIELD}[{index}]"
        yield from owed(one, field, "branch", "person", "reason", "form", "decided_by", "decided_on")
        for place, form in enumerate(one.form):
            if allowed and form not in allowed:
                near = nearest(form, list(allowed))
                remedy = f"是否想写“{near}”？" if near else ""
                said = f"追责方式“{form}”不在规定之内，规定的有{'、'.join(allowed)}"
                yield Hit(f"{field}.form[{place}]", said, remedy)
