"""issue: papers checked, numbered, rendered, and frozen in the archive."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache, partial
from pathlib import Path

from docgen.actions.explain import pages, plain_code
from docgen.actions.inspect_rules import format_pages
from docgen.build.given import Given
from docgen.build.job import Job
from docgen.build.office import load_office
from docgen.build.owners import owner_named
from docgen.build.paper import Workshop
from docgen.build.wanted import Listener, Say
from docgen.errors import DocgenError
from docgen.files import read_bounded
from docgen.findings import UnknownCode
from docgen.issuing.deposit import Act
from docgen.issuing.faults import NothingNamed
from docgen.issuing.group import Terms
from docgen.issuing.issued import issued_papers, series_of
from docgen.issuing.numbering import Numbering
from docgen.issuing.office import issuing_office
from docgen.issuing.run import Line, Run
from docgen.issuing.said import Said
from docgen.issuing.shelf import Shelf
from docgen.issuing.sources import Seen
from docgen.issuing.typed import typed_numbers
from docgen.issuing.verdict import all_findings
from docgen.issuing.write_back import write_back
from docgen.kinds import Catalogue, Paper, load_catalogue
from docgen.workspace import Workspace

_DOCX_BYTES_MAX = 200_000_000


class OneAtATime(DocgenError):
    """A copy finished in Word is one paper."""

    exit_status = 2

    def __init__(self, count: int) -> None:
        super().__init__(
            f"--docx 一次只能印发一份，写的文种有 {count} 份",
            "请写明一种（如 D26-result），并用 -b 写明一个支部；同一种有几份的，请逐份生成后直接印发",
        )


@dataclass(frozen=True, slots=True)
class Wanted:
    """What to issue, by whom and why."""

    by: str
    reason: str
    kinds: tuple[str, ...] = ()
    everything: bool = False
    branches: tuple[str, ...] = ()
    as_of: date | None = None
    day: date | None = None
    docx: Path | None = None
    allow: tuple[str, ...] = ()
    wait_seconds: float = 60
    write_back: bool = False


@dataclass(frozen=True, slots=True)
class Issue:
    """What became of every paper; `error` is what ended the run before its time."""

    lines: tuple[Line, ...]
    waiting: int
    written_back: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    error: DocgenError | None = None

    @property
    def exit_status(self) -> int:
        if self.error is not None:
            return self.error.exit_status
        return 1 if any(line.status == "failed" for line in self.lines) or not self.lines else 0


def issue(workspace: Workspace, wanted: Wanted, today: date, listener: Listener, say: Say) -> Issue:
    """The wanted papers are in the archive, as far as nothing stands against them.

    Raises Unsaid, NothingNamed, UnknownKind, UnknownBranch, UnknownCode, NoOffice, NoFonds, NoYear,
    OneAtATime, and what the archive raises when it cannot be written to.
    """
    said = Said(wanted.by, wanted.reason, wanted.wait_seconds, say)
    act = said.act()
    if not wanted.kinds and not wanted.everything:
        raise NothingNamed
    terms = _terms(wanted, act)
    listener.starts("读取记录", 0)
    shelf = _shelf(workspace, wanted, today)
    jobs = _count(shelf)
    if terms.copy and jobs > 1:
        raise OneAtATime(jobs)
    with said.writer(workspace) as writer:
        before = issued_papers(writer.archive.lines, series_of(shelf.office))
        shelf.given = {name: one.given for name, one in before.items()}
        typed = cache(partial(typed_numbers, shelf.office))
        shelf.inform()
        numbering = Numbering(lambda: writer.archive.register, typed, terms.act.by, today)
        listener.starts("印发", jobs)
        run = Run(shelf, terms, numbering, writer, listener.advances)
        error = _carried_out(run)
    return _told(run, wanted, shelf, error)


def _carried_out(run: Run) -> DocgenError | None:
    """What ended the run before its time; the groups before it are kept."""
    try:
        run.all()
    except DocgenError as error:
        return error
    return None


def _told(run: Run, wanted: Wanted, shelf: Shelf, error: DocgenError | None) -> Issue:
    lines, waiting = list(run.lines), run.waiting
    if not wanted.everything:
        lines += _missed(lines, waiting)
    done: list[str] = []
    faults: list[str] = []
    if wanted.write_back:
        given = [(line.job, _gift(line)) for line in lines if line.status != "failed"]
        done, faults = write_back(shelf.workspace, shelf.loaded, given)
    return Issue(tuple(lines), len(waiting), tuple(done), tuple(faults), error)


def _gift(line: Line) -> Given:
    return Given(line.doc_no, date.fromisoformat(line.date) if line.date else None)


def _missed(lines: Sequence[Line], waiting: Sequence[Job]) -> list[Line]:
    """Of what was named, the papers whose time has not come, where nothing of their kind was to be had."""
    had = {(line.job.owner, line.job.paper.slug) for line in lines}
    first = {(job.owner, job.paper.slug): job for job in reversed(waiting)}
    return [Line(job, "failed", reason=job.reason) for key, job in reversed(first.items()) if key not in had]


def _shelf(workspace: Workspace, wanted: Wanted, today: date) -> Shelf:
    catalogue, seen = load_catalogue(workspace.templates), Seen(workspace)
    papers, items = _chosen(catalogue, wanted)
    loaded = load_office(workspace, wanted.as_of, today, notes=True)
    office = issuing_office(loaded)
    owners = frozenset(owner_named(name, office, loaded.unread) for name in wanted.branches) or None
    return Shelf(
        workspace,
        loaded,
        office,
        papers,
        tuple(paper for kind in catalogue.kinds for paper in kind.papers),
        owners,
        Workshop(office, workspace.settings, loaded.as_of),
        all_findings(loaded),
        seen,
        {one.branch.id: file for one, file in zip(office.branches, loaded.branch_files, strict=True)},
        items,
    )


def _chosen(catalogue: Catalogue, wanted: Wanted) -> tuple[tuple[Paper, ...], dict[str, frozenset[str]]]:
    """The papers named, and of papers named with an item (D26-goals:G1) those items alone."""
    if wanted.everything:
        return catalogue.chosen(wanted.kinds), {}
    papers: dict[Paper, set[str]] = {}
    for name in wanted.kinds:
        kind, _, item = name.partition(":")
        for paper in catalogue.papers_named(kind):
            papers.setdefault(paper, set()).add(item)
    items = {paper.label: frozenset(some) for paper, some in papers.items() if "" not in some}
    return tuple(papers), items


def _terms(wanted: Wanted, act: Act) -> Terms:
    copy = (wanted.docx.name, read_bounded(wanted.docx, _DOCX_BYTES_MAX)) if wanted.docx else None
    return Terms(act, wanted.day, _allowed(wanted.allow), copy)


def _allowed(typed: Sequence[str]) -> frozenset[str]:
    """The codes as findings bear them: x3 is X03. Raises UnknownCode."""
    if not typed:
        return frozenset()
    codes = [*(page.code for page in pages()), *(page.code for page in format_pages())]
    known = {plain_code(code): code for code in codes}
    for code in typed:
        if plain_code(code) not in known:
            listing = "docgen check --rules 和 docgen inspect --rules"
            raise UnknownCode(code, codes, listing)
    return frozenset(known[plain_code(code)] for code in typed)


def _count(shelf: Shelf) -> int:
    """How many papers there are to issue, as far as can be told beforehand."""
    chunks = ((places, shelf.view(places)) for places in shelf.chunks())
    jobs = (job for places, office in chunks for job in shelf.planned(office, places, shelf.papers))
    return sum(not job.reason for job in jobs)
