"""R31 能够马上解决的，立即进行解决 (part two, step four)."""

from collections.abc import Iterator
from datetime import date, timedelta

from docgen.campaign.days import two
from docgen.campaign.models.campaign import Campaign
from docgen.campaign.models.problem import Problem
from docgen.campaign.models.record import BranchRecord
from docgen.campaign.owed import owed
from docgen.campaign.problem_states import CARRIED
from docgen.campaign.rule import Hit, rule
from docgen.campaign.triage import AT_ONCE, is_owed
from docgen.findings import Severity

_SEED = "能够马上解决的，立即进行解决"
_REMEDY = "核对日期；确实超过天数的，把解决方式改为“限期解决”并作出说明"


@rule("R31", due="S7", severity=Severity.ERROR, remedy=_REMEDY, seed=_SEED)
def solved_in_time(branch: BranchRecord, campaign: Campaign) -> Iterator[Hit]:
    """立即解决的问题，完成日期不早于立档日期，也不晚于立档之后“立即解决最长天数”（没有写的按 15 天）。

    正确::

        problems: [{id: W1, filed_on: 2013-03-01, triage: 立即解决, immediate: {done_on: 2013-03-16}}]

    错误::

        problems: [{id: W1, filed_on: 2013-03-01, triage: 立即解决, immediate: {done_on: 2013-03-17}}]
    """
    most = campaign.rules.immediate_fix_max_days
    for index, problem in enumerate(branch.problems):
        done_on, filed_on = problem.immediate.done_on, problem.filed_on
        if problem.triage != AT_ONCE or done_on is None or filed_on is None:
            continue
        if problem.found_on and filed_on < problem.found_on:
            continue  # filed on a wrong day: R63 tells it
        done, filed = two(done_on, filed_on)
        field = f"problems[{index}].immediate.done_on"
        if done_on < filed_on:
            yield Hit(field, f"完成日期 {done}早于立档日期 {filed}")
        elif (days := (done_on - filed_on).days) > most:
            yield Hit(field, f"{filed}立档，{done}才完成，用了 {days} 天，立即解决最多 {most} 天")


@rule("R31", due="S7", severity=Severity.ERROR, remedy="写明完成日期和结果", seed=_SEED)
def solution_told(branch: BranchRecord, campaign: Campaign, as_of: date | None) -> Iterator[Hit]:
    """立即解决的问题，过了“立即解决最长天数”，要写明哪天完成、结果怎样。

    正确::

        problems: [{id: W1, triage: 立即解决, immediate: {done_on: 2013-03-11, result: 窗口已增开。}}]

    错误::

        problems: [{id: W1, triage: 立即解决, immediate: }]

    错误::

        problems: [{id: W1, triage: 立即解决, immediate: {done_on: 2013-03-11}}]
    """
    most = timedelta(days=campaign.rules.immediate_fix_max_days)
    for index, problem in enumerate(branch.problems):
        if as_of and problem.filed_on and as_of <= problem.filed_on + most:
            continue  # there are days left
        yield from _untold(problem, f"problems[{index}].immediate")


def _untold(problem: Problem, field: str) -> Iterator[Hit]:
    if is_owed(problem, AT_ONCE) and problem.status != CARRIED:
        yield Hit(field, "解决方式是“立即解决”，没有写明哪天完成、结果怎样")
    elif problem.triage == AT_ONCE and problem.immediate:
        yield from owed(problem.immediate, field, "done_on", "result")
