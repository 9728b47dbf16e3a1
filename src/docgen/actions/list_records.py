"""list records: whose records there are, how far each has come, and how many errors it has."""

from collections import Counter
from dataclasses import dataclass
from datetime import date

from docgen.build.office import load_office
from docgen.build.plan import committee_id
from docgen.campaign.states import STATES, office_states, states
from docgen.findings import Finding, Severity
from docgen.workspace import Workspace


@dataclass(frozen=True, slots=True)
class RecordLine:
    """One record. A file that cannot be read has no id and no name."""

    id: str
    name: str
    file: str
    states: tuple[str, ...]
    errors: int


def list_records(workspace: Workspace, today: date) -> tuple[list[RecordLine], tuple[Finding, ...]]:
    """The committee's record, then those of the branches in its order; and all findings."""
    loaded = load_office(workspace, None, today)
    errors = Counter(f.file for f in loaded.findings if f.severity is Severity.ERROR)
    lines: list[RecordLine] = []
    office = loaded.office
    if office is None:
        lines.append(RecordLine("", "", loaded.committee_file, (), errors[loaded.committee_file]))
    else:
        own, file = office.committee.committee, loaded.committee_file
        name = own.short_name or own.full_name
        lines.append(
            RecordLine(committee_id(office), name, file, _in_order(office_states(office)), errors[file])
        )
        for record, file in zip(office.branches, loaded.branch_files, strict=True):
            branch, reached = record.branch, _in_order(states(record, office))
            lines.append(RecordLine(branch.id, branch.short_name, file, reached, errors[file]))
    lines += [RecordLine("", "", file, (), errors[file]) for file in loaded.unread]
    return lines, loaded.findings


def _in_order(reached: frozenset[str]) -> tuple[str, ...]:
    return tuple(state for state in STATES if state in reached)
