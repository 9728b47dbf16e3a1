"""PDFs beside the papers: only those that are missing, show an older paper or would now look otherwise."""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from docgen.build.outcome import Outcome
from docgen.build.output import Output
from docgen.errors import DocgenError
from docgen.pdf import PdfJob, PdfResult, Pool, printer

_THERE = ("written", "unchanged")
_SAVE_EVERY_S = 30.0


@dataclass(frozen=True, slots=True)
class Pdfs:
    """The outcomes with their PDFs, and what the printed faces are not (none of it is silent)."""

    outcomes: list[Outcome]
    substitutions: tuple[str, ...] = ()
    error: DocgenError | None = None  # LibreOffice is missing: papers there, PDFs not


@dataclass(slots=True)
class _Run:
    """One making of PDFs; `lost` and `notes` are told of by the paper's key."""

    output: Output
    pdfa: bool
    printer: str
    lost: dict[str, DocgenError]
    notes: dict[str, str]
    saved_s: float

    def make(self, keys: Sequence[str], on_done: Callable[[PdfResult], None]) -> None:
        jobs = [self._job(key) for key in keys]
        with Pool(pdfa=self.pdfa) as pool:
            for place, result in pool.results(jobs):
                self._keep(keys[place], result)
                on_done(result)

    def _job(self, key: str) -> PdfJob:
        return PdfJob(self.output.folder / self.output.entries[key].path, self.output.pdf_of(key))

    def cleared(self, key: str) -> bool:
        """Whether the place of the PDF is free, or holds one of ours."""
        try:
            note = self.output.clear_pdf(key)
        except DocgenError as error:
            self.lost[key] = error
            return False
        if note:
            self.notes[key] = note
        return True

    def _keep(self, key: str, result: PdfResult) -> None:
        if result.error is not None:
            self.lost[key] = result.error
            return
        self.output.has_pdf(
            key,
            digest=result.digest,
            pages=result.pages,
            form="pdfa" if self.pdfa else "pdf",
            printer=self.printer,
            notes=tuple(printer_notes(result)),
        )
        # Thousands take an hour: what is broken off goes on from here.
        if time.monotonic() - self.saved_s > _SAVE_EVERY_S:
            self.output.save()
            self.saved_s = time.monotonic()


def make_pdfs(
    outcomes: Sequence[Outcome],
    output: Output,
    on_done: Callable[[PdfResult], None] = lambda result: None,
    *,
    pdfa: bool = False,
    starts: Callable[[int], None] = lambda total: None,
) -> Pdfs:
    """Every paper that is there has a PDF beside it that shows it as it is, or the reason why not.

    `starts` hears how many are to be made, `on_done` of each.
    """
    there = [outcome.job.key for outcome in outcomes if outcome.status in _THERE]
    run = _Run(output, pdfa, printer(), {}, {}, time.monotonic())
    wanted = [key for key in there if output.needs_pdf(key, pdfa=pdfa, printer=run.printer)]
    error = None
    try:
        if wanted:
            starts(len(wanted))
            run.make([key for key in wanted if run.cleared(key)], on_done)
    except DocgenError as missing:
        error = missing
    finally:
        output.save()
    done = [_with_pdf(outcome, run, there=error is None) for outcome in outcomes]
    said = {note for key in there for note in output.entries[key].pdf_notes}
    return Pdfs(done, tuple(sorted(said)), error)


def printer_notes(result: PdfResult) -> list[str]:
    """What a PDF shows otherwise than the paper asks: faces printed for others, characters as boxes."""
    boxes = [f"没有字体能印“{char}”（U+{ord(char):04X}），印成了方框" for char in result.unprintable]
    return [*(f"{one.message}。{one.remedy}" for one in result.substitutions), *boxes]


def _with_pdf(outcome: Outcome, run: _Run, *, there: bool) -> Outcome:
    key = outcome.job.key
    if outcome.status not in _THERE:
        return outcome
    if key in run.lost:
        return replace(outcome, status="failed", reason=str(run.lost[key]))
    notes = (*outcome.notes, *filter(None, (run.notes.get(key, ""),)))
    pdf = str(PurePosixPath(outcome.job.path).with_suffix(".pdf")) if there else outcome.pdf
    return replace(outcome, pdf=pdf, notes=notes)
