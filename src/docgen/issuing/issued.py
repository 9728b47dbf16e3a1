"""What the log says was issued: for each paper its latest object, its number and its day."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from docgen.archive.entries import DESTROY, LogLine
from docgen.archive.faults import NoArchive
from docgen.archive.provenance import FILE, Provenance, read
from docgen.archive.store import Archive
from docgen.build.given import Given
from docgen.build.paper_id import quoted
from docgen.campaign.office import Office

ISSUE, CORRECTION = "issue", "correction"
WITHDRAWALS = {"withdraw": "撤回", "repeal": "废止"}
_ISSUES = (ISSUE, CORRECTION)


@dataclass(frozen=True, slots=True)
class Issued:
    """A paper as it was issued last."""

    object: str
    paper_id: str
    version: str  # of the latest issue: scans and receipts may have come after it
    doc_no: str
    date: str  # 成文日期, ISO; "" for none
    by: str
    reason: str
    at: str
    seq: int
    withdrawn: str = ""  # why it was withdrawn; "" while it is in force

    @property
    def given(self) -> Given:
        """Its number and day."""
        return Given(self.doc_no, date.fromisoformat(self.date) if self.date else None)


def series_of(office: Office) -> str:
    """What the objects of this office and year begin with; "" where the record does not say."""
    fonds, year = office.committee.committee.fonds_no, office.campaign.year
    return f"urn:docgen:{quoted(fonds)}:{year}:" if fonds and year else ""


def issued_papers(lines: Iterable[LogLine], series: str) -> dict[str, Issued]:
    """The latest issue of each paper of the series, by its short name; the destroyed are none."""
    by_object: dict[str, Issued] = {}
    for line in lines:
        if not series or not line.object.startswith(series):
            continue
        if line.event in _ISSUES:
            by_object.pop(line.object, None)  # the last issued stands last
            by_object[line.object] = _issued(line, series)
        elif line.event in WITHDRAWALS and line.object in by_object:
            withdrawn = replace(by_object[line.object], withdrawn=line.reason)
            by_object[line.object] = withdrawn
        elif line.event == DESTROY:
            by_object.pop(line.object, None)
    return {one.paper_id: one for one in by_object.values()}


def _issued(line: LogLine, series: str) -> Issued:
    # Of a name only the renumbering's own dot is left unquoted: see `quoted`.
    paper_id = line.object.removeprefix(series).partition(".")[0]
    day = line.extra.get("date", "")
    return Issued(
        line.object, paper_id, line.version, line.doc_no, day, line.by, line.reason, line.at, line.seq
    )


def opened(folder: Path) -> Archive | None:
    """The archive of a workspace; None while nothing has been issued. Raises what `Archive.open` raises."""
    try:
        return Archive.open(folder)
    except NoArchive:
        return None


def issued_in(folder: Path, office: Office) -> dict[str, Issued]:
    """The issued papers of the office, by short name. Raises what `Archive.open` raises but NoArchive."""
    archive = opened(folder)
    return issued_papers(archive.lines, series_of(office)) if archive else {}


def proof_of(archive: Archive, one: Issued) -> Provenance:
    """The provenance of a paper as it was issued last. Raises ObjectDamaged or FaultyProvenance."""
    return read(archive.find(one.object).version(one.version).read(FILE))


def given_in(folder: Path) -> Callable[[Office], Mapping[str, Given]]:
    """What an office's papers were given, by short name; for makers of papers that know no archive."""

    def given(office: Office) -> Mapping[str, Given]:
        return {name: one.given for name, one in issued_in(folder, office).items()}

    return given


def next_object(lines: Iterable[LogLine], series: str, paper_id: str) -> str:
    """The id of the paper's next object: the plain one, or the first free of .2, .3 …"""
    plain = f"{series}{paper_id}"
    taken = {line.object for line in lines}
    number, name = 1, plain
    while name in taken:
        number += 1
        name = f"{plain}.{number}"
    return name
