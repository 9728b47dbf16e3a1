"""All papers that were asked for, group by group into the archive; one that fails stops no other."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field

from docgen.archive.entries import LogLine
from docgen.archive.writer import Writer
from docgen.build.job import Job
from docgen.issuing.candidate import Candidate
from docgen.issuing.group import Group, Terms
from docgen.issuing.issued import Issued, issued_papers, next_object, proof_of, series_of
from docgen.issuing.numbering import Numbering
from docgen.issuing.shelf import Places, Shelf
from docgen.kinds import Paper
from docgen.pdf import Pool

_PAPERS = 50  # a group: they are synced together


@dataclass(frozen=True, slots=True)
class Line:
    """What became of one paper: issued, unchanged or failed."""

    job: Job
    status: str
    object: str = ""
    version: str = ""
    edition: str = ""
    doc_no: str = ""
    date: str = ""
    by: str = ""
    reason: str = ""  # of the issue; of a failed one, why
    seq: int = 0
    notes: tuple[str, ...] = ()


@dataclass(slots=True)
class Run:
    """One run of `issue` under the archive's lock."""

    shelf: Shelf
    terms: Terms
    numbering: Numbering
    writer: Writer
    on_done: Callable[[], None]
    lines: list[Line] = field(default_factory=list)
    waiting: list[Job] = field(default_factory=list)
    issued: dict[str, Issued] = field(default_factory=dict)
    _pools: ExitStack = field(default_factory=ExitStack)
    _pool: Pool | None = None

    def all(self) -> None:
        """Everything that was asked for: papers with numbers first, so that the others can quote them."""
        self.issued = issued_papers(self.writer.archive.lines, series_of(self.shelf.office))
        numbered = [paper for paper in self.shelf.papers if paper.number]
        others = [paper for paper in self.shelf.papers if not paper.number]
        with self._pools:
            for papers in (numbered, others):
                if papers:
                    self._all_of(papers)
                    self.shelf.inform()

    def _all_of(self, chosen: Sequence[Paper]) -> None:
        for places in self.shelf.chunks():
            jobs = self.shelf.planned(self.shelf.view(places), places, chosen)
            self.waiting += [job for job in jobs if job.reason]
            for some in _by_groups([job for job in jobs if not job.reason]):
                self._one_group(some, places)
            self.shelf.seen.forget()

    def _one_group(self, jobs: Sequence[Job], places: Places) -> None:
        archive = self.writer.archive
        group = Group(
            self.shelf, self.terms, self.numbering, archive, self.issued, self._printer, self._object_for
        )
        group.prepare(jobs, places)
        ready = list(group.deposits())
        gifts = group.gifts()
        lines = self.writer.commit([deposit for _, deposit in ready])
        self.shelf.given.update(gifts)
        self.issued |= issued_papers(lines, series_of(self.shelf.office))
        kept = {one.job.key: line for (one, _), line in zip(ready, lines, strict=True)}
        for one in group.candidates:
            line = kept.get(one.job.key)
            self.lines.append(_issued_line(one, line) if line else self._not_issued(one, group))
            self.on_done()

    def _not_issued(self, one: Candidate, group: Group) -> Line:
        if one.fault is not None:
            return Line(one.job, "failed", reason=str(one.fault))
        current = self.issued[one.job.paper_id]
        about = proof_of(group.archive, current).about
        return Line(
            one.job,
            "unchanged",
            current.object,
            current.version,
            about.edition,
            current.doc_no,
            current.date,
            current.by,
            current.reason,
            current.seq,
        )

    def _printer(self) -> Pool:
        if self._pool is None:
            self._pool = self._pools.enter_context(Pool(pdfa=True))
        return self._pool

    def _object_for(self, paper_id: str) -> str:
        return next_object(self.writer.archive.lines, series_of(self.shelf.office), paper_id)


def _by_groups(jobs: Sequence[Job]) -> Iterator[Sequence[Job]]:
    yield from (jobs[first : first + _PAPERS] for first in range(0, len(jobs), _PAPERS))


def _issued_line(one: Candidate, line: LogLine) -> Line:
    told = one.told
    return Line(
        one.job,
        "issued",
        line.object,
        line.version,
        told.edition,
        told.doc_no,
        told.date,
        line.by,
        line.reason,
        line.seq,
        one.notes,
    )
