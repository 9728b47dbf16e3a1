"""Papers rendered for a test: each document is converted once in a run."""

import tempfile
from functools import cache
from pathlib import Path

from docgen.inspect.geometry import Box
from docgen.inspect.paper import Paper, open_paper
from docgen.pdf import PdfJob, convert

# 版心 on a portrait and on a landscape A4 page (GB/T 9704 5.2.1).
TYPE_AREA = Box(28, 37, 184, 262)
LANDSCAPE_AREA = Box(37, 26, 262, 182)
# One 3号 character: 156 mm / 28.
CELL_MM = 156 / 28

_made: dict[bytes, bytes] = {}


def to_pdf(docx: bytes) -> bytes:
    """The document as a PDF; a test that fails to convert it fails with the reason."""
    return to_pdfs([docx])[0]


def to_pdfs(documents: list[bytes]) -> list[bytes]:
    """Many documents in one start of LibreOffice: five times faster than one by one."""
    new = [docx for docx in dict.fromkeys(documents) if docx not in _made]
    with tempfile.TemporaryDirectory() as folder:
        jobs = [PdfJob(docx, Path(folder) / f"{index}.pdf") for index, docx in enumerate(new)]
        # One worker: pytest's own keep the other processors busy, and each LibreOffice costs a start.
        for docx, result in zip(new, convert(jobs, workers=1), strict=True):
            if result.error:
                raise result.error
            _made[docx] = result.job.target.read_bytes()
    return [_made[docx] for docx in documents]


def all_measured(documents: list[bytes]) -> list[Paper]:
    """Many documents rendered in one start and opened for measuring."""
    to_pdfs(documents)
    return [measured(docx) for docx in documents]


@cache
def measured(docx: bytes) -> Paper:
    """The document rendered and opened for measuring."""
    return open_paper(to_pdf(docx))
