"""The committee's first half: plan, overall pledge, approval by the superior, deployment meeting."""

from collections.abc import Iterator
from datetime import date

from docgen.campaign.milestones import midterm
from docgen.campaign.models.record import CommitteeRecord
from docgen.campaign.office import Office
from docgen.campaign.states import office_states
from docgen.campaign.task import Task, committee_of, days_after, happened, office_of, tasks


@tasks(scope="committee")
def adopt_plan(committee: CommitteeRecord, office: Office, as_of: date) -> Iterator[Task]:
    """The plan is adopted by the committee's meeting."""
    if committee.plan and not happened(committee.plan.adopted.date, as_of):
        last = midterm(committee)
        what = "晋位方案要经党委会通过"
        yield Task(what, "plan.adopted.date", committee_of(committee), last.day, "R19", last.name)


@tasks(scope="committee")
def send_up(committee: CommitteeRecord, as_of: date) -> Iterator[Task]:
    """Once the plan is adopted, the committee pledges and asks for approval."""
    if not happened(committee.plan.adopted.date, as_of):
        return
    last, sent = midterm(committee), committee.submission_to_superior
    if not happened(committee.overall_pledge.date, as_of):
        who = committee.overall_pledge.signer or committee.committee.secretary or "党委书记"
        yield Task("要签整体晋位目标承诺书（D02）", "overall_pledge.date", who, last.day, "R20", last.name)
    field = "submission_to_superior"
    if not happened(sent.request.date, as_of):
        what, who = "晋位方案要报请上级审定（D03）", office_of(committee)
        yield Task(what, f"{field}.request.date", who, last.day, "R22", last.name)
    elif not happened(sent.reply.date, as_of):
        due = days_after(sent.request.date, committee.campaign.rules.reply_max_days)
        who = committee.superior.short_name or "上级党组织"
        yield Task("报请审定方案的请示还没有批复", f"{field}.reply.date", who, due, "R22")


@tasks(scope="committee")
def deploy(committee: CommitteeRecord, office: Office, as_of: date) -> Iterator[Task]:
    """A meeting deploys what was approved."""
    if "S4" in office_states(office, as_of) and not happened(committee.deployment_meeting.date, as_of):
        last, who = midterm(committee), office_of(committee)
        yield Task("要召开部署会（D06）", "deployment_meeting.date", who, last.day, "R26", last.name)


@tasks(scope="committee")
def plan_tasks(committee: CommitteeRecord, as_of: date) -> Iterator[Task]:
    """The plan's tasks that are still to come; the record does not tell which of the past are done."""
    for index, task in enumerate(committee.plan.tasks):
        if task.task and task.deadline and task.deadline >= as_of:
            what = f"方案任务 {task.seq or index + 1}：{task.task.rstrip('。')}"
            who = task.lead or committee_of(committee)
            yield Task(what, f"plan.tasks[{index}].deadline", who, task.deadline, "R57")
