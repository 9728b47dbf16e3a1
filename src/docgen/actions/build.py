"""build: the main job, papers in the output folder."""

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Protocol

from docgen.build.drafts import open_errors
from docgen.build.last import Remembered, Selection, recall, remember, seen_before
from docgen.build.lock import alone
from docgen.build.making import Shop
from docgen.build.manifest import Entry
from docgen.build.office import LoadedOffice, load_office
from docgen.build.orphans import Orphan, put_orphans_away
from docgen.build.output import Output
from docgen.build.owners import owner_named
from docgen.build.paper import Workshop
from docgen.build.pdfs import Pdfs, make_pdfs
from docgen.build.plan import committee_id
from docgen.build.run import Outcome, chunks_of, expected_jobs, foreseen, over, run
from docgen.build.sources import Sources
from docgen.campaign.office import Office
from docgen.errors import DocgenError
from docgen.findings import Finding
from docgen.kinds import Catalogue, Paper, load_catalogue
from docgen.workspace import Workspace

_WAITS = "另一个 docgen 正在这个工作区里生成文书，等它做完再接着做……"
_ALONE_UP_TO_JOBS = 400  # starting processes takes longer than making these


class Listener(Protocol):
    """Hears how far the build is, for a progress bar."""

    def starts(self, what: str, total: int) -> None: ...

    def advances(self) -> None: ...


@dataclass(frozen=True, slots=True)
class Wanted:
    """What to build and how; nothing named means everything."""

    kinds: tuple[str, ...] = ()
    branches: tuple[str, ...] = ()
    as_of: date | None = None
    pdf: bool = False
    pdfa: bool = False  # PDFs that are kept for ever; asks for PDFs too
    processes: int = 0  # 0: as many as pay off
    force: bool = False
    dry_run: bool = False
    verify: bool = False  # what lies in the output folder is known by digest, not by size and time


@dataclass(frozen=True, slots=True)
class Built:
    """The build's outcomes with the findings on records and manifests."""

    outcomes: list[Outcome]
    findings: tuple[Finding, ...]
    as_of: date
    unread: tuple[str, ...] = ()  # record files that gave no papers at all
    substitutions: tuple[str, ...] = ()
    pdf_error: DocgenError | None = None
    orphans: tuple[Orphan, ...] = ()  # papers that nobody asks for any more

    @property
    def exit_status(self) -> int:
        if self.unread or any(o.status == "failed" or o.draft for o in self.outcomes):
            return 1
        return self.pdf_error.exit_status if self.pdf_error else 0


class NoOffice(DocgenError):
    """The committee's record cannot be read, and without it there is no paper at all."""

    def __init__(self, first: Finding) -> None:
        place = f"{first.file}:{first.line}" if first.line else first.file
        super().__init__(f"党委的记录用不了，一份文书也做不成（{place} {first.message}）", first.remedy)


def build(
    workspace: Workspace,
    wanted: Wanted,
    today: date,
    listener: Listener,
    say: Callable[[str], None] = lambda text: None,
) -> Built:
    """The wanted papers lie in the output folder, as far as they can be made.

    Where another build is going on in the workspace, it says so and waits for its end.
    """
    if wanted.dry_run:
        return _build(workspace, wanted, today, listener)
    with alone(workspace.state, lambda: say(_WAITS)):
        return _build(workspace, wanted, today, listener)


def _build(workspace: Workspace, wanted: Wanted, today: date, listener: Listener) -> Built:
    output, selection = Output.open(workspace.output), _selection(workspace, wanted)
    last = None if wanted.force else recall(selection, output, today, verify=wanted.verify)
    if last is None:
        return _from_records(workspace, wanted, today, listener, output, selection)
    pdfs = Pdfs(last.outcomes)
    if not wanted.dry_run:
        pdfs = _pdfs(workspace, wanted, last.outcomes, output, listener)
    return Built(pdfs.outcomes, last.findings, last.as_of, last.unread, pdfs.substitutions, pdfs.error)


def _selection(workspace: Workspace, wanted: Wanted) -> Selection:
    settings, sources = repr(workspace.settings), (workspace.data, *workspace.templates)
    return Selection(workspace.state, wanted.kinds, wanted.branches, wanted.as_of, settings, sources)


