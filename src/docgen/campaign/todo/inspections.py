"""Inspections that are due, and what they demanded of branches (R45, R46)."""

from collections.abc import Iterator
from datetime import date

from docgen.campaign.models.record import CommitteeRecord
from docgen.campaign.office import Office
from docgen.campaign.states import office_states
from docgen.campaign.task import Task, days_after, org_department_of, quoted, secretary_of, tasks


@tasks(scope="committee")
def next_inspection(committee: CommitteeRecord, office: Office, as_of: date) -> Iterator[Task]:
    """The committee inspects every so often until the acceptance."""
    reached = office_states(office, as_of)
    if "S7" not in reached or "S11" in reached:
        return
    held = [one.date for one in committee.inspections if one.date and one.date <= as_of]
    since = max(held, default=committee.deployment_meeting.date)
    due = days_after(since, committee.campaign.rules.inspection_max_gap_days)
    if due is not None:
        yield Task("要组织督查，并作记录（D09）", "inspections", org_department_of(committee), due, "R46")


@tasks(scope="committee")
def demands(committee: CommitteeRecord, office: Office, as_of: date) -> Iterator[Task]:
    """What an inspection demanded is done by the branch."""
    for index, inspection in enumerate(committee.inspections):
        if inspection.date and inspection.date > as_of:
            continue
        for place, found in enumerate(inspection.findings):
            if found.done and (found.due is None or found.due <= as_of):
                continue
            record = office.branch(found.branch)
            who = secretary_of(record.branch) if record else office.branch_name(found.branch)
            what = f"督查要求：{quoted(found.demand or found.text)}要完成"
            field = f"inspections[{index}].findings[{place}].done"
            yield Task(what, field, who, found.due, "R46", branch=record.branch.id if record else "")
