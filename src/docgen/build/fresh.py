"""A build from the records: all read and judged, all jobs planned, and made where their inputs changed."""

import os
from contextlib import AbstractContextManager, nullcontext
from datetime import date
from pathlib import Path

from docgen.build.cluster import joined, reach
from docgen.build.drafts import open_errors
from docgen.build.given import Gifts, none_given, with_given
from docgen.build.last import Remembered
from docgen.build.making import Shop
from docgen.build.manifest import Entry
from docgen.build.office import LoadedOffice, load_office
from docgen.build.orphans import put_orphans_away
from docgen.build.outcomes import Outcomes
from docgen.build.output import Output
from docgen.build.owners import owner_named
from docgen.build.paper import Workshop
from docgen.build.plan import committee_id
from docgen.build.run import Maker, chunks_of, expected_jobs, foreseen, over, run
from docgen.build.sources import Seen
from docgen.build.wanted import Listener, NoOffice, Say, Wanted
from docgen.campaign.office import Office
from docgen.findings import Severity
from docgen.kinds import Catalogue, load_catalogue
from docgen.workspace import Workspace

_ALONE_UP_TO_JOBS = 400  # starting processes takes longer than making these


def from_records(
    workspace: Workspace,
    wanted: Wanted,
    today: date,
    listener: Listener,
    output: Output,
    seen: Seen,
    say: Say,
    gifts: Gifts = none_given,
) -> Remembered:
    """The wanted papers lie in the output folder, as far as they can be made; `seen` goes with what is told.

    They show the numbers that issued ones were given (`gifts`). Raises NoOffice, UnknownKind or
    UnknownBranch, and what is wrong with a cluster.
    """
    if wanted.cluster is not None:
        reach(wanted.cluster)
    catalogue = load_catalogue(workspace.templates)
    listener.starts("读取记录", 0)
    loaded = load_office(workspace, wanted.as_of, today, processes=wanted.processes, notes=not wanted.dry_run)
    if loaded.office is None:
        raise NoOffice(loaded.findings[0])
    given = gifts(loaded.office)
    told = with_given(loaded.office, catalogue.chosen(()), given)
    shop = _shop(workspace, wanted, catalogue, loaded, told)
    shop.workshop.issued = given
    shop.known = output.made_from(verify=wanted.verify)
    chunks = chunks_of(shop)
    judged = _Judged(shop, catalogue, loaded, everything=not wanted.kinds)
    with _maker(wanted, shop, say) as maker:
        if wanted.dry_run:
            outcomes = foreseen(shop, output, force=wanted.force, maker=maker)
        else:
            listener.starts("生成文书", expected_jobs(shop, chunks))
            done = listener.advances
            outcomes = run(shop, output, force=wanted.force, maker=maker, on_done=lambda _: done())
    orphans = tuple(put_orphans_away(output, _keys(outcomes), judged.has, act=not wanted.dry_run))
    errors = sum(finding.severity is Severity.ERROR for finding in loaded.findings)
    return Remembered(outcomes, catalogue.findings, errors, loaded.as_of, loaded.unread, seen, orphans)


def _maker(wanted: Wanted, shop: Shop, say: Say) -> AbstractContextManager[Maker]:
    if wanted.cluster is not None:
        return joined(wanted.cluster, say)
    return nullcontext(over(wanted.processes or _processes(shop)))


def _keys(outcomes: Outcomes) -> frozenset[str]:
    return frozenset(outcome.job.key for outcome in outcomes if outcome.job.path)


class _Judged:
    """Which papers of the output folder a build is about, so that it may call them no longer wanted."""

    def __init__(self, shop: Shop, catalogue: Catalogue, loaded: LoadedOffice, *, everything: bool) -> None:
        office = shop.workshop.office
        self._owners = shop.owners
        self._slugs = None if everything else {paper.slug for paper in shop.papers}
        self._faulty = {Path(finding.file).parent.name for finding in catalogue.findings}
        self._read = {committee_id(office), *office.branch_ids} if loaded.unread else None
        self._free = (
            {paper.slug for paper in shop.papers if paper.scope == "paper"} if loaded.unread else set()
        )

    def has(self, entry: Entry) -> bool:
        """Whether the build knows all papers of the entry's owner and kind."""
        if self._owners is not None and entry.owner not in self._owners:
            return False
        if self._slugs is not None and entry.slug not in self._slugs:
            return False
        # A record or a manifest that cannot be read now has not given up its papers.
        if entry.slug in self._faulty or entry.slug in self._free:
            return False
        return self._read is None or entry.owner in self._read


def _shop(
    workspace: Workspace, wanted: Wanted, catalogue: Catalogue, loaded: LoadedOffice, office: Office
) -> Shop:
    owners = frozenset(owner_named(name, office, loaded.unread) for name in wanted.branches) or None
    workshop = Workshop(office, workspace.settings, loaded.as_of)
    errors = open_errors(loaded.findings, loaded.committee_file, loaded.branch_files, loaded.paper_files)
    return Shop(workshop, catalogue.chosen(wanted.kinds), errors, owners)


def _processes(shop: Shop) -> int:
    branches = len(shop.workshop.office.branches) if shop.owners is None else len(shop.owners)
    return 1 if branches * len(shop.papers) <= _ALONE_UP_TO_JOBS else os.cpu_count() or 1
