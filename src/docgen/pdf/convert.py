"""Documents to PDFs: batches for a worker, and what to do with the ones that do not come back."""

import tempfile
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from docgen.errors import DocgenError
from docgen.files import told, write_atomic
from docgen.pdf.fonts import Substitution, substitutions, unprintable
from docgen.pdf.office import find_office
from docgen.pdf.wanted import wanted_by
from docgen.pdf.worker import OfficeBroke, Worker

BATCH_FILES_MAX = 40
TIMEOUT_S = 90.0
# After so many hangs without one PDF between them LibreOffice itself is at fault, not the documents:
# a batch that hangs again is given up whole. A bad document costs two (in its batch, then alone).
_HANGS_MAX = 6
_NOT_OPENED = "LibreOffice 打不开这个文件"


class ConversionFailed(DocgenError):
    """One document did not become a PDF; the others are not touched by it."""

    def __init__(self, name: str, reason: str) -> None:
        super().__init__(
            f"“{name}”转不成 PDF：{reason}", "请用 Word 或 WPS 打开该文件，看是否完好，另存后重试"
        )


@dataclass(frozen=True, slots=True)
class PdfJob:
    """A document, as a file or as the bytes of a .docx, and where its PDF shall lie."""

    source: Path | bytes
    target: Path

    @property
    def name(self) -> str:
        """What a message calls the document."""
        return self.source.name if isinstance(self.source, Path) else self.target.with_suffix(".docx").name

    @property
    def suffix(self) -> str:
        return self.source.suffix.lower() if isinstance(self.source, Path) else ".docx"

    def read(self) -> bytes:
        return self.source.read_bytes() if isinstance(self.source, Path) else self.source


@dataclass(frozen=True, slots=True)
class PdfResult:
    """A job that is over: the PDF lies at its target unless `error` says why not.

    `substitutions`: faces that were printed in place of others. `unprintable`: characters that no
    font on this machine has, printed as boxes.
    """

    job: PdfJob
    error: DocgenError | None = None
    substitutions: tuple[Substitution, ...] = ()
    unprintable: tuple[str, ...] = ()


def convert(
    jobs: Iterable[PdfJob],
    *,
    timeout_s: float = TIMEOUT_S,
    on_done: Callable[[PdfResult], None] = lambda result: None,
    office: Path | None = None,
) -> list[PdfResult]:
    """One result a job, in their order; every PDF that could be made lies whole at its target.

    `timeout_s` is the longest wait for the next PDF, the start included. `on_done` hears of each
    job as it ends. Raises LibreOfficeMissing.
    """
    todo = list(jobs)
    if not todo:
        return []
    program = office or find_office()
    results: dict[int, PdfResult] = {}
    with tempfile.TemporaryDirectory(prefix="docgen-pdf-") as name:
        worker = Worker(program, Path(name), timeout_s)
        for index, result in _results(todo, Path(name) / "in", worker):
            results[index] = result
            on_done(result)
    return [results[index] for index in range(len(todo))]


def _results(jobs: list[PdfJob], folder: Path, worker: Worker) -> Iterator[tuple[int, PdfResult]]:
    sources: dict[Path, int] = {}
    for index, job in enumerate(jobs):
        # Names of our own: two papers may be called the same in different folders.
        source = folder / f"{index:06d}{job.suffix}"
        refused = _copied(job, source)
        if refused:
            yield index, PdfResult(job, ConversionFailed(job.name, refused))
        else:
            sources[source] = index
    for source, outcome in _outcomes(_batches(sources), worker):
        job = jobs[sources[source]]
        yield sources[source], _filed(job, outcome) if isinstance(outcome, bytes) else _lost(job, outcome)


def _copied(job: PdfJob, source: Path) -> str:
    """Why the document cannot be tried at all; empty when `source` holds it."""
    try:
        data = job.read()
    except OSError as reason:
        return f"文件读不出来（{told(reason)}）"
    if not data:
        return "文件是空的"  # LibreOffice would print an empty page
    write_atomic(source, data)
    return ""


def _batches(sources: Iterable[Path]) -> deque[list[Path]]:
    by_suffix: dict[str, list[Path]] = {}
    for source in sources:
        by_suffix.setdefault(source.suffix, []).append(source)
    return deque(
        alike[start : start + BATCH_FILES_MAX]
        for alike in by_suffix.values()
        for start in range(0, len(alike), BATCH_FILES_MAX)
    )


def _outcomes(batches: deque[list[Path]], worker: Worker) -> Iterator[tuple[Path, bytes | OfficeBroke]]:
    """Every source with its PDF or with the reason why there is none, each tried alone before that."""
    hangs = 0
    while batches:
        batch = batches.popleft()
        missing, broke = list(batch), None
        try:
            for source, pdf in worker.run(batch):
                missing.remove(source)
                hangs = 0
                yield source, pdf
        except OfficeBroke as reason:
            broke = reason
        hangs += broke is not None and broke.is_hang
        if len(batch) == 1 or hangs >= _HANGS_MAX:
            yield from ((source, broke or OfficeBroke(_NOT_OPENED)) for source in missing)
        else:
            batches.extendleft(reversed(_second_try(missing, broke)))


def _second_try(missing: list[Path], broke: OfficeBroke | None) -> list[list[Path]]:
    # LibreOffice works in order: when it broke, the first one missing did it and the rest are innocent.
    if broke is not None and len(missing) > 1:
        return [missing[:1], missing[1:]]
    return [[source] for source in missing]


def _filed(job: PdfJob, pdf: bytes) -> PdfResult:
    try:
        write_atomic(job.target, pdf)
    except DocgenError as error:
        return PdfResult(job, error)
    wanted = wanted_by(job.read())
    if wanted is None:
        return PdfResult(job, None, tuple(substitutions(pdf)))
    return PdfResult(
        job, None, tuple(substitutions(pdf, wanted.fonts)), tuple(unprintable(wanted.characters))
    )


def _lost(job: PdfJob, broke: OfficeBroke) -> PdfResult:
    return PdfResult(job, ConversionFailed(job.name, broke.reason))
