"""What the inspector says of a finished paper. Only papers with an official layout have a format to keep."""

from collections.abc import Iterable

from docgen.build.job import Job
from docgen.findings import Finding

OFFICIAL = ("red-head", "letter", "minutes")


def format_findings(job: Job, docx: bytes, pdf: bytes) -> Iterable[Finding]:
    """The findings on the format of the paper."""
    return ()
