"""number list: the register of document numbers, with its gaps and doubles."""

from dataclasses import dataclass
from datetime import date

from docgen.archive.register import Entry
from docgen.build.office import load_office
from docgen.errors import DocgenError
from docgen.findings import Finding, has_errors
from docgen.issuing.issued import opened
from docgen.issuing.typed import typed_numbers
from docgen.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Numbers:
    """The register as far as it was asked for."""

    entries: tuple[Entry, ...]
    findings: tuple[Finding, ...]

    @property
    def exit_status(self) -> int:
        return 1 if has_errors(self.findings) else 0


def number_list(workspace: Workspace, prefix: str, year: int | None, today: date) -> Numbers:
    """All numbers of the series asked for ("" and None: of all). Raises what `Archive.open` raises."""
    archive = opened(workspace.archive)
    if archive is None:
        return Numbers((), ())
    entries = [one for one in archive.register.all() if _is_wanted(one, prefix, year)]
    said = archive.register.findings(_typed(workspace, today), on=today)
    wanted = [one for one in said if not prefix or one.message.startswith(f"{prefix}〔")]
    if year is not None:
        wanted = [one for one in wanted if f"〔{year}〕" in one.message]
    return Numbers(tuple(entries), tuple(wanted))


def _is_wanted(entry: Entry, prefix: str, year: int | None) -> bool:
    return prefix in ("", entry.doc_no.prefix) and year in (None, entry.doc_no.year)


def _typed(workspace: Workspace, today: date) -> list[str]:
    """The numbers in the records; none where they cannot be read: the register stands by itself."""
    try:
        office = load_office(workspace, None, today).office
    except DocgenError:
        return []
    return typed_numbers(office) if office is not None else []
