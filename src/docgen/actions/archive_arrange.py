"""archive arrange: the papers of a year made into 件 with numbers, once and for good."""

from dataclasses import dataclass
from datetime import date

from docgen.actions.archive_attach import Said
from docgen.archive.faults import NoArchive
from docgen.archive.filing.arranging import arranged
from docgen.archive.filing.item import Arrangement, Item
from docgen.archive.filing.keeping import deposit, kept, object_of
from docgen.archive.filing.paper import FiledPaper, papers_of
from docgen.archive.filing.unit import DOCUMENTS, Unit
from docgen.archive.store import Archive
from docgen.build.office import load_office
from docgen.build.paper_id import quoted
from docgen.build.wanted import NoOffice
from docgen.campaign.office import Office
from docgen.issuing.deposit import PROGRAM
from docgen.issuing.faults import NoFonds
from docgen.issuing.issued import opened
from docgen.settings import Settings
from docgen.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Arranged:
    """The year's items, which of them are new or have grown, and the papers that they hold."""

    arrangement: Arrangement
    new: frozenset[Item]
    papers: dict[str, FiledPaper]
    seq: int = 0


def unit_of(office: Office, settings: Settings) -> Unit:
    """How the office files: docgen.toml first, then the record, then 文书档案 by the manifests."""
    told = settings.archive
    class_code = told.get("class_code") or office.committee.archive.class_code or DOCUMENTS
    fonds = office.committee.committee.fonds_no
    return Unit(fonds, class_code, told.get("organ", ""), told.get("retention", {}))


def filing_office(workspace: Workspace, today: date) -> Office:
    """The office whose papers are filed. Raises NoOffice or NoFonds."""
    loaded = load_office(workspace, None, today)
    if loaded.office is None:
        raise NoOffice(loaded.findings[0])
    if not loaded.office.committee.committee.fonds_no:
        raise NoFonds(loaded.committee_file)
    return loaded.office


def archive_arrange(workspace: Workspace, year: str, said: Said, today: date) -> Arranged:
    """The arrangement of the year is frozen, if there is anything new.

    Raises NoArchive, NoOffice, NoFonds, Unsaid and what the archive raises.
    """
    act, office = said.act(), filing_office(workspace, today)
    unit = unit_of(office, workspace.settings)
    if opened(workspace.archive) is None:
        raise NoArchive(workspace.archive)
    object_id = object_of(year, quoted(unit.fonds_no))
    with said.writer(workspace) as writer:
        archive = writer.archive
        papers = {paper.object: paper for paper in papers_of(archive)}
        before = kept(archive, object_id, year)
        made = arranged(papers.values(), before, unit)
        seq = 0
        if made.items != before.items:
            (line,) = writer.commit([deposit(made, object_id, act.by, act.reason, act.at, PROGRAM)])
            seq = line.seq
    new = frozenset(made.items) - frozenset(before.items)
    return Arranged(made, new, papers, seq)


def arrangement_of(archive: Archive, unit: Unit, year: str) -> Arrangement:
    """The arrangement of the year as it was frozen last; empty where there is none."""
    return kept(archive, object_of(year, quoted(unit.fonds_no)), year)
