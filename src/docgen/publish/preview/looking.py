"""One look at the records and kinds: which papers are to be shown, and what is said of each."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from docgen.build.drafts import OpenErrors
from docgen.build.given import Gifts, none_given, with_given
from docgen.build.job import Job
from docgen.build.office import LoadedOffice, load_office
from docgen.build.owners import UnknownBranch, owner_named
from docgen.build.paper import Workshop
from docgen.build.plan import committee_id, plan
from docgen.campaign.office import Office
from docgen.findings import Finding, Severity
from docgen.kinds import Catalogue, load_catalogue
from docgen.publish.preview.sheet import Sheet
from docgen.workspace import Workspace

Findings = tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which papers to show; nothing named means all."""

    kinds: tuple[str, ...] = ()
    branches: tuple[str, ...] = ()
    as_of: date | None = None
    gifts: Gifts = none_given  # numbers and days that issued papers were given


@dataclass(frozen=True, slots=True)
class Look:
    """The papers that can be made now, and who makes them."""

    jobs: tuple[Job, ...]
    shop: Workshop
    general: Findings  # of no single paper: unusable kinds, unreadable records
    errors: OpenErrors  # all findings, by file
    files: dict[int, str]  # each branch's record, by its identity

    @property
    def owners(self) -> frozenset[str]:
        """All whose records could be read."""
        office = self.shop.office
        return frozenset((committee_id(office), *office.branch_ids))

    def sheet(self, job: Job) -> Sheet:
        """The paper without its pages."""
        committee, branch = self.shop.office.committee.committee, job.branch
        owner = branch.branch.short_name if branch else committee.short_name or committee.full_name
        return Sheet(job.key, owner, job.paper.label, job.paper.name, job.path)

    def findings(self, job: Job) -> Findings:
        """What is said of the keys that feed the paper. Raises UnknownFeed."""
        found = self.errors.of(job, self.files[id(job.branch)] if job.branch else "")
        return tuple(sorted(dict.fromkeys(found), key=lambda f: (f.severity, f.file, f.line, f.column)))


def look(root: Path, wanted: Wanted, today: date) -> Look | Findings:
    """What is there to be shown; only findings when nothing can be made.

    Raises what is wrong with docgen.toml, or with the names of kinds and branches.
    """
    workspace = Workspace.find(root)
    catalogue = load_catalogue(workspace.templates)
    loaded = load_office(workspace, wanted.as_of, today, notes=True)
    if loaded.office is None:
        return tuple(finding for finding in loaded.findings if finding.severity is Severity.ERROR)
    general = _general(catalogue, loaded)
    given = wanted.gifts(loaded.office)
    office = with_given(loaded.office, catalogue.chosen(()), given)
    try:
        jobs = _jobs(workspace, wanted, catalogue, office)
    except UnknownBranch:
        if not loaded.unread:
            raise
        return general  # it is one of those that cannot be read
    by_file: dict[str, list[Finding]] = {}
    for finding in loaded.findings:
        by_file.setdefault(finding.file, []).append(finding)
    return Look(
        tuple(jobs),
        Workshop(office, workspace.settings, loaded.as_of, issued=given),
        general,
        OpenErrors(loaded.committee_file, loaded.branch_files, by_file, loaded.paper_files),
        {id(one): file for one, file in zip(office.branches, loaded.branch_files, strict=True)},
    )


def _jobs(workspace: Workspace, wanted: Wanted, catalogue: Catalogue, office: Office) -> list[Job]:
    owners = frozenset(owner_named(name, office, ()) for name in wanted.branches) or None
    jobs = plan(catalogue.chosen(wanted.kinds), office, workspace.settings, owners)
    return [job for job in jobs if not job.reason]


def _general(catalogue: Catalogue, loaded: LoadedOffice) -> Findings:
    unread = (finding for finding in loaded.findings if finding.file in loaded.unread)
    return tuple(f for f in (*catalogue.findings, *unread) if f.severity is Severity.ERROR)
