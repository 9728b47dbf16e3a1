"""The committee's second half: circular, grades decided and published, accountability, archive."""

from collections.abc import Iterator
from datetime import date

from docgen.campaign.milestones import acceptance, hand_over, midterm
from docgen.campaign.models.record import CommitteeRecord
from docgen.campaign.office import Office
from docgen.campaign.states import office_states
from docgen.campaign.task import (
    Task,
    committee_of,
    happened,
    office_of,
    org_department_of,
    tasks,
)


@tasks(scope="committee")
def circular(committee: CommitteeRecord, office: Office, as_of: date) -> Iterator[Task]:
    """Who did well and who did not is told once every branch is assessed."""
    assessed = [happened(one.midterm.date, as_of) for one in office.branches]
    if assessed and all(assessed) and not happened(committee.midterm_evaluation.bulletin.date, as_of):
        last, who = midterm(committee), office_of(committee)
        what = "各支部都已考评，要发考评结果通报（D11）"
        yield Task(what, "midterm_evaluation.bulletin.date", who, last.day, "R49", last.name)


@tasks(scope="committee")
def decide_grades(committee: CommitteeRecord, office: Office, as_of: date) -> Iterator[Task]:
    """After the acceptance: posted, decided, approved by the superior, published."""
    examined = [happened(one.final.date, as_of) for one in office.branches]
    if not examined or not all(examined):
        return
    last = acceptance(committee)
    for day, what, field, who in _steps(committee):
        if not happened(day, as_of):
            yield Task(what, field, who, last.day, "R23", last.name)
            return


def _steps(committee: CommitteeRecord) -> Iterator[tuple[date | None, str, str, str]]:
    final, sent, own = committee.final_evaluation, committee.grade_confirmation, office_of(committee)
    notice, superior = "final_evaluation.result_notice", committee.superior.short_name or "上级党组织"
    yield final.result_notice.start, "拟审定的档次要公示（D26）", f"{notice}.start", own
    yield final.result_notice.end, "结果公示要期满", f"{notice}.end", own
    yield (
        final.committee_decision.date,
        "各支部的档次要经党委会审定",
        "final_evaluation.committee_decision.date",
        committee_of(committee),
    )
    field = "grade_confirmation"
    yield sent.request.date, "档次要报请上级审定（D03）", f"{field}.request.date", own
    yield sent.reply.date, "报请审定档次的请示还没有批复", f"{field}.reply.date", superior
    yield sent.notice.date, "要公布各支部的档次（D16）", f"{field}.notice.date", own


@tasks(scope="committee")
def hold_to_account(committee: CommitteeRecord, office: Office, as_of: date) -> Iterator[Task]:
    """A branch that missed its target has somebody answer for it (R41)."""
    named = {one.branch for one in committee.accountability}
    for record in office.branches:
        missed = record.final.achieved is False and happened(record.final.date, as_of)
        if missed and record.branch.id not in named:
            name = record.branch.short_name or record.branch.id
            last, who = hand_over(committee), org_department_of(committee)
            what = f"{name}没有实现目标，要作出责任追究（D17）"
            yield Task(what, "accountability", who, last.day, "R41", last.name)


@tasks(scope="committee")
def archive(committee: CommitteeRecord, office: Office, as_of: date) -> Iterator[Task]:
    """Once the grades are known, the papers go to the archive by the day that was set."""
    if "S11" in office_states(office, as_of) and not happened(committee.archive.transferred_on, as_of):
        last = hand_over(committee)
        who = committee.archive.responsible or office_of(committee)
        yield Task("全部文书要归档移交（D19）", "archive.transferred_on", who, last.day, "", last.name)
