"""The papers that docgen would make of an office, sought by kind, owner and item."""

from docgen.build.plan import Job, plan
from docgen.campaign.office import Office
from docgen.settings import Settings
from support.papers import made, office, sort_of, words


def jobs_of(slug: str, variant: str = "", whose: Office | None = None) -> list[Job]:
    """The jobs of a kind; those that cannot be done yet are left out."""
    jobs = plan([sort_of(slug, variant)], whose or office(), Settings(), None)
    return [job for job in jobs if not job.reason]


def paper_of(
    slug: str, variant: str = "", *, owner: str = "", item: str = "", whose: Office | None = None
) -> bytes:
    """The first paper of the kind that is of this owner and about this item."""
    job = next(
        job for job in jobs_of(slug, variant, whose) if owner in ("", job.owner) and item in ("", job.item_id)
    )
    return made(job.paper, whose or office(), job.branch, job.item)


def words_of(
    slug: str, variant: str = "", *, owner: str = "", item: str = "", whose: Office | None = None
) -> str:
    """Its text without any white space."""
    return words(paper_of(slug, variant, owner=owner, item=item, whose=whose))
