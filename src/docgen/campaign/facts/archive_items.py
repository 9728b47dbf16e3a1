"""归档: the papers that the records tell of, by how long they are kept (D19).

Numbers of items and pages are the archive's and stay open. A request and its reply are one item, named
by the reply. A title that no record gives is made here and stands in square brackets, as DA/T 22 wants.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from docgen.campaign.fact import Row, fact
from docgen.campaign.models.meetings import Exchange, Letter
from docgen.campaign.models.problem import Problem
from docgen.campaign.models.record import BranchRecord
from docgen.campaign.office import Office

FOREVER, THIRTY, TEN = "永久", "30年", "10年"


@dataclass(frozen=True, slots=True)
class ArchiveItem(Row):
    """One 件: what goes into a line of the list and onto the stamp."""

    seq: int
    retention: str
    doc_no: str
    author: str
    title: str
    day: date | None
    note: str = ""

    @property
    def day_digits(self) -> str:
        """20120615; nothing without a day."""
        return f"{self.day:%Y%m%d}" if self.day else ""


@dataclass(frozen=True, slots=True)
class ArchiveGroup(Row):
    """The items that are kept equally long, by their days."""

    retention: str
    items: tuple[ArchiveItem, ...]


@fact(
    "archive_groups",
    "归档文件",
    scope="committee",
    reads=(
        "superior",
        "committee",
        "plan",
        "overall_pledge",
        "submission_to_superior",
        "deployment_meeting",
        "midterm_evaluation",
        "final_evaluation",
        "grade_confirmation",
        "accountability",
        "branches.branch",
        "branches.problems",
        "branches.method",
        "branches.review",
        "branches.pledges",
        "branches.publicity",
        "branches.agreement",
        "branches.rectification_order",
        "branches.final",
    ),
)
def archive_groups(office: Office) -> tuple[ArchiveGroup, ...]:
    """A group for each period that has items, the longest first."""
    found = list(dict.fromkeys((*_of_committee(office), *_of_branches(office))))
    return tuple(
        ArchiveGroup(period, _numbered(one for one in found if one.retention == period))
        for period in (FOREVER, THIRTY, TEN)
        if any(one.retention == period for one in found)
    )


def _numbered(items: Iterator[ArchiveItem]) -> tuple[ArchiveItem, ...]:
    by_day = sorted(items, key=lambda item: item.day or date.max)
    return tuple(
        ArchiveItem(seq, i.retention, i.doc_no, i.author, i.title, i.day, i.note)
        for seq, i in enumerate(by_day, start=1)
    )


def _item(
    retention: str, author: str, title: str, day: date | None, doc_no: str = "", note: str = ""
) -> Iterator[ArchiveItem]:
    """The item, when the record tells its title and its day or number: what has neither is not made yet."""
    if title.strip("[]") and (day or doc_no):
        yield ArchiveItem(0, retention, doc_no, author, title, day, note)


def _letter(retention: str, author: str, letter: Letter) -> Iterator[ArchiveItem]:
    yield from _item(retention, author, letter.title, letter.date, letter.doc_no)


def _exchange(exchange: Exchange, office: Office) -> Iterator[ArchiveItem]:
    request, reply, own = exchange.request, exchange.reply, _own_name(office)
    if not reply.title or not (reply.date or reply.doc_no):
        yield from _letter(FOREVER, own, request)
        return
    above = office.committee.superior.full_name or office.committee.superior.short_name
    note = "附请示" if request.title else ""
    yield from _item(FOREVER, above, reply.title, reply.date, reply.doc_no, note)


def _of_committee(office: Office) -> Iterator[ArchiveItem]:
    record, own = office.committee, _own_name(office)
    plan, pledge, meeting = record.plan, record.overall_pledge, record.deployment_meeting
    if plan.title:
        title = f"{own}关于印发《{plan.title}》的通知"
        yield from _item(FOREVER, own, title, plan.issued_on, plan.doc_no)
    yield from _item(THIRTY, own, f"{own}整体晋位目标承诺书", pledge.date)
    yield from _exchange(record.submission_to_superior, office)
    if meeting.title:
        yield from _item(TEN, own, f"[{meeting.title}通知、记录和签到表]", meeting.date)
    yield from _letter(FOREVER, own, record.midterm_evaluation.bulletin)
    yield from _letter(FOREVER, own, record.final_evaluation.report)
    yield from _exchange(record.grade_confirmation, office)
    yield from _letter(FOREVER, own, record.grade_confirmation.notice)
    for entry in record.accountability:
        if entry.person:
            title = f"{own}关于对{entry.person}同志实施责任追究的决定"
            yield from _item(FOREVER, own, title, entry.decided_on)


def _of_branches(office: Office) -> Iterator[ArchiveItem]:
    for record in office.branches:
        name = record.branch.short_name or record.branch.id
        if name:
            yield from _before_approval(record, name, office)
            yield from _after_approval(record, name, office)
            for problem in record.problems:
                yield from _of_problem(problem, name, office)


def _before_approval(record: BranchRecord, name: str, office: Office) -> Iterator[ArchiveItem]:
    own, method, approval = _own_name(office), record.method, record.review.approval
    yield from _item(THIRTY, name, method.title or f"{name}晋位升级办法", method.adopted.date)
    collective = [one for one in office.branches if one.review.approval.doc_no == approval.doc_no]
    about = "各党支部" if approval.doc_no and len(collective) > 1 else name
    yield from _item(FOREVER, own, f"[关于{about}晋位升级办法的批复]", approval.date, approval.doc_no)
    yield from _item(THIRTY, name, f"{name}晋位目标承诺书", record.pledges.to_superior.date)


def _after_approval(record: BranchRecord, name: str, office: Office) -> Iterator[ArchiveItem]:
    own, agreement, order = _own_name(office), record.agreement, record.rectification_order
    yield from _item(TEN, name, f"{name}公开承诺书", record.pledges.to_public.date)
    for notice in record.publicity.notices:
        about = "晋位升级结果" if notice.kind == "结果公示" else "晋位升级目标和办法"
        yield from _item(TEN, name, f"关于{name}{about}的公示", notice.start)
    yield from _item(THIRTY, own, f"{name}晋位升级目标责任书", agreement.signed_on, agreement.doc_no)
    yield from _item(THIRTY, own, f"[{name}限期整改通知书]", order.issued_on, order.doc_no)
    yield from _item(THIRTY, name, order.report.title or f"[{name}限期整改情况报告]", order.report.date)
    yield from _item(THIRTY, own, f"{name}考评验收报告", record.final.date)


def _of_problem(problem: Problem, name: str, office: Office) -> Iterator[ArchiveItem]:
    sent, relay = problem.escalation, problem.escalation.relay
    yield from _item(THIRTY, name, sent.title, sent.sent_on, sent.doc_no)
    if relay.doc_no and sent.title:
        about = f"[关于协调解决“{problem.title}”的{relay.kind or '函'}]"
        yield from _item(THIRTY, _own_name(office), about, relay.date, relay.doc_no)


def _own_name(office: Office) -> str:
    committee = office.committee.committee
    return committee.full_name or committee.short_name
