"""archive destroy: papers whose time is over are gone, and the archive says so for ever."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache, partial

from docgen.actions.archive_arrange import arrangement_of, filing_office, unit_of
from docgen.archive.faults import NoArchive
from docgen.archive.filing.destruction import (
    Destroyed,
    NoPaper,
    Sanction,
    expired,
    list_deposit,
    list_object,
    with_lines,
)
from docgen.archive.filing.paper import paper_of
from docgen.archive.filing.unit import Unit
from docgen.archive.store import Archive
from docgen.archive.writer import Writer
from docgen.build.paper_id import quoted
from docgen.campaign.office import Office
from docgen.errors import DocgenError
from docgen.issuing.deposit import PROGRAM
from docgen.issuing.faults import Unsaid
from docgen.issuing.issued import opened
from docgen.issuing.said import Said
from docgen.publish.hand_over.destroyed import destroyed_page
from docgen.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Destruction:
    """What is gone, and the list that tells of it; with `faults` nothing was destroyed."""

    destroyed: tuple[Destroyed, ...]
    listed: str = ""
    faults: tuple[DocgenError, ...] = ()


def archive_destroy(
    workspace: Workspace, texts: Sequence[str], approver: str, said: Said, today: date, *, dry_run: bool
) -> Destruction:
    """All of the papers, or none: one that must be kept stops the run before anything is touched.

    Raises NoArchive, NoOffice, NoFonds, Unsaid, UnknownObject and what the archive raises.
    """
    act = said.act()
    if not approver.strip():
        raise Unsaid("--approver", "批准人")
    if opened(workspace.archive) is None:
        raise NoArchive(workspace.archive)
    office = filing_office(workspace, today)
    unit = unit_of(office, workspace.settings)
    with said.writer(workspace) as writer:
        lines, faults = _judged(writer.archive, texts, unit, today)
        if faults or dry_run:
            return Destruction(tuple(lines), faults=tuple(faults))
        sanction = Sanction(approver.strip(), act.by, act.reason, act.at)
        listed = _listed(writer, lines, sanction, office, today)
        for line in lines:
            writer.destroy(
                line.object,
                by=act.by,
                reason=act.reason,
                doc_no=line.doc_no,
                extra={"approver": sanction.approver},
            )
    return Destruction(tuple(lines), listed)


def _judged(
    archive: Archive, texts: Sequence[str], unit: Unit, today: date
) -> tuple[list[Destroyed], list[DocgenError]]:
    """What may be destroyed of it, and why the rest may not."""
    arrangement = cache(partial(arrangement_of, archive, unit))
    lines: list[Destroyed] = []
    faults: list[DocgenError] = []
    for object_id in dict.fromkeys(archive.resolve(text).object for text in texts):
        paper = paper_of(archive, object_id)
        try:
            if paper is None:
                raise NoPaper(object_id)
            lines.append(expired(paper, arrangement(paper.year), unit, today))
        except DocgenError as fault:
            faults.append(fault)
    return lines, faults


def _listed(
    writer: Writer, lines: Sequence[Destroyed], sanction: Sanction, office: Office, today: date
) -> str:
    """The id of the year's list, which has the lines now."""
    committee = office.committee.committee
    listed = list_object(quoted(committee.fonds_no), today)
    told = with_lines(writer.archive, listed, lines, sanction)
    page = destroyed_page(
        told, unit=committee.full_name, fonds_no=committee.fonds_no, year=today.year, day=today
    )
    writer.commit([list_deposit(listed, told, page, sanction, PROGRAM)])
    return listed
