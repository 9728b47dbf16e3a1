"""R54 做到一抓到底，务求取得实效 (part four)."""

from collections.abc import Iterator

from docgen.campaign.days import two
from docgen.campaign.models.problem import Problem
from docgen.campaign.models.record import BranchRecord
from docgen.campaign.owed import owed
from docgen.campaign.problem_states import CARRIED, CLOSED, is_open
from docgen.campaign.rule import Hit, rule
from docgen.findings import Severity
from docgen.text.numerals import plain_number

_SEED = "做到一抓到底，务求取得实效"


@rule("R54", due="S11", severity=Severity.ERROR, remedy="销号，或者转入续办并写明原因和新时限", seed=_SEED)
def every_problem_settled(branch: BranchRecord) -> Iterator[Hit]:
    """到审定档次时，每个问题不是“已销号”，就是“转入续办”。

    正确::

        problems: [{id: W1, status: 转入续办, carry_over: {reason: 等待验收, new_deadline: 2014-03-31}}]

    错误::

        problems: [{id: W1, status: 整改中}]
    """
    for index, problem in enumerate(branch.problems):
        if is_open(problem) and not _is_contradictory(problem):
            status = f"还是“{problem.status}”" if problem.status else "没有写"
            said = f"问题的状态{status}，到审定档次时应是“{CLOSED}”或者“{CARRIED}”"
            yield Hit(f"problems[{index}].status", said)


@rule("R54", due="S7", severity=Severity.ERROR, remedy="补上销号或者续办的内容，或者改正状态", seed=_SEED)
def settling_is_told(branch: BranchRecord) -> Iterator[Hit]:
    """已销号的写明申请、核查、销号的日期、核查人、佐证和意见；转入续办的写明原因、新时限、说明日期。

    还没有销号的，不能有销号日期；续办的新时限要晚于原来的总时限。

    正确::

        problems: [{id: W1, status: 转入续办, deadline: 2013-09-30,
          carry_over: {reason: 设备未到, new_deadline: 2014-03-31, explained_on: 2013-11-26}}]

    错误::

        problems: [{id: W1, status: 转入续办, carry_over: }]

    错误::

        problems: [{id: W1, status: 已销号, closure: }]
    """
    for index, problem in enumerate(branch.problems):
        field = f"problems[{index}]"
        if problem.status == CLOSED:
            yield from _closed(problem, field)
        elif problem.status == CARRIED:
            yield from _carried(problem, field)
        elif _is_contradictory(problem):
            yield Hit(f"{field}.status", f"写了销号日期，状态却是“{problem.status or '未写'}”")


def _closed(problem: Problem, field: str) -> Iterator[Hit]:
    if not problem.closure:
        yield Hit(f"{field}.closure", "状态是“已销号”，没有写销号的经过")
    else:
        told = ("applied_on", "evidence", "checked_by", "checked_on", "opinion", "closed_on")
        yield from owed(problem.closure, f"{field}.closure", *told)


def _carried(problem: Problem, field: str) -> Iterator[Hit]:
    carried, deadline = problem.carry_over, problem.deadline
    if not carried:
        yield Hit(f"{field}.carry_over", "状态是“转入续办”，没有写明原因、新时限和说明日期")
        return
    yield from owed(carried, f"{field}.carry_over", "reason", "new_deadline", "explained_on")
    if carried.new_deadline and deadline and carried.new_deadline < deadline:
        new, old = two(carried.new_deadline, deadline)
        yield Hit(f"{field}.carry_over.new_deadline", f"续办的新时限 {new}早于总时限 {old}")


def _is_contradictory(problem: Problem) -> bool:
    """Whether it was struck off, as the record tells, and is open all the same without having come back."""
    came_back = "反弹" in (problem.status, problem.recheck.result)
    return is_open(problem) and problem.closure.closed_on is not None and not came_back


@rule("R54", due="S7", severity=Severity.WARNING, remedy="核对实际值；没有达到目标的转入续办", seed=_SEED)
def closed_when_reached(branch: BranchRecord) -> Iterator[Hit]:
    """已销号的问题，写了实际值的，要达到目标值。

    正确::

        problems: [{id: W1, status: 已销号, result_value: 28, target: {target: 30, direction: 越小越好}}]

    错误::

        problems: [{id: W1, status: 已销号, result_value: 32, target: {target: 30, direction: 越小越好}}]
    """
    for index, problem in enumerate(branch.problems):
        goal, result = problem.target.target, problem.result_value
        if problem.status != CLOSED or goal is None or result is None or not problem.target.direction:
            continue
        if goal != result and (result > goal) != (problem.target.direction == "越大越好"):
            said = f"实际值 {plain_number(result)} 没有达到目标值 {plain_number(goal)}，却已销号"
            yield Hit(f"problems[{index}].result_value", said)
