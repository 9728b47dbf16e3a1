"""How far a branch was on the day on which it applied for its grade (D34).

A self-check tells nothing that happened after its own day: what was closed or done later was still
open then. Without that day everything in the record counts.
"""

from dataclasses import dataclass
from datetime import date

from docgen.campaign.fact import Row, fact
from docgen.campaign.facts.dossiers import CARRIED, CLOSED, file_number, target_text
from docgen.campaign.facts.goal_rows import GoalRow, goal_rows
from docgen.campaign.facts.keeping import DeedCounts
from docgen.campaign.facts.problem_counts import ProblemCounts, count
from docgen.campaign.models.branch import Goal, Goals
from docgen.campaign.models.problem import Problem, Progress
from docgen.campaign.models.process import Deed
from docgen.campaign.models.record import BranchRecord
from docgen.campaign.phrases import quantity

_AT_WORK, _TO_BE_CHECKED = "整改中", "待验收"


@dataclass(frozen=True, slots=True)
class CheckedProblem(Row):
    """A problem as it stood; the result only of one that was handed in to be closed by then."""

    no: str
    problem: Problem
    target_text: str
    result_text: str
    status: str
    note: str


@dataclass(frozen=True, slots=True)
class SelfCheck(Row):
    """What the branch could say of itself on its day."""

    problems: tuple[CheckedProblem, ...]
    counts: ProblemCounts
    goals: tuple[GoalRow, ...]
    deeds: tuple[Deed, ...]
    deed_counts: DeedCounts
    meetings: int


@fact("self_check", "自查情况", reads=("branch", "problems", "goals", "deeds", "meetings", "final"))
def self_check(branch: BranchRecord) -> SelfCheck:
    """The branch on the day of its application."""
    day = branch.final.applied_on
    problems = tuple(
        problem.model_copy(update={"status": status_on(problem, day)}) for problem in branch.problems
    )
    done = tuple(deed for deed in branch.deeds if deed.done_on and _is_by(deed.done_on, day))
    return SelfCheck(
        problems=tuple(_checked(problem, branch.branch.id, day) for problem in problems),
        counts=count(problems),
        goals=goal_rows(branch.model_copy(update={"goals": _goals_by(branch.goals, day)})),
        deeds=done,
        deed_counts=DeedCounts(len(branch.deeds), len(done)),
        meetings=sum(one.date is not None and _is_by(one.date, day) for one in branch.meetings),
    )


def status_on(problem: Problem, day: date | None) -> str:
    """The problem's status on that day, as far as the dates of its closing tell."""
    closure = problem.closure
    if problem.status == CLOSED and closure.closed_on and not _is_by(closure.closed_on, day):
        handed_in = closure.applied_on is not None and _is_by(closure.applied_on, day)
        return _TO_BE_CHECKED if handed_in else _AT_WORK
    carried_on = problem.carry_over.explained_on
    if problem.status == CARRIED and carried_on and not _is_by(carried_on, day):
        return _AT_WORK
    return problem.status


def _checked(problem: Problem, branch_id: str, day: date | None) -> CheckedProblem:
    said = [entry for entry in problem.progress if entry.date and _is_by(entry.date, day)]
    last = max(said, key=lambda entry: entry.date or date.min, default=Progress())
    is_settled = day is None or problem.status in (CLOSED, CARRIED, _TO_BE_CHECKED)
    return CheckedProblem(
        no=file_number(branch_id, problem.id),
        problem=problem,
        target_text=target_text(problem.target),
        result_text=quantity(problem.result_value, problem.target.unit) if is_settled else "",
        status=problem.status,
        note=last.note,
    )


def _goals_by(goals: Goals, day: date | None) -> Goals:
    def done_by(goal: Goal) -> Goal:
        if goal.done_on is None or _is_by(goal.done_on, day):
            return goal
        unknown = goal.metric.model_copy(update={"result": None})
        return goal.model_copy(update={"done_on": None, "metric": unknown})

    rules = [
        rule
        if rule.done_on is None or _is_by(rule.done_on, day)
        else rule.model_copy(update={"done_on": None})
        for rule in goals.rules
    ]
    return goals.model_copy(
        update={
            "work_idea": done_by(goals.work_idea),
            "rules": tuple(rules),
            "venue": done_by(goals.venue),
            "guarantee": done_by(goals.guarantee),
        }
    )


def _is_by(day: date, limit: date | None) -> bool:
    return limit is None or day <= limit
