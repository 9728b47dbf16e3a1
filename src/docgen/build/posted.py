"""Papers that are posted in public: which, and what their pages on the noticeboard are called."""

from urllib.parse import quote

from docgen.build.job import Job
from docgen.files import safe_name


def page_name(job: Job) -> str:
    """The file of the paper's page: Z01-D26-G1.html; variants of one paper share it."""
    parts = (job.owner, job.paper.code, job.item_id)
    return "-".join(safe_name(part) for part in parts if part) + ".html"


def page_url(job: Job, board_url: str) -> str:
    """The address of the paper's page; "" where the paper is not posted or the board has no address."""
    return board_url + quote(page_name(job)) if board_url and job.paper.board else ""
