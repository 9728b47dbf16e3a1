"""R55 各支部要定期研究，及时解决新情况新问题 (part four)."""

from collections.abc import Iterator
from datetime import date

from docgen.campaign.days import two
from docgen.campaign.intervals import Stop, too_far_apart
from docgen.campaign.late_problems import is_late
from docgen.campaign.models.campaign import Campaign
from docgen.campaign.models.record import BranchRecord
from docgen.campaign.rule import Hit, rule
from docgen.findings import Severity

_SEED = "各支部要定期研究…及时解决工作中出现的新情况新问题"


@rule(
    "R55", due="S7", severity=Severity.WARNING, remedy="按规定的间隔开会研究，或者补记漏记的会议", seed=_SEED
)
def meetings_are_regular(branch: BranchRecord, campaign: Campaign, as_of: date | None) -> Iterator[Hit]:
    """到年底验收为止，支部两次会议相隔不超过“支部研究最大间隔天数”；没有定这个天数的不查。

    正确::

        campaign: {rules: {branch_study_max_gap_days: 280}}
        final: {date: 2013-12-09}
        meetings: [{date: 2013-03-07, type: 党员大会}, {date: 2013-07-16, type: 支部委员会}]

    错误::

        campaign: {rules: {branch_study_max_gap_days: 70}}
        final: {date: 2013-12-09}
        meetings: [{date: 2013-03-07, type: 党员大会}, {date: 2013-05-17, type: 支部委员会}]
    """
    stops = [
        Stop(f"meetings[{index}].date", "会议", one.date)
        for index, one in enumerate(branch.meetings)
        if one.date
    ]
    accepted = branch.final.date
    end = Stop("meetings", "年底验收", accepted) if accepted else None
    if end is None and as_of:
        end = Stop("meetings", "今天", as_of)
    if stops:
        most = campaign.rules.branch_study_max_gap_days
        yield from too_far_apart(None, stops, end, most, "没有开会研究")


@rule("R55", severity=Severity.INFO, remedy="在台账上标明“新增”，另行报审一行", seed=_SEED)
def late_problems_are_marked(branch: BranchRecord) -> Iterator[Hit]:
    """审定之后发现的问题可以立档，作为新增问题另行报审，不必改动办法的版次。

    正确::

        problems: [{id: W1, filed_on: 2013-03-01}, {id: W2, filed_on: 2013-03-01}]

    错误::

        problems: [{id: W1, filed_on: 2013-03-01}, {id: W2}, {id: W3, filed_on: 2013-05-06}]
    """
    approved = branch.review.approval.date
    for index, problem in enumerate(branch.problems):
        if approved and problem.filed_on and is_late(problem, branch):
            filed, decided = two(problem.filed_on, approved)
            yield Hit(f"problems[{index}].filed_on", f"{filed}立档，在审定（{decided}）之后，是新增问题")
