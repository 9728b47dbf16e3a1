"""print: one PDF ready for the printer, of papers that are made anew where they are missing or stale."""

import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import chain
from pathlib import Path

from docgen.actions.build import Built, Listener, NoOffice, build
from docgen.actions.build import Wanted as BuildWanted
from docgen.build.lock import alone
from docgen.build.office import load_office
from docgen.build.outcome import Outcome
from docgen.build.output import Output
from docgen.build.owners import owner_named
from docgen.build.pdfs import make_pdfs
from docgen.build.plan import plan
from docgen.errors import DocgenError
from docgen.files import digest, write_atomic
from docgen.issuing.frozen import frozen_papers
from docgen.kinds import load_catalogue
from docgen.pdf import Pool
from docgen.pdf.pool import TIMEOUT_S
from docgen.publish.print_run.binding import bound
from docgen.publish.print_run.choice import Desk
from docgen.publish.print_run.index import Heading, Totals, totals
from docgen.publish.print_run.order import BY_BRANCH, BY_KIND, by_kind, by_list, grouped
from docgen.publish.print_run.packages import pikepdf
from docgen.publish.print_run.paper import LeftOut, Manner, Placed, PrintPaper
from docgen.publish.print_run.posters import posters
from docgen.publish.print_run.press import Press
from docgen.workspace import Workspace

FILE = "打印.pdf"
_SECONDS_A_ROW = 0.5
_CHANGED = "另一次生成刚刚改动了这份文书，请再打印一次"


