"""What the check finds open in a record, as tasks: who fills it in, and by when."""

from collections.abc import Iterable, Iterator
from functools import cache

from docgen.campaign.milestones import Milestone, milestone
from docgen.campaign.models.record import BranchRecord, CommitteeRecord
from docgen.campaign.rules import RULES
from docgen.campaign.states import STATES
from docgen.campaign.task import AT_ONCE, Task, lead_of, office_of, org_department_of, secretary_of
from docgen.findings import Finding, Severity
from docgen.records.labels import steps
from docgen.records.schema import Entity
from docgen.records.shape import Kind, Many, Named, Part, shape_of

_OWED = frozenset({"K26", "K27"})
_NOW = Milestone(AT_ONCE, None)
# What the committee writes into a branch's record.
_EXAMINED = frozenset(
    {"feasibility", "timeliness", "defects", "opinion", "guidance", "reviewer", "reviewed_on", "result"}
)
_OF_DEPARTMENT = (
    "review.approval",
    "midterm",
    "rectification_order",
    *(f"final.{key}" for key in ("date", "superior_scores", "superior_total", "total", "satisfaction")),
    *(f"final.{key}" for key in ("conclusion", "grade", "achieved")),
)
_OF_OFFICE = ("superior", "committee", "people", "departments", "deployment_meeting", "archive")


def open_tasks(
    findings: Iterable[Finding],
    record: BranchRecord | CommitteeRecord,
    committee: CommitteeRecord,
    reached: frozenset[str],
) -> Iterator[Task]:
    """What is wrong now, and what the next state needs; what only later states need is left for later."""
    for finding in findings:
        state = _state(finding, type(record), reached)
        if state is None and finding.severity is not Severity.ERROR:
            continue
        if state is not None and STATES.index(state) > _horizon(reached):
            continue
        if finding.severity is Severity.WARNING:
            continue  # to be looked at, not to be done
        last = milestone(state, committee) if state else _NOW
        who = _who(finding.field, record, committee)
        yield Task(_words(finding), finding.field, who, last.day, finding.rule, last.name)


def _words(finding: Finding) -> str:
    if finding.rule in _OWED:
        return f"要填“{finding.label}”"
    return f"{finding.label}：{finding.message}" if finding.label else finding.message


def _horizon(reached: frozenset[str]) -> int:
    """The state after the last one reached. The grade at the start is due with S1, so S1 is the least."""
    return max((STATES.index(state) for state in reached), default=0) + 1


def _state(finding: Finding, model: type[Entity], reached: frozenset[str]) -> str | None:
    """The state that needs what the finding misses; None where it is tied to none."""
    if finding.rule in _OWED:
        return _due_of_field(model, finding.field)
    dues = sorted(_dues().get(finding.rule, ()), key=STATES.index)
    if finding.severity is Severity.INFO:
        return next((state for state in dues if state not in reached), None)
    return next((state for state in reversed(dues) if state in reached), None)


@cache
def _dues() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for rule in RULES:
        if rule.due:
            found.setdefault(rule.code, set()).add(rule.due)
    return {code: frozenset(dues) for code, dues in found.items()}


def _due_of_field(model: type[Entity], path: str) -> str | None:
    kind: Kind = Part(model)
    due: str | None = None
    for step in steps(path):
        if isinstance(kind, Many):
            kind = kind.item
        elif isinstance(kind, Named):
            kind = kind.value
        elif isinstance(kind, Part):
            slot = next((one for one in shape_of(kind.entity).slots if one.key == step), None)
            if slot is None:
                return due
            kind, due = slot.kind, slot.due
    return due


def _who(field: str, record: BranchRecord | CommitteeRecord, committee: CommitteeRecord) -> str:
    if isinstance(record, CommitteeRecord):
        return office_of(committee) if field.startswith(_OF_OFFICE) else org_department_of(committee)
    examined = field.startswith("review.submissions[") and field.rpartition(".")[2] in _EXAMINED
    if examined or field.startswith(_OF_DEPARTMENT):
        return org_department_of(committee)
    root, _, rest = field.partition("[")
    place = rest.partition("]")[0]
    if root == "problems" and place.isdigit() and int(place) < len(record.problems):
        return lead_of(record.problems[int(place)], record)
    return secretary_of(record.branch)