def _from_records(
    workspace: Workspace,
    wanted: Wanted,
    today: date,
    listener: Listener,
    output: Output,
    selection: Selection,
) -> Built:
    seen = Sources.noted(selection.sources, seen_before(selection)).seen
    catalogue = load_catalogue(workspace.templates)
    listener.starts("读取记录", 0)
    loaded = load_office(workspace, wanted.as_of, today, processes=wanted.processes, notes=not wanted.dry_run)
    if loaded.office is None:
        raise NoOffice(loaded.findings[0])
    findings = (*catalogue.findings, *loaded.findings)
    shop = _shop(workspace, wanted, catalogue, loaded, loaded.office)
    shop.known = output.made_from(verify=wanted.verify)
    chunks = chunks_of(shop)
    maker = over(wanted.processes or _processes(shop))
    judged = _Judged(shop, catalogue, loaded, everything=not wanted.kinds)
    if wanted.dry_run:
        expected = foreseen(shop, output, force=wanted.force, maker=maker)
        orphans = tuple(put_orphans_away(output, _keys(expected), judged.has, act=False))
        return Built(expected, findings, loaded.as_of, loaded.unread, orphans=orphans)
    listener.starts("生成文书", expected_jobs(shop, chunks))
    outcomes = run(shop, output, force=wanted.force, maker=maker, on_done=lambda _: listener.advances())
    orphans = tuple(put_orphans_away(output, _keys(outcomes), judged.has))
    remember(selection, output, today, Remembered(outcomes, findings, loaded.as_of, loaded.unread, seen))
    pdfs = _pdfs(workspace, wanted, outcomes, output, listener)
    unread, day = loaded.unread, loaded.as_of
    return Built(pdfs.outcomes, findings, day, unread, pdfs.substitutions, pdfs.error, orphans)


def _keys(outcomes: Sequence[Outcome]) -> frozenset[str]:
    return frozenset(outcome.job.key for outcome in outcomes if outcome.job.path)


class _Judged:
    """Which papers of the output folder a build is about, so that it may call them no longer wanted."""

    def __init__(self, shop: Shop, catalogue: Catalogue, loaded: LoadedOffice, *, everything: bool) -> None:
        office = shop.workshop.office
        self._owners = shop.owners
        self._slugs = None if everything else {paper.slug for paper in shop.papers}
        self._faulty = {Path(finding.file).parent.name for finding in catalogue.findings}
        self._read = {committee_id(office), *office.branch_ids} if loaded.unread else None

    def has(self, entry: Entry) -> bool:
        """Whether the build knows all papers of the entry's owner and kind."""
        if self._owners is not None and entry.owner not in self._owners:
            return False
        if self._slugs is not None and entry.slug not in self._slugs:
            return False
        # A record or a manifest that cannot be read now has not given up its papers.
        return entry.slug not in self._faulty and (self._read is None or entry.owner in self._read)


def _shop(
    workspace: Workspace, wanted: Wanted, catalogue: Catalogue, loaded: LoadedOffice, office: Office
) -> Shop:
    owners = frozenset(owner_named(name, office, loaded.unread) for name in wanted.branches) or None
    workshop = Workshop(office, workspace.settings, loaded.as_of)
    errors = open_errors(loaded.findings, loaded.committee_file, loaded.branch_files, loaded.paper_files)
    return Shop(workshop, _papers(catalogue, wanted.kinds), errors, owners)


def _papers(catalogue: Catalogue, names: Sequence[str]) -> tuple[Paper, ...]:
    chosen = [catalogue.find(name) for name in names] or list(catalogue.kinds)
    return tuple(paper for kind in dict.fromkeys(chosen) for paper in kind.papers)


def _processes(shop: Shop) -> int:
    branches = len(shop.workshop.office.branches) if shop.owners is None else len(shop.owners)
    return 1 if branches * len(shop.papers) <= _ALONE_UP_TO_JOBS else os.cpu_count() or 1


def _pdfs(
    workspace: Workspace, wanted: Wanted, outcomes: list[Outcome], output: Output, listener: Listener
) -> Pdfs:
    asked = workspace.settings.pdf
    if not (wanted.pdf or wanted.pdfa) and asked == "off":
        return Pdfs(outcomes)
    return make_pdfs(
        outcomes,
        output,
        lambda _: listener.advances(),
        pdfa=wanted.pdfa or asked == "pdfa",
        starts=lambda total: listener.starts("转成 PDF", total),
    )
