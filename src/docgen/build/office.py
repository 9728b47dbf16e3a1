"""All records of a workspace, read and judged at once: the committee's file and those of its branches."""

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from docgen.build.committee import CommitteePlaces, Unplaced, read_committee
from docgen.build.judging import Hearing, hear
from docgen.build.listed import ListedFiles
from docgen.build.official import load_papers
from docgen.build.reading import Desk, KnownPrints, are_many, read_files
from docgen.build.said_once import said_once
from docgen.campaign.as_of import last_event, latest
from docgen.campaign.office import Office
from docgen.findings import Finding, Severity, in_order
from docgen.workspace import Workspace

COMMITTEE_FILE = "committee.yaml"


@dataclass(frozen=True, slots=True)
class LoadedOffice:
    """The office as far as it could be read (None without the committee's file), and all findings.

    `branch_files` has the file of each branch record, in the office's order; `unread` those that are
    listed and gave no record. `as_of` is the day by which the records were judged.
    """

    office: Office | None
    committee_file: str
    branch_files: tuple[str, ...]
    unread: tuple[str, ...]
    findings: tuple[Finding, ...]
    as_of: date
    paper_files: Mapping[str, str] = field(default_factory=dict)  # of official papers, by id


def load_office(
    workspace: Workspace, as_of: date | None, today: date, *, processes: int = 0, notes: bool = False
) -> LoadedOffice:
    """Every record that can be read has been, and been judged; what is wrong in any is a finding.

    Without an as-of day it is today, or the last event once the grades are published (J23). Many records
    are read by `processes` (0: as many as there are processors), and held packed. With `notes` what was
    read is noted in the output folder, so that it need not be read again.
    """
    path = workspace.data / COMMITTEE_FILE
    shown = workspace.relative(path)
    if not path.is_file():
        return LoadedOffice(None, shown, (), (), (_no_committee(shown),), as_of or today)
    processes = processes or os.cpu_count() or 1
    committee = read_committee(path, workspace.root, processes)
    listed = committee.value.branches if committee.value else ()
    found = ListedFiles(workspace, committee.places, listed)
    desk = Desk(workspace.root, workspace.state)
    files = read_files(desk, [_shown(file, workspace.root) for file in found.files], processes)
    findings = [*committee.findings, *found.findings]
    findings += [finding for one in files for finding in one.opened().findings]
    unread = (*(one.file for one in files if one.record is None), *found.absent)
    if committee.value is None:
        return LoadedOffice(None, shown, (), unread, tuple(in_order(findings)), as_of or today)
    papers = load_papers(workspace, committee.value)
    findings += papers.findings
    read = [one for one in files if one.record is not None]
    branches = tuple(one.branch(packed=are_many(files)) for one in read)
    prints = KnownPrints.of(branches, read)
    office = Office(committee.value, branches, papers.records, prints=prints, registry=committee.registry)
    day = as_of or latest([last_event(committee.value), *(one.last_event for one in read)], office, today)
    # A large file is read again for places at most once, not by every process that finds something in it.
    place = (
        Unplaced(committee.places.file)
        if committee.registry is not None and processes > 1
        else committee.places
    )
    hearing = Hearing(office, place, committee.owed, tuple(read), desk, day, notes)
    told = _judged(hearing, findings, found, committee.places, processes)
    names = tuple(one.file for one in read)
    return LoadedOffice(office, shown, names, (*unread, *papers.unread), told, day, papers.files)


def _judged(
    hearing: Hearing,
    loaded: Sequence[Finding],
    found: ListedFiles,
    committee: CommitteePlaces,
    processes: int,
) -> tuple[Finding, ...]:
    judged = hear(hearing, processes)
    if hearing.is_noted:
        hearing.desk.note_places(judged.asked)
    is_placed = hearing.committee is committee
    by_rules = judged.by_rules if is_placed else committee.placed(judged.by_rules)
    said = said_once(loaded, found.missed(by_rules, committee), judged.owed)
    return tuple(in_order(dict.fromkeys(said)))


def _shown(path: Path, root: Path) -> str:
    return Path(os.path.relpath(path, root)).as_posix()


def _no_committee(shown: str) -> Finding:
    remedy = f"请把党委的记录存为 {shown}，示例见 docgen init 建立的工作区"
    return Finding("X01", Severity.ERROR, "没有党委的记录文件", remedy, shown)
