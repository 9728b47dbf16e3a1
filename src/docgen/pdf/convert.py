"""Documents to PDFs in one call."""

from collections.abc import Callable, Iterable
from pathlib import Path

from docgen.pdf.jobs import PdfJob, PdfResult
from docgen.pdf.pool import TIMEOUT_S, Pool


def convert(
    jobs: Iterable[PdfJob],
    *,
    pdfa: bool = False,
    workers: int = 0,
    timeout_s: float = TIMEOUT_S,
    on_done: Callable[[PdfResult], None] = lambda result: None,
    office: Path | None = None,
) -> list[PdfResult]:
    """One result a job, in their order; every PDF that could be made lies whole at its target.

    `on_done` hears of each job as it ends; the rest is as `Pool` says. Raises LibreOfficeMissing.
    """
    todo = list(jobs)
    if not todo:
        return []
    results: dict[int, PdfResult] = {}
    with Pool(pdfa=pdfa, workers=workers, timeout_s=timeout_s, office=office) as pool:
        for place, result in pool.results(todo):
            results[place] = result
            on_done(result)
    return [results[place] for place in range(len(todo))]
