"""The method on its way: adopted by the branch, handed in, examined, approved (R19, R22, R25, R43)."""

from collections.abc import Iterator
from datetime import date

from docgen.campaign.milestones import midterm
from docgen.campaign.models.process import Submission
from docgen.campaign.models.record import BranchRecord, CommitteeRecord
from docgen.campaign.task import Task, committee_of, happened, org_department_of, secretary_of, tasks


@tasks(scope="branch")
def review(branch: BranchRecord, committee: CommitteeRecord, as_of: date) -> Iterator[Task]:
    """The next step of the method, whoever has to take it."""
    if not branch.method or happened(branch.review.approval.date, as_of):
        return
    last, secretary = midterm(committee), secretary_of(branch.branch)
    handed_in = [
        (place, one)
        for place, one in enumerate(branch.review.submissions)
        if one.submitted_on is None or one.submitted_on <= as_of
    ]
    if handed_in:
        what, field, who, rule = _after(*handed_in[-1], secretary, committee, as_of)
    elif happened(branch.method.adopted.date, as_of):
        what, field = "升级办法已经会议通过，要报送审定", "review.submissions"
        who, rule = secretary, "R22"
    else:
        what, field = "升级办法要提交会议通过，写明表决情况", "method.adopted.date"
        who, rule = secretary, "R19"
    yield Task(what, field, who, last.day, rule, last.name)


def _after(
    place: int, latest: Submission, secretary: str, committee: CommitteeRecord, as_of: date
) -> tuple[str, str, str, str]:
    field = f"review.submissions[{place}]"
    if not happened(latest.reviewed_on, as_of):
        who = latest.reviewer or org_department_of(committee)
        return "升级办法已报送，要审核并写出意见", f"{field}.reviewed_on", who, "R43"
    if latest.result == "通过":
        return "升级办法审核已通过，要上会审定", "review.approval.date", committee_of(committee), "R25"
    return "升级办法没有通过审核，要按意见修改后重新报送", f"{field}.result", secretary, "R44"
