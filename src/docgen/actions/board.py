"""board: the noticeboard as a folder of web pages."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from docgen.archive.store import Archive
from docgen.build.codes import code_svg
from docgen.build.drafts import OpenErrors, open_errors
from docgen.build.given import with_given
from docgen.build.making import draft_reason
from docgen.build.office import LoadedOffice, load_office
from docgen.build.output import Output
from docgen.build.paper import Workshop
from docgen.build.plan import Job, plan
from docgen.build.posted import page_name, page_url
from docgen.campaign.office import Office
from docgen.errors import DocgenError
from docgen.files import digest_of_file, put_back
from docgen.findings import Finding
from docgen.issuing.fingerprint import fingerprint
from docgen.issuing.frozen import restored, withdrawn_note
from docgen.issuing.issued import Issued, issued_papers, opened, proof_of, series_of
from docgen.kinds import Paper, load_catalogue
from docgen.publish.board.contents import desks, posting
from docgen.publish.board.folder import place
from docgen.publish.board.posting import Board, Posting
from docgen.publish.board.site import site
from docgen.publish.own_folders import refuse_own_folder
from docgen.workspace import Workspace

FOLDER = "公示栏"


class NoBoard(DocgenError):
    """The committee's record cannot be read, and with it no posting."""

    def __init__(self, first: Finding) -> None:
        where = f"{first.file}:{first.line}" if first.line else first.file
        super().__init__(f"党委的记录用不了，做不成公示栏（{where} {first.message}）", first.remedy)


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A posted paper that the board does not show, and why."""

    owner: str
    owner_name: str
    label: str
    name: str
    item: str
    reason: str
    draft: bool  # it could be shown, with --drafts


@dataclass(frozen=True, slots=True)
class Published:
    """The board as it lies in the folder."""

    folder: Path
    postings: tuple[Posting, ...]
    left_out: tuple[LeftOut, ...]
    unread: tuple[str, ...]
    as_of: date
    edited: tuple[str, ...] = ()  # posted papers in the output folder that are not as the records have them

    @property
    def exit_status(self) -> int:
        """1 where an error in the records kept something out or made a draft of it."""
        drafts = any(one.draft for one in self.left_out) or any(one.draft for one in self.postings)
        return 1 if drafts or self.unread else 0


@dataclass(frozen=True, slots=True)
class _Desk:
    """What is needed to judge and to write one posting."""

    office: Office
    errors: OpenErrors
    files: dict[int, str]
    workshop: Workshop
    board_url: str
    archive: Archive | None
    issued: Mapping[str, Issued]
    papers: tuple[Paper, ...]


def publish(
    workspace: Workspace, folder: Path | None, as_of: date | None, today: date, *, drafts: bool
) -> Published:
    """The folder holds the board, as far as the records go.

    Raises NoBoard, OwnFolder, NotOurs or CannotWrite.
    """
    target = folder or workspace.output / FOLDER
    refuse_own_folder(target, workspace)
    put_back(target.resolve())
    loaded = load_office(workspace, as_of, today)
    if loaded.office is None:
        raise NoBoard(loaded.findings[0])
    desk = _desk(workspace, loaded)
    jobs = _jobs(workspace, desk)
    postings, left_out = _sorted_out(jobs, desk, drafts=drafts)
    place(target, site(_board(loaded.office, loaded.as_of, postings)))
    edited = tuple(_edited(jobs, Output.open(workspace.output)))
    return Published(target, tuple(postings), tuple(left_out), loaded.unread, loaded.as_of, edited)


def _edited(jobs: Sequence[Job], output: Output) -> Iterator[str]:
    for job in jobs:
        entry = output.entries.get(job.key)
        found = digest_of_file(output.folder / entry.path) if entry else None
        if entry and found not in (None, entry.digest):
            yield entry.path


def _jobs(workspace: Workspace, desk: _Desk) -> list[Job]:
    """The posted papers; of variants that share a page, the first."""
    posted = plan([paper for paper in desk.papers if paper.board], desk.office, workspace.settings, None)
    return list({(page_name(job), bool(job.reason)): job for job in reversed(posted)}.values())[::-1]


def _desk(workspace: Workspace, loaded: LoadedOffice) -> _Desk:
    assert loaded.office is not None  # noqa: S101  publish() has looked
    papers = load_catalogue(workspace.templates).chosen(())
    archive = opened(workspace.archive)
    issued = issued_papers(archive.lines, series_of(loaded.office)) if archive else {}
    given = {name: one.given for name, one in issued.items()}
    office = with_given(loaded.office, papers, given)
    return _Desk(
        office,
        open_errors(loaded.findings, loaded.committee_file, loaded.branch_files, loaded.paper_files),
        {id(one): file for one, file in zip(office.branches, loaded.branch_files, strict=True)},
        Workshop(office, workspace.settings, loaded.as_of, issued=given),
        workspace.settings.board_url,
        archive,
        issued,
        papers,
    )


def _sorted_out(jobs: Sequence[Job], desk: _Desk, *, drafts: bool) -> tuple[list[Posting], list[LeftOut]]:
    postings: list[Posting] = []
    left_out: list[LeftOut] = []
    for job in jobs:
        try:
            found = _posting_or_reason(job, desk, drafts=drafts)
        except DocgenError as fault:
            found = _left_out(job, str(fault), draft=False)
        if isinstance(found, Posting):
            postings.append(found)
        else:
            left_out.append(found)
    return postings, left_out


def _posting_or_reason(job: Job, desk: _Desk, *, drafts: bool) -> Posting | LeftOut:
    issued = desk.issued.get(job.paper_id)
    if issued and issued.withdrawn:
        return _left_out(job, withdrawn_note(issued), draft=False)
    if issued and desk.archive:
        return _as_issued(job, issued, desk.archive, desk)
    if job.reason:
        return _left_out(job, job.reason, draft=False)
    errors = desk.errors.of(job, desk.files[id(job.branch)] if job.branch else "")
    if errors and not drafts:
        return _left_out(job, draft_reason(errors), draft=True)
    svg = code_svg(page_url(job, desk.board_url))
    return posting(job, desk.workshop.title(job), desk.office, draft=bool(errors), code_svg=svg)


def _as_issued(job: Job, issued: Issued, archive: Archive, desk: _Desk) -> Posting:
    """The posting of the issued edition, whatever the records have come to say since."""
    svg = code_svg(page_url(job, desk.board_url))
    proof = proof_of(archive, issued)
    if proof.about.inputs == fingerprint(desk.workshop, job):
        return posting(job, proof.about.title, desk.office, code_svg=svg)
    found = restored(archive, issued, desk.papers)
    return posting(found.job, found.title, found.office, code_svg=svg)


def _left_out(job: Job, reason: str, *, draft: bool) -> LeftOut:
    owner_name = job.branch.branch.short_name if job.branch else ""
    return LeftOut(
        job.owner, owner_name or job.owner, job.paper.label, job.paper.name, job.item_id, reason, draft
    )


def _board(office: Office, as_of: date, postings: Sequence[Posting]) -> Board:
    committee, campaign = office.committee.committee, office.campaign
    name = campaign.short_name or campaign.name
    return Board(committee.full_name, f"{name}公示栏", as_of, office.calendar, desks(office), tuple(postings))
