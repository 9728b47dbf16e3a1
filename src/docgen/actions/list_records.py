"""list records: whose records there are, how far each has come, and how many errors it has."""

from collections import Counter
from dataclasses import dataclass
from datetime import date

from docgen.build.office import load_office
from docgen.build.overview import overview
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
    lines = [RecordLine(one.id, one.name, one.file, one.states, errors[one.file]) for one in overview(loaded)]
    return lines, loaded.findings
