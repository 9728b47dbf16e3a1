"""An order to rectify: its receipt signed, its report handed in, its re-check made (R50)."""

from collections.abc import Iterator
from datetime import date

from docgen.campaign.models.record import BranchRecord, CommitteeRecord
from docgen.campaign.task import AT_ONCE, Task, happened, org_department_of, secretary_of, tasks


@tasks(scope="branch")
def order(branch: BranchRecord, committee: CommitteeRecord, as_of: date) -> Iterator[Task]:
    """The next steps of the order that was issued, or the issuing of one that is owed."""
    asked, secretary = branch.rectification_order, secretary_of(branch.branch)
    field, department = "rectification_order", org_department_of(committee)
    criticised = branch.midterm.outcome == "批评并限期整改" and happened(branch.midterm.date, as_of)
    if criticised and not happened(asked.issued_on, as_of):
        what = "受到批评，要发限期整改通知书（D12）"
        yield Task(what, f"{field}.issued_on", department, None, "R50", AT_ONCE)
    if not happened(asked.issued_on, as_of):
        return
    if not happened(asked.receipt.date, as_of):
        what = "限期整改通知书的回执要签收"
        yield Task(what, f"{field}.receipt.date", asked.receipt.by or secretary, asked.issued_on, "R50")
    if not happened(asked.report.date, as_of):
        yield Task("要报送限期整改报告（D33）", f"{field}.report.date", secretary, asked.deadline, "R50")
    elif not happened(asked.recheck.date, as_of):
        who = asked.recheck.by or department
        yield Task("限期整改报告已交，要复查", f"{field}.recheck.date", who, asked.deadline, "R50")
