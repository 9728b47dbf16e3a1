"""R63 各项日期不早于部署日期，前后次序不乱 (date chain)."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from docgen.campaign.chain import Event
from docgen.campaign.chain_hits import events, out_of_order
from docgen.campaign.days import two
from docgen.campaign.late_problems import is_late
from docgen.campaign.models.problem import Problem
from docgen.campaign.models.record import BranchRecord
from docgen.campaign.rule import Hit, rule
from docgen.findings import Severity

_SEED = "二〇一二年五月二十九日"


@rule("R63", severity=Severity.ERROR, remedy="核对查找活动、发现和立档的日期", seed=_SEED)
def found_then_filed(branch: BranchRecord) -> Iterator[Hit]:
    """先查找，后发现，再立档：发现日期不早于来源活动里最早的一次，立档日期不早于发现日期。

    正确::

        problems: [{id: W1, sources: [D1], found_on: 2013-02-26, filed_on: 2013-02-26}]

    错误::

        problems: [{id: W1, sources: [D1], found_on: 2013-02-25, filed_on: 2013-03-01}]

    错误::

        problems: [{id: W1, sources: [D1], found_on: 2013-02-27, filed_on: 2013-02-26}]
    """
    for index, problem in enumerate(branch.problems):
        field = f"problems[{index}]"
        own = (f"{field}.found_on", f"{field}.filed_on")
        chain = [
            *_earliest_source(problem, branch),
            *events((own[0], "发现日期", problem.found_on), (own[1], "立档日期", problem.filed_on)),
            *events(("", "", None if is_late(problem, branch) else branch.method.adopted.date)),
        ]
        shared = [one.filed_on for one in branch.problems].count(problem.filed_on) > 1
        for hit in out_of_order(chain, own):
            # Dossiers are mostly opened on one day: then it is the other day that is wrong.
            moved = shared and hit.field == own[1] and "发现日期" in hit.message
            yield replace(hit, field=own[0]) if moved else hit


def _earliest_source(problem: Problem, branch: BranchRecord) -> list[Event]:
    cited = [
        Event(f"diagnosis.activities[{index}].date", f"来源活动 {activity.id} 的日期", activity.date)
        for index, activity in enumerate(branch.diagnosis.activities)
        if activity.date and activity.id in problem.sources
    ]
    return sorted(cited, key=lambda event: event.day)[:1]


@rule("R63", severity=Severity.ERROR, remedy="核对立档、措施时限和总时限", seed=_SEED)
def deadlines_in_order(branch: BranchRecord) -> Iterator[Hit]:
    """措施的时限不早于立档日期，不晚于问题的总时限（续办的，不晚于新时限）。

    正确::

        problems: [{id: W1, filed_on: 2013-03-01, deadline: 2013-09-30,
          measures: [{id: C1, deadline: 2013-09-30}]}]

    错误::

        problems: [{id: W1, filed_on: 2013-03-01, deadline: 2013-09-30,
          measures: [{id: C1, deadline: 2013-10-01}]}]

    错误::

        problems: [{id: W1, filed_on: 2013-03-01, measures: [{id: C1, deadline: 2013-02-28}]}]
    """
    for index, problem in enumerate(branch.problems):
        yield from _deadlines(problem, f"problems[{index}]")


def _deadlines(problem: Problem, field: str) -> Iterator[Hit]:
    filed, last = problem.filed_on, _last_day(problem)
    dated = [(place, one.deadline) for place, one in enumerate(problem.measures) if one.deadline]
    if filed and problem.deadline and problem.deadline < filed:
        deadline, opened = two(problem.deadline, filed)
        yield Hit(f"{field}.deadline", f"总时限 {deadline}早于立档日期 {opened}")
        return
    for place, day in dated:
        if filed and day < filed:
            deadline, opened = two(day, filed)
            yield Hit(f"{field}.measures[{place}].deadline", f"措施时限 {deadline}早于立档日期 {opened}")
    late = [(place, day) for place, day in dated if last and day > last]
    if last and len(late) > 1 and len(late) == len(dated):  # all against one
        deadline, measure = two(last, min(day for _, day in late))
        yield Hit(f"{field}.deadline", f"总时限 {deadline}早于全部措施的时限（最早的 {measure}）")
        return
    for place, day in late:
        measure, deadline = two(day, last or day)
        yield Hit(f"{field}.measures[{place}].deadline", f"措施时限 {measure}晚于总时限 {deadline}")


def _last_day(problem: Problem) -> date | None:
    days = [day for day in (problem.deadline, problem.carry_over.new_deadline) if day]
    return max(days) if problem.deadline else None


@rule("R63", severity=Severity.ERROR, remedy="核对销号审核表上的日期", seed=_SEED)
def closed_in_order(branch: BranchRecord) -> Iterator[Hit]:
    """先申请、后核查、再销号，都在立档之后。

    正确::

        problems: [{id: W1, closure: {applied_on: 2013-06-20, checked_on: 2013-06-20}}]

    错误::

        problems: [{id: W1, closure: {applied_on: 2013-06-20, checked_on: 2013-06-19}}]
    """
    for index, problem in enumerate(branch.problems):
        field, closure = f"problems[{index}].closure", problem.closure
        own = (f"{field}.applied_on", f"{field}.checked_on", f"{field}.closed_on")
        adopted = branch.method.adopted.date
        filed = None if adopted and problem.filed_on and problem.filed_on > adopted else problem.filed_on
        chain = events(
            ("", "立档日期", filed),
            (own[0], "申请日期", closure.applied_on),
            (own[1], "核查日期", closure.checked_on),
            (own[2], "销号日期", closure.closed_on),
            ("", "", problem.recheck.date if problem.recheck.result != "反弹" else None),
        )
        yield from (hit for hit in out_of_order(chain, own) if hit.field)
