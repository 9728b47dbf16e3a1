"""The two assessments of a branch, and its own studies in between (R48, R51, R55)."""

from collections.abc import Iterator
from datetime import date

from docgen.campaign.milestones import acceptance, midterm
from docgen.campaign.models.record import BranchRecord, CommitteeRecord
from docgen.campaign.task import Task, days_after, happened, org_department_of, secretary_of, tasks


@tasks(scope="branch")
def midterm_assessment(branch: BranchRecord, committee: CommitteeRecord, as_of: date) -> Iterator[Task]:
    """Every branch is assessed before 1 July."""
    if happened(branch.review.approval.date, as_of) and not happened(branch.midterm.date, as_of):
        last = midterm(committee)
        who = committee.midterm_evaluation.team.leader or org_department_of(committee)
        yield Task("要进行“七一”前考评", "midterm.date", who, last.day, "R48", last.name)


@tasks(scope="branch")
def final_assessment(branch: BranchRecord, committee: CommitteeRecord, as_of: date) -> Iterator[Task]:
    """A branch applies, is examined, and has its grade decided before the year ends."""
    if not happened(branch.midterm.date, as_of):
        return
    last = acceptance(committee)
    team = committee.final_evaluation.team.leader or org_department_of(committee)
    if not happened(branch.final.applied_on, as_of):
        what, field, who = "要自查并申报考评验收", "final.applied_on", secretary_of(branch.branch)
    elif not happened(branch.final.date, as_of):
        what, field, who = "已申报，要进行考评验收", "final.date", team
    else:
        return
    yield Task(what, field, who, last.day, "R51", last.name)


@tasks(scope="branch")
def next_study(branch: BranchRecord, committee: CommitteeRecord, as_of: date) -> Iterator[Task]:
    """The branch studies the matter every so often, from the approval to the acceptance."""
    if not happened(branch.review.approval.date, as_of) or happened(branch.final.date, as_of):
        return
    held = [one.date for one in branch.meetings if one.date and one.date <= as_of]
    due = days_after(
        max(held, default=branch.review.approval.date), committee.campaign.rules.branch_study_max_gap_days
    )
    if due is not None:
        yield Task("支部要开会专题研究，并作记录（D35）", "meetings", secretary_of(branch.branch), due, "R55")
