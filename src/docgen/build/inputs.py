"""The inputs of a paper (DESIGN 5), as one digest: equal digests, equal papers.

They are the values of the keys and facts that feed it, its template and manifest, the settings, the draft
mark, the as-of day where it prints one, and the program itself.
"""

from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path

from docgen.build.job import Job
from docgen.build.paper import Workshop
from docgen.build.program import program_stamp
from docgen.campaign.context import values_of
from docgen.files import digest, digest_of_file
from docgen.kinds import Paper

_NOWHERE = Path()


@dataclass(slots=True)
class Inputs:
    """Knows the inputs of every job of one workshop."""

    workshop: Workshop
    _papers: dict[Paper, str] = field(default_factory=dict)

    def of(self, job: Job, *, draft: bool) -> str:
        """The digest of what the job's paper is made from. Raises UnknownFeed."""
        shop, paper = self.workshop, job.paper
        item = (paper.items.name, job.item) if paper.items and job.item is not None else None
        values = values_of(
            paper.feeds, paper.facts, shop.office, branch=job.branch, item=item, as_of=shop.as_of
        )
        about = (job.key, job.path, str(job.day), str(draft))
        said = (self._of_paper(paper), *about, *shop.besides(job), values)
        return digest("\0".join(said).encode("utf-8", "surrogatepass"))

    def _of_paper(self, paper: Paper) -> str:
        if paper not in self._papers:
            manifest = repr(replace(paper, template=_NOWHERE))
            supplies = self.workshop.supplies
            template = supplies.template_digest if supplies else _template
            stamp = supplies.program if supplies else program_stamp()
            said = (manifest, template(paper.template), repr(self.workshop.settings), stamp)
            self._papers[paper] = "\0".join(said)
        return self._papers[paper]


@cache
def _template(path: Path) -> str:
    return digest_of_file(path) or ""
