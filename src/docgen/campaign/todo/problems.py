"""Problems on their way: solved at once, explained, applied for, checked, closed, looked at again."""

from collections.abc import Iterator
from datetime import date

from docgen.campaign.milestones import acceptance, midterm
from docgen.campaign.models.problem import Problem
from docgen.campaign.models.record import BranchRecord, CommitteeRecord
from docgen.campaign.settled import is_settled, problem_name
from docgen.campaign.task import (
    Task,
    committee_of,
    days_after,
    happened,
    lead_of,
    org_department_of,
    secretary_of,
    tasks,
)


@tasks(scope="branch")
def solve_at_once(branch: BranchRecord, committee: CommitteeRecord, as_of: date) -> Iterator[Task]:
    """What can be solved at once is, within the days that the record sets (R31)."""
    days = committee.campaign.rules.immediate_fix_max_days
    for index, problem in _open(branch, as_of):
        if problem.triage == "立即解决" and not happened(problem.immediate.done_on, as_of):
            what = f"{problem_name(problem, index)}属于立即解决，要办结并写明结果"
            field = f"problems[{index}].immediate.done_on"
            yield Task(what, field, lead_of(problem, branch), days_after(problem.filed_on, days), "R31")


@tasks(scope="branch")
def explain(branch: BranchRecord, committee: CommitteeRecord, as_of: date) -> Iterator[Task]:
    """What takes time is explained to members and masses (R32)."""
    if not happened(branch.review.approval.date, as_of):
        return
    last = midterm(committee)
    for index, problem in _open(branch, as_of):
        if problem.triage == "限期解决" and not happened(problem.explanation.date, as_of):
            what = f"{problem_name(problem, index)}短期内不能解决，要向党员群众说明情况"
            field = f"problems[{index}].explanation.date"
            yield Task(what, field, secretary_of(branch.branch), last.day, "R32", last.name)


@tasks(scope="branch")
def close(branch: BranchRecord, committee: CommitteeRecord, as_of: date) -> Iterator[Task]:
    """A problem of which all measures are done is applied for, checked and closed (R54)."""
    last = acceptance(committee)
    for index, problem in _open(branch, as_of):
        step = _next_step(problem, branch, committee, as_of)
        if step is None:
            continue
        words, key, who = step
        due = problem.deadline if key == "applied_on" else None
        name = f"{problem_name(problem, index)}{words}"
        field = f"problems[{index}].closure.{key}"
        yield Task(name, field, who, due or last.day, "R54", "" if due else last.name)


def _next_step(
    problem: Problem, branch: BranchRecord, committee: CommitteeRecord, as_of: date
) -> tuple[str, str, str] | None:
    closure = problem.closure
    if happened(closure.checked_on, as_of):
        return "已核查，要审定销号", "closed_on", committee_of(committee)
    if happened(closure.applied_on, as_of):
        return "已申请销号，要核查", "checked_on", closure.checked_by or org_department_of(committee)
    if problem.measures and all(happened(one.done_on, as_of) for one in problem.measures):
        return "的措施都已完成，要申请销号", "applied_on", lead_of(problem, branch)
    return None


@tasks(scope="branch")
def go_on(branch: BranchRecord, as_of: date) -> Iterator[Task]:
    """What was carried over has a new deadline."""
    for index, problem in enumerate(branch.problems):
        if problem.status == "转入续办" and is_settled(problem, as_of):
            what = f"{problem_name(problem, index)}已转入续办，要在新时限前解决并销号"
            field = f"problems[{index}].carry_over.new_deadline"
            yield Task(what, field, lead_of(problem, branch), problem.carry_over.new_deadline, "R54")


@tasks(scope="branch")
def record_progress(branch: BranchRecord, committee: CommitteeRecord, as_of: date) -> Iterator[Task]:
    """An open problem has its progress written down every so often (R47)."""
    gap = committee.campaign.rules.progress_max_gap_days
    for index, problem in _open(branch, as_of):
        known = [one.date for one in problem.progress if one.date and one.date <= as_of]
        due = days_after(max(known, default=problem.filed_on), gap)
        if due is not None and happened(branch.review.approval.date, as_of):
            what = f"{problem_name(problem, index)}要补记整改进展"
            yield Task(what, f"problems[{index}].progress", lead_of(problem, branch), due, "R47")


@tasks(scope="branch")
def look_back(branch: BranchRecord, committee: CommitteeRecord, as_of: date) -> Iterator[Task]:
    """A closed problem is looked at again before the year's acceptance (R56)."""
    last = acceptance(committee)
    for index, problem in enumerate(branch.problems):
        if not happened(problem.closure.closed_on, as_of) or happened(problem.recheck.date, as_of):
            continue
        if branch.final.grade and happened(branch.final.date, as_of):
            continue  # the year is over; R56 says where a look was owed
        who = problem.recheck.by or org_department_of(committee)
        what = f"{problem_name(problem, index)}已销号，要“回头看”复查"
        yield Task(what, f"problems[{index}].recheck.date", who, last.day, "R56", last.name)


def _open(branch: BranchRecord, as_of: date) -> Iterator[tuple[int, Problem]]:
    for index, problem in enumerate(branch.problems):
        if problem and not is_settled(problem, as_of):
            yield index, problem
