"""R32 短期内不能解决的，要做出计划，落实责任和时限，作出说明 (part two, step four)."""

from collections.abc import Iterator

from docgen.campaign.days import two
from docgen.campaign.limits import final_not_after
from docgen.campaign.models.campaign import Campaign
from docgen.campaign.models.problem import Problem
from docgen.campaign.models.record import BranchRecord
from docgen.campaign.owed import owed
from docgen.campaign.rule import Hit, rule
from docgen.campaign.triage import BY_A_DAY, is_owed
from docgen.findings import Severity

_SEED = "短期内不能解决的，要做出计划，落实责任和时限，向党员群众作出说明"


@rule("R32", due="S7", severity=Severity.ERROR, remedy="写明牵头责任人、总时限和向党员群众的说明", seed=_SEED)
def planned_and_explained(branch: BranchRecord) -> Iterator[Hit]:
    """限期解决的问题，有牵头责任人、总时限，并向党员群众作出说明（日期、渠道、对象、内容）。

    正确::

        problems: [{id: W1, triage: 限期解决, lead: 赵海, deadline: 2013-09-30,
          explanation: {date: 2013-03-18, channel: 公告栏, audience: 全体职工, text: 需要调整班次。}}]

    错误::

        problems: [{id: W1, triage: 限期解决, lead: 赵海, deadline: 2013-09-30, explanation: }]
    """
    for index, problem in enumerate(branch.problems):
        if problem.triage == BY_A_DAY:
            yield from _unplanned(problem, f"problems[{index}]")


def _unplanned(problem: Problem, field: str) -> Iterator[Hit]:
    yield from owed(problem, field, "lead", "deadline")
    if is_owed(problem, BY_A_DAY):
        yield Hit(f"{field}.explanation", "短期内不能解决，还没有向党员群众作出说明")
    elif problem.explanation:
        yield from owed(problem.explanation, f"{field}.explanation", "date", "channel", "audience", "text")


@rule("R32", due="S7", severity=Severity.ERROR, remedy="把时限定在年内；确实要跨年的，写明续办", seed=_SEED)
def beyond_the_year_only_carried_over(branch: BranchRecord, campaign: Campaign) -> Iterator[Hit]:
    """总时限不晚于年底验收截止日；晚于这一天的要写明续办（原因、新时限、说明日期）。

    正确::

        problems: [{id: W1, triage: 限期解决, deadline: 2013-12-31}]

    错误::

        problems: [{id: W1, triage: 限期解决, deadline: 2014-01-01}]
    """
    last = final_not_after(campaign)
    for index, problem in enumerate(branch.problems):
        if last and problem.deadline and problem.deadline > last and not problem.carry_over:
            deadline, limit = two(problem.deadline, last)
            said = f"总时限 {deadline}超过年底验收截止日 {limit}，又没有写明续办"
            yield Hit(f"problems[{index}].deadline", said)
