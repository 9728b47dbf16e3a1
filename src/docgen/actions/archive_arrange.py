"""archive arrange: the papers of a year made into 件 with numbers, once and for good."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

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
from docgen.errors import DocgenError
from docgen.issuing.deposit import PROGRAM
from docgen.issuing.faults import NoFonds
from docgen.issuing.issued import opened
from docgen.issuing.said import Said
from docgen.kinds import Catalogue, UnknownKind, load_catalogue
from docgen.official.genres import GENRES
from docgen.settings import Settings
from docgen.workspace import Workspace


class UnknownInTable(DocgenError):
    """The unit's table names no kind: a slip of the pen would count for ever, for numbers are frozen."""

    exit_status = 2

    def __init__(self, name: str, known: Sequence[str]) -> None:
        super().__init__(
            f"docgen.toml 的 [archive.retention] 里写了“{name}”，没有这种文书",
            f"{UnknownKind(name, known).remedy}；收文写收存时的文种，如 批复",
        )


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

    Raises NoArchive, NoOffice, NoFonds, Unsaid, UnknownInTable and what the archive raises.
    """
    act, office = said.act(), filing_office(workspace, today)
    unit = unit_of(office, workspace.settings)
    if opened(workspace.archive) is None:
        raise NoArchive(workspace.archive)
    object_id = object_of(year, quoted(unit.fonds_no))
    with said.writer(workspace) as writer:
        archive = writer.archive
        papers = {paper.object: paper for paper in papers_of(archive)}
        _require_kinds(unit, load_catalogue(workspace.templates), papers.values())
        before = kept(archive, object_id, year)
        made = arranged(papers.values(), before, unit)
        seq = 0
        if made.items != before.items:
            (line,) = writer.commit([deposit(made, object_id, act.by, act.reason, act.at, PROGRAM)])
            seq = line.seq
    new = frozenset(made.items) - frozenset(before.items)
    return Arranged(made, new, papers, seq)


def _require_kinds(unit: Unit, catalogue: Catalogue, papers: Iterable[FiledPaper]) -> None:
    """Every line of the unit's table is of a kind of ours, or one that others send. Raises UnknownInTable."""
    known = [name for kind in catalogue.kinds for name in (kind.code, kind.slug, kind.name)]
    known += [paper.label for kind in catalogue.kinds for paper in kind.papers]
    received = {paper.about.name for paper in papers if paper.is_received}
    for name in unit.retention:
        if name not in {*known, *GENRES, *received}:
            raise UnknownInTable(name, known)


def arrangement_of(archive: Archive, unit: Unit, year: str) -> Arrangement:
    """The arrangement of the year as it was frozen last; empty where there is none."""
    return kept(archive, object_of(year, quoted(unit.fonds_no)), year)