class NothingToPrint(DocgenError):
    """No paper that was asked for can be printed."""

    def __init__(self, left_out: Sequence[LeftOut]) -> None:
        drafts = sum(one.draft for one in left_out)
        why = f"（{len(left_out)} 份没有打印，其中草稿 {drafts} 份）" if left_out else ""
        remedy = "请执行 docgen build -v 查看原因"
        if drafts:
            remedy = "请执行 docgen check 改正记录；要连草稿一起打印请加 --drafts"
        super().__init__(f"没有可以打印的文书{why}", remedy)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What to print and how; nothing named means everything."""

    kinds: tuple[str, ...] = ()
    branches: tuple[str, ...] = ()
    as_of: date | None = None
    drafts: bool = False
    order: str | Path = BY_BRANCH  # or BY_KIND, or a file that lists papers
    manner: Manner = field(default_factory=Manner)
    posters: str = ""  # a3, 2up
    output: Path | None = None


@dataclass(frozen=True, slots=True)
class Printed:
    """The run as it lies in its file."""

    file: Path
    pages: int
    placed: tuple[Placed, ...]
    left_out: tuple[LeftOut, ...]
    totals: Totals
    as_of: date
    waiting: int  # papers whose time has not come
    unread: tuple[str, ...] = ()
    substitutions: tuple[str, ...] = ()
    poster_file: Path | None = None
    poster_sheets: int = 0

    @property
    def exit_status(self) -> int:
        """1 where an error in the records kept something out or made a draft of it."""
        drafts = any(one.paper.draft for one in self.placed)
        return 1 if self.left_out or self.unread or drafts else 0


def print_run(
    workspace: Workspace,
    wanted: Wanted,
    today: date,
    listener: Listener,
    say: Callable[[str], None] = lambda text: None,
) -> Printed:
    """The run lies in its file. Raises what `build` raises, NothingToPrint, NoPdfPackages or CannotWrite."""
    pikepdf()  # what is lacking is told before the papers are made
    built = build(workspace, BuildWanted(wanted.kinds, wanted.branches, wanted.as_of), today, listener, say)
    with tempfile.TemporaryDirectory(prefix="docgen-print-") as folder:
        return _run(workspace, wanted, today, listener, built, Path(folder))


def _run(
    workspace: Workspace, wanted: Wanted, today: date, listener: Listener, built: Built, folder: Path
) -> Printed:
    desk = _desk(workspace, wanted, today, folder)
    papers, left_out = desk.choose(built.outcomes, drafts=wanted.drafts)
    papers = _in_order(papers, left_out, wanted.order)
    # Only now, for a list may ask for five papers of thousands.
    papers, lost, told = _with_pdfs(workspace, built.outcomes, papers, listener)
    left_out += [desk.lost(*one) for one in lost]
    _refuse_none(papers, left_out)
    with _pool(papers) as pool:
        press = Press(pool, folder)
        papers, lost = press.print_apart(papers, desk.output)
        left_out += [desk.lost(*one) for one in lost]
        _refuse_none(papers, left_out)
        listener.starts("排打印清单", 0)
        printed = _printed(press, desk, papers, left_out, wanted)
    waiting = sum(not job.path for job in desk.jobs.values())
    return replace(printed, waiting=waiting, unread=built.unread, substitutions=told)


def _desk(workspace: Workspace, wanted: Wanted, today: date, folder: Path) -> Desk:
    loaded = load_office(workspace, wanted.as_of, today)
    office = loaded.office
    if office is None:
        raise NoOffice(loaded.findings[0])
    catalogue = load_catalogue(workspace.templates)
    owners = frozenset(owner_named(name, office, loaded.unread) for name in wanted.branches) or None
    chosen = [catalogue.find(name) for name in wanted.kinds] or list(catalogue.kinds)
    papers = chain.from_iterable(kind.papers for kind in dict.fromkeys(chosen))
    jobs = plan(papers, office, workspace.settings, owners)
    entries = Output.open(workspace.output).entries
    frozen = frozen_papers(workspace.archive, office, folder)
    return Desk(workspace.output, office, {job.key: job for job in jobs}, entries, loaded.as_of, frozen)


def _refuse_none(papers: list[PrintPaper], left_out: list[LeftOut]) -> None:
    if not papers:
        raise NothingToPrint(left_out)


def _in_order(papers: list[PrintPaper], left_out: list[LeftOut], order: str | Path) -> list[PrintPaper]:
    if isinstance(order, Path):
        return by_list(papers, left_out, order)
    return by_kind(papers) if order == BY_KIND else papers


def _with_pdfs(
    workspace: Workspace, outcomes: Sequence[Outcome], papers: Sequence[PrintPaper], listener: Listener
) -> tuple[list[PrintPaper], list[tuple[PrintPaper, str]], tuple[str, ...]]:
    """The papers with a PDF of what they are, those without one, and what was printed for what else."""
    keys = {paper.key for paper in papers if not paper.edited and not paper.issued}
    with alone(workspace.state, lambda: None):
        output = Output.open(workspace.output)
        pdfs = make_pdfs(
            [one for one in outcomes if one.job.key in keys and one.job.key in output.entries],
            output,
            lambda _: listener.advances(),
            pdfa=workspace.settings.pdf == "pdfa",
            starts=lambda total: listener.starts("转成 PDF", total),
        )
    if pdfs.error is not None:
        raise pdfs.error
    made = {one.job.key: one for one in pdfs.outcomes}
    lost = [
        (paper, made[paper.key].reason if paper.key in made else _CHANGED)
        for paper in papers
        if paper.key in keys and not (paper.key in made and made[paper.key].pdf)
    ]
    gone = {paper.key for paper, _ in lost}
    there = [_apart_if_foreign(paper, output) for paper in papers if paper.key not in gone]
    return there, lost, pdfs.substitutions


def _apart_if_foreign(paper: PrintPaper, output: Output) -> PrintPaper:
    # A scan of the signed paper may have taken the PDF's place: it stays there, and is not what is printed.
    if paper.apart or paper.issued or digest(paper.pdf.read_bytes()) == output.entries[paper.key].pdf_digest:
        return paper
    return replace(paper, apart=True)


def _printed(
    press: Press, desk: Desk, papers: list[PrintPaper], left_out: list[LeftOut], wanted: Wanted
) -> Printed:
    groups = list(grouped(papers, BY_KIND if wanted.order == BY_KIND else BY_BRANCH))
    heading = _heading(desk)
    index = press.index(heading, groups, left_out, wanted.manner)
    run = bound(groups, index, wanted.manner, heading.title)
    file = _named(wanted.output) if wanted.output else desk.output / FILE
    write_atomic(file, run.pdf)
    sums = totals(run.placed, wanted.manner)
    printed = Printed(file, run.pages, run.placed, tuple(left_out), sums, desk.as_of, 0)
    return _with_posters(printed, papers, wanted)


def _pool(papers: Sequence[PrintPaper]) -> Pool:
    # An index of thousands of rows takes LibreOffice minutes, and is one PDF.
    return Pool(workers=1, timeout_s=max(TIMEOUT_S, _SECONDS_A_ROW * len(papers)))


def _named(file: Path) -> Path:
    # Windows opens a file by its ending.
    return file if file.suffix.lower() == ".pdf" else file.with_name(f"{file.name}.pdf")


def _heading(desk: Desk) -> Heading:
    committee, campaign = desk.office.committee.committee, desk.office.campaign
    office = committee.short_name or committee.full_name
    names = (committee.full_name, committee.short_name, campaign.name, campaign.short_name)
    return Heading(office, campaign.short_name or campaign.name, desk.as_of, tuple(filter(None, names)))


def _with_posters(printed: Printed, papers: Sequence[PrintPaper], wanted: Wanted) -> Printed:
    if not wanted.posters:
        return printed
    pdf, sheets = posters(papers, wanted.posters, "A3 张贴")
    if not sheets:
        return printed
    # A file of its own: the printer's tray is filled with other paper.
    file = printed.file.with_name(f"{printed.file.stem}-A3{printed.file.suffix}")
    write_atomic(file, pdf)
    return replace(printed, poster_file=file, poster_sheets=sheets)
