"""Chunks of a build, made one at a time by whoever has the shop: this process, another, another machine.

A `Shop` is sent once; a `Chunk` is a few numbers; what comes back is plain data (`Result`), with the bytes
of the papers that are not in the output folder yet. Nothing here writes.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from docgen.build.drafts import OpenErrors
from docgen.build.inputs import Inputs
from docgen.build.job import Job
from docgen.build.outcome import JobLine
from docgen.build.paper import Workshop
from docgen.build.plan import Owners, plan_branches, plan_office
from docgen.build.view import view
from docgen.errors import DocgenError
from docgen.findings import Finding
from docgen.interruption import insist
from docgen.kinds import Paper

# What a fault of our own may be: one paper that breaks the program must not cost the user the others.
OWN_FAULTS = (
    ArithmeticError,
    AttributeError,
    LookupError,
    RecursionError,
    SyntaxError,
    TypeError,
    ValueError,
)


@dataclass(frozen=True, slots=True)
class Chunk:
    """The papers of some branches (by their place in the office), or some of the office's own (from, to).

    `only` names one kind and variant where a chunk was parted after its process died.
    """

    branches: tuple[int, ...] = ()
    of_office: tuple[int, int] = (0, 0)
    only: tuple[str, str] | None = None

    def has(self, paper: Paper) -> bool:
        """Whether papers of this sort are in it."""
        return self.only in (None, (paper.slug, paper.variant))


@dataclass(frozen=True, slots=True)
class Result:
    """What became of one job: made (`data`), as it lies in the output folder (`is_same`), or why not."""

    line: JobLine
    data: bytes | None = None
    is_same: bool = False
    inputs: str = ""
    title: str = ""
    notes: tuple[str, ...] = ()
    draft: str = ""  # why it is a draft
    fault: tuple[str, str] | None = None  # message and remedy


@dataclass(slots=True)
class Shop:
    """All that is needed to make any chunk. `known` has the inputs of the papers that need not be made."""

    workshop: Workshop
    papers: tuple[Paper, ...]
    errors: OpenErrors
    owners: Owners = None
    known: Mapping[str, str] = field(default_factory=dict)
    _of_office: list[Job] | None = None

    def make(self, chunk: Chunk) -> list[Result]:
        """A result for every job of the chunk."""
        shop = self._seen(chunk)
        inputs, files = Inputs(shop.workshop), shop.files(chunk)
        return [self._result(job, inputs, files.get(id(job.branch), "")) for job in shop.jobs(chunk)]

    def planned(self, chunk: Chunk) -> list[JobLine]:
        """The jobs of the chunk without their papers."""
        return [job.line for job in self._seen(chunk).jobs(chunk)]

    def office_jobs(self) -> list[Job]:
        """The jobs that are no branch's, planned once."""
        if self._of_office is None:
            shop = self.workshop
            self._of_office = plan_office(self.papers, shop.office, shop.settings, self.owners)
        return self._of_office

    def _seen(self, chunk: Chunk) -> "Shop":
        """The shop with a view of the office for this chunk alone: what it looks up is forgotten with it."""
        office = view(self.workshop.office, chunk.branches)
        return replace(self, workshop=self.workshop.of(office))

    def jobs(self, chunk: Chunk) -> list[Job]:
        """The jobs of the chunk, with their records."""
        if not chunk.branches:
            return [job for job in self.office_jobs()[slice(*chunk.of_office)] if chunk.has(job.paper)]
        papers, shop = [paper for paper in self.papers if chunk.has(paper)], self.workshop
        theirs = [shop.office.branches[place] for place in chunk.branches]
        return plan_branches(papers, shop.office, shop.settings, theirs, self.owners)

    def files(self, chunk: Chunk) -> dict[int, str]:
        """The file of each branch of the chunk, by the identity of its record."""
        branches, files = self.workshop.office.branches, self.errors.branch_files
        return {id(branches[place]): files[place] for place in chunk.branches}

    def _result(self, job: Job, inputs: Inputs, branch_file: str) -> Result:
        line = job.line
        if job.reason:
            return Result(line)
        try:
            errors = self.errors.of(job, branch_file)
            made_from = inputs.of(job, draft=bool(errors))
            draft = draft_reason(errors)
            if self.known.get(line.key) == made_from:
                return Result(line, is_same=True, inputs=made_from, draft=draft)
            made = inputs.workshop.make(job, draft=bool(errors))
        except DocgenError as error:
            # Its own class may not survive the way between processes; its words do.
            return Result(line, fault=(error.message, error.remedy))
        except OWN_FAULTS as fault:
            insist()
            told = f"程序在做这份文书时出错（{type(fault).__name__}：{fault}）"
            return Result(line, fault=(told, "其他文书不受影响；请把这句话和这个党支部的记录发给维护人员"))
        return Result(line, made.data, False, made_from, made.title, made.notes, draft)


def draft_reason(errors: Iterable[Finding]) -> str:
    """Why a paper with these open errors is a draft; "" when it is none."""
    found = sorted(errors, key=lambda f: (f.file, f.line, f.column))
    if not found:
        return ""
    first = found[0]
    more = f"等 {len(found)} 处" if len(found) > 1 else ""
    what = "：".join(filter(None, (first.label, first.message)))
    return f"草稿：{first.file}:{first.line} {what}{more}"
