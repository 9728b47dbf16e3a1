"""Problems that only a superior can solve: sent, answered, and what came of it (R33)."""

from collections.abc import Iterator
from datetime import date

from docgen.campaign.milestones import midterm
from docgen.campaign.models.problem import Problem
from docgen.campaign.models.record import BranchRecord, CommitteeRecord
from docgen.campaign.settled import is_settled, problem_name
from docgen.campaign.task import Task, committee_of, days_after, happened, lead_of, tasks


@tasks(scope="branch")
def escalations(branch: BranchRecord, committee: CommitteeRecord, as_of: date) -> Iterator[Task]:
    """What is asked of the superior is sent, answered, and brought to an end."""
    for index, problem in enumerate(branch.problems):
        if problem.triage == "上级协调" and not is_settled(problem, as_of):
            yield from _of(problem, index, branch, committee, as_of)


def _of(
    problem: Problem, index: int, branch: BranchRecord, committee: CommitteeRecord, as_of: date
) -> Iterator[Task]:
    asked, name = problem.escalation, problem_name(problem, index)
    field, lead = f"problems[{index}].escalation", lead_of(problem, branch)
    if not happened(asked.sent_on, as_of):
        if happened(branch.review.approval.date, as_of):
            last = midterm(committee)
            yield Task(f"{name}要报请上级协调", f"{field}.sent_on", lead, last.day, "R33", last.name)
    elif not happened(asked.replied_on, as_of):
        due = days_after(asked.sent_on, committee.campaign.rules.reply_max_days)
        who = asked.relay.to or asked.to or committee_of(committee)
        yield Task(f"{name}报请协调的事项还没有答复", f"{field}.replied_on", who, due, "R33")
    elif not asked.outcome:
        yield Task(f"{name}上级已答复，要写明办理结果", f"{field}.outcome", lead, problem.deadline, "R33")
