"""check: all records read, and everything that is wrong with them."""

from dataclasses import dataclass
from datetime import date

from docgen.build.office import load_office
from docgen.build.overview import Line, overview
from docgen.findings import Finding, has_errors
from docgen.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Checked:
    """What was found, the most urgent first, and every record in one line."""

    findings: tuple[Finding, ...]
    as_of: date
    records: tuple[Line, ...] = ()

    @property
    def exit_status(self) -> int:
        return 1 if has_errors(self.findings) else 0


def check(workspace: Workspace, as_of: date | None, today: date) -> Checked:
    """The findings of the workspace's records on the as-of day."""
    loaded = load_office(workspace, as_of, today)
    return Checked(loaded.findings, loaded.as_of, tuple(overview(loaded)))
