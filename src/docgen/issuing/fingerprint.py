"""What an issued paper was made from, as one digest: while it is the same, issuing again changes nothing.

Comments of the record, the program's own files and settings that do not reach the paper do not count.
"""

from docgen.build.job import Job
from docgen.build.paper import Workshop
from docgen.campaign.context import values_of
from docgen.files import digest, digest_of_file


def fingerprint(workshop: Workshop, job: Job) -> str:
    """The digest of values, template, profile, number and date. Raises UnknownFeed."""
    paper, settings = job.paper, workshop.settings
    item = (paper.items.name, job.item) if paper.items and job.item is not None else None
    values = values_of(
        paper.feeds, paper.facts, workshop.office, branch=job.branch, item=item, as_of=workshop.as_of
    )
    printed = (settings.profile, settings.date_style, settings.board_url if paper.board else "")
    template = digest_of_file(paper.template) or ""
    said = (paper.label, paper.title, template, *printed, str(job.day), *workshop.besides(job), values)
    return digest("\0".join(said).encode("utf-8", "surrogatepass"))
