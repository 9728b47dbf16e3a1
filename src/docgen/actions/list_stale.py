"""list stale: papers, made or issued, that the records as they are now would make otherwise."""

from dataclasses import dataclass
from datetime import date

from docgen.actions.build import NoOffice, Wanted, build
from docgen.archive.provenance import About
from docgen.archive.store import Archive
from docgen.build.given import with_given
from docgen.build.job import Job
from docgen.build.office import load_office
from docgen.build.outcome import Outcome
from docgen.build.output import Output
from docgen.build.paper import Workshop
from docgen.build.plan import plan
from docgen.errors import DocgenError
from docgen.issuing.fingerprint import fingerprint
from docgen.issuing.issued import Issued, issued_papers, opened, proof_of, series_of
from docgen.issuing.numbering import typed_number
from docgen.kinds import load_catalogue
from docgen.workspace import Workspace


@dataclass(frozen=True, slots=True)
class StaleIssue:
    """An issued paper that the records no longer agree with, and why."""

    object: str
    version: str
    doc_no: str
    title: str
    reason: str


class _NobodyListens:
    def starts(self, what: str, total: int) -> None:
        """Nothing is shown."""

    def advances(self) -> None:
        """Nothing is shown."""


def list_stale(workspace: Workspace, as_of: date | None, today: date) -> list[Outcome]:
    """The papers made before that are out of date by the as-of day, those that a clerk edited included."""
    made = {entry.slug for entry in Output.open(workspace.output).entries.values()}
    known = {kind.slug for kind in load_catalogue(workspace.templates).kinds}
    kinds = tuple(sorted(made & known))
    if not kinds:
        return []
    built = build(workspace, Wanted(kinds, as_of=as_of, dry_run=True), today, _NobodyListens())
    return [outcome for outcome in built.outcomes if outcome.stale]


def list_stale_issued(workspace: Workspace, as_of: date | None, today: date) -> list[StaleIssue]:
    """The issued papers in force that the records, as they are now, would make otherwise.

    Raises NoOffice and what `Archive.open` raises.
    """
    archive = opened(workspace.archive)
    if archive is None:
        return []
    loaded = load_office(workspace, as_of, today)
    if loaded.office is None:
        raise NoOffice(loaded.findings[0])
    issued = issued_papers(archive.lines, series_of(loaded.office))
    papers = load_catalogue(workspace.templates).chosen(())
    given = {name: one.given for name, one in issued.items()}
    office = with_given(loaded.office, papers, given)
    workshop = Workshop(office, workspace.settings, loaded.as_of, issued=given)
    jobs = {job.paper_id: job for job in plan(papers, office, workspace.settings, None)}
    found = (
        _stale(archive, one, jobs.get(name), workshop) for name, one in issued.items() if not one.withdrawn
    )
    return [one for one in found if one is not None]


def _stale(archive: Archive, one: Issued, job: Job | None, workshop: Workshop) -> StaleIssue | None:
    title = ""
    try:
        about = proof_of(archive, one).about
        title = about.title
        reason = _why(one, about, job, workshop)
    except DocgenError as fault:
        reason = str(fault)
    return StaleIssue(one.object, one.version, one.doc_no, title, reason) if reason else None


def _why(one: Issued, about: About, job: Job | None, workshop: Workshop) -> str:
    """What has changed; "" for nothing."""
    if job is None:
        return "记录里已经没有这份文书"
    if job.reason:
        return f"记录现在做不出这份文书（{job.reason}）"
    if about.inputs == fingerprint(workshop, job):
        return ""
    typed = typed_number(job, workshop.office)
    if typed and typed != one.doc_no:
        return f"记录里的文号改成了 {typed}"
    return "记录或模板已改"
