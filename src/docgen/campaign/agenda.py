"""The agenda of an office on a day: every task of the committee and its branches, the most urgent first."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from docgen.campaign.models.record import BranchRecord, CommitteeRecord
from docgen.campaign.office import Office
from docgen.campaign.open_findings import open_tasks
from docgen.campaign.states import office_states, states
from docgen.campaign.subject import NO_BRANCH, Subject, arguments
from docgen.campaign.task import AT_ONCE, Scope, Task
from docgen.campaign.todo import SOURCES
from docgen.findings import Finding
from docgen.text.workdays import Calendar

_ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Item:
    """A task with its owner's id and how many working days are left: fewer than 0 when they are over."""

    owner: str
    task: Task
    days_left: int | None
    overdue: bool

    def as_json(self) -> dict[str, object]:
        """The item as `--format json` prints it (DESIGN 10)."""
        task = self.task
        return {
            "branch": self.owner,
            "what": task.what,
            "field": task.field,
            "who": task.who,
            "due": task.due.isoformat() if task.due else None,
            "days_left": self.days_left,
            "overdue": self.overdue,
            "rule": task.rule,
        }


def agenda(
    office: Office,
    committee_id: str,
    findings: Mapping[str, Sequence[Finding]],
    as_of: date,
) -> list[Item]:
    """All items by urgency; `findings` are those of each record, by the id of its owner."""
    subjects: list[tuple[str, Scope, BranchRecord]] = [(committee_id, "committee", NO_BRANCH)]
    subjects += [(record.branch.id, "branch", record) for record in office.branches]
    listed = [
        _item(owner, task, office.calendar, as_of)
        for owner, scope, record in subjects
        for task in _of(scope, record, office, findings.get(owner, ()), as_of)
    ]
    return sorted(listed, key=_urgency)


def _of(
    scope: Scope, record: BranchRecord, office: Office, found: Iterable[Finding], as_of: date
) -> Iterator[Task]:
    known = list(_from_sources(scope, record, office, as_of))
    yield from known
    judged: BranchRecord | CommitteeRecord = record if scope == "branch" else office.committee
    reached = states(record, office, as_of) if scope == "branch" else office_states(office, as_of)
    for task in open_tasks(found, judged, office.committee, reached):
        if not any(_covers(one.field, task.field) for one in known):
            yield task


def _from_sources(scope: Scope, record: BranchRecord, office: Office, as_of: date) -> Iterator[Task]:
    subject = Subject(office, record, as_of=as_of)
    for source in SOURCES:
        if source.scope == scope:
            yield from source.find(*arguments(subject, source.wanted))


def _covers(field: str, gap: str) -> bool:
    """Whether a task that ends with `field` being filled also ends the gap."""
    return field == gap or field.startswith((f"{gap}.", f"{gap}["))


def _item(owner: str, task: Task, calendar: Calendar, as_of: date) -> Item:
    owner = task.branch or owner
    if task.due is None:
        return Item(owner, task, None, overdue=False)
    if task.due < as_of:
        return Item(owner, task, -calendar.count(task.due + _ONE_DAY, as_of), overdue=True)
    left = calendar.count(as_of + _ONE_DAY, task.due) if as_of < task.due else 0
    return Item(owner, task, left, overdue=False)


def _urgency(item: Item) -> tuple[int, date, str]:
    """Overdue first, then faults that wait for no day, then by day; within one, as they stand."""
    task = item.task
    if task.before == AT_ONCE:
        return 1, date.min, ""
    order = 0 if item.overdue else 2 if task.due else 3
    return order, task.due or date.max, task.before
