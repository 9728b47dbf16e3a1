"""PDFs beside the papers: only those that are missing or show an older paper are made."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from docgen.build.output import Output
from docgen.build.run import Outcome
from docgen.errors import DocgenError
from docgen.pdf import PdfJob, PdfResult, convert

_THERE = ("written", "unchanged")


@dataclass(frozen=True, slots=True)
class Pdfs:
    """The outcomes with their PDFs, and what the printed faces are not (none of it is silent)."""

    outcomes: list[Outcome]
    substitutions: tuple[str, ...] = ()
    error: DocgenError | None = None  # LibreOffice is missing: papers there, PDFs not


def make_pdfs(
    outcomes: Sequence[Outcome], output: Output, on_done: Callable[[PdfResult], None] = lambda result: None
) -> Pdfs:
    """Every paper that is there has a PDF beside it that shows it as it is, or the reason why not."""
    there = [place for place, outcome in enumerate(outcomes) if outcome.status in _THERE]
    wanted = [place for place in there if output.needs_pdf(outcomes[place].job.key)]
    jobs = [_job(outcomes[place], output) for place in wanted]
    done = list(outcomes)
    try:
        results = convert(jobs, on_done=on_done)
    except DocgenError as error:
        return Pdfs(done, error=error)
    finally:
        output.save()
    for place, result in zip(wanted, results, strict=True):
        if result.error is None:
            output.has_pdf(done[place].job.key)
        else:
            done[place] = replace(done[place], status="failed", reason=str(result.error))
    output.save()
    for place in there:
        if done[place].status in _THERE:
            done[place] = replace(done[place], pdf=_pdf_path(done[place]))
    return Pdfs(done, tuple(sorted({str(s) for result in results for s in result.substitutions})))


def _job(outcome: Outcome, output: Output) -> PdfJob:
    return PdfJob(output.folder / outcome.job.path, output.folder / _pdf_path(outcome))


def _pdf_path(outcome: Outcome) -> str:
    return str(PurePosixPath(outcome.job.path).with_suffix(".pdf"))
