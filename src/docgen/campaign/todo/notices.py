"""Notices to post and to conclude, and opinions to answer (R27, R29)."""

from collections.abc import Iterator
from datetime import date

from docgen.campaign.milestones import midterm
from docgen.campaign.models.record import BranchRecord
from docgen.campaign.office import Office
from docgen.campaign.task import Task, happened, quoted, secretary_of, tasks

_RESULT = "结果公示"


@tasks(scope="branch")
def post(branch: BranchRecord, office: Office, as_of: date) -> Iterator[Task]:
    """Goals and method are posted once they are approved."""
    posted = [one for one in branch.publicity.notices if one.kind != _RESULT]
    if happened(branch.review.approval.date, as_of) and not posted:
        last, who = midterm(office.committee), secretary_of(branch.branch)
        yield Task("目标和办法要公示", "publicity.notices", who, last.day, "R27", last.name)


@tasks(scope="branch")
def see_through(branch: BranchRecord, office: Office, as_of: date) -> Iterator[Task]:
    """A notice is put up on its day, and concluded on the working day after its last."""
    who = secretary_of(branch.branch)
    for index, notice in enumerate(branch.publicity.notices):
        name = f"公示 {notice.id} " if notice.id else f"第 {index + 1} 个公示"
        field = f"publicity.notices[{index}]"
        if notice.start and notice.start > as_of:
            yield Task(f"{name}要张贴（D26）", f"{field}.start", who, notice.start, "R27")
        elif notice.end and not (notice.conclusion and notice.end <= as_of):
            due = _workday_after(notice.end, office)
            yield Task(f"{name}期满后要写出公示结论", f"{field}.conclusion", who, due, "R29")


@tasks(scope="branch")
def answer(branch: BranchRecord, as_of: date) -> Iterator[Task]:
    """Everything said during a notice is answered before it ends."""
    notices = {one.id: one for one in branch.publicity.notices if one.id}
    for index, opinion in enumerate(branch.publicity.feedback):
        later = opinion.date is not None and opinion.date > as_of
        if later or happened(opinion.replied_on, as_of):
            continue
        notice = notices.get(opinion.notice)
        receiver, last = (notice.supervise.receiver, notice.end) if notice else ("", None)
        what = f"意见 {opinion.id or index + 1}{quoted(opinion.content)}要处理并答复"
        field = f"publicity.feedback[{index}].replied_on"
        yield Task(what, field, receiver or secretary_of(branch.branch), last, "R29")


def _workday_after(day: date, office: Office) -> date:
    return day if day == date.max else office.calendar.add(day, 1)
