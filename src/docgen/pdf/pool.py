"""LibreOffices side by side, each with a profile of its own, that work off a stream of documents.

A worker stays from one call to the next: the first start in a new profile costs a second more than the
later ones.
"""

import os
import tempfile
from collections.abc import Iterable, Iterator
from itertools import count, groupby, islice
from operator import length_hint
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Event, Lock, Thread
from types import TracebackType

from docgen.errors import DocgenError
from docgen.files import digest, told, write_atomic
from docgen.pdf.batch import GivenUp, Patience, outcomes
from docgen.pdf.fonts import substitutions, unprintable
from docgen.pdf.jobs import ConversionFailed, NotTried, PdfJob, PdfResult
from docgen.pdf.office import find_office
from docgen.pdf.pages import page_count
from docgen.pdf.wanted import wanted_by
from docgen.pdf.worker import OfficeBroke, OfficeStopped, Worker
from docgen.pdf.xmp import with_true_metadata

BATCH_FILES_MAX = 100
TIMEOUT_S = 90.0
_WORKERS_MAX = 4  # each takes some 300 MB
_WORTH_A_START = 4  # fewer documents than these are done before a second LibreOffice has started
_LISTEN_SECONDS = 0.5  # a wait without an end would not hear Ctrl-C on Windows

_Numbered = tuple[int, PdfJob]
_Said = tuple[int, PdfResult] | BaseException | None


class Pool:
    """Workers for the length of a `with`. Raises LibreOfficeMissing when it is made.

    `pdfa`: the PDFs are PDF/A-2b. `timeout_s` is the longest wait for the next PDF of a worker, its start
    included.
    """

    def __init__(
        self,
        *,
        pdfa: bool = False,
        workers: int = 0,
        timeout_s: float = TIMEOUT_S,
        office: Path | None = None,
    ) -> None:
        self._office = office or find_office()
        self._pdfa = pdfa
        self._workers_max = workers or min(_WORKERS_MAX, _cores())
        self._timeout_s = timeout_s
        self._stop = Event()
        self._workers: list[Worker] = []
        self._names = count()

    def __enter__(self) -> "Pool":
        self._temporary = tempfile.TemporaryDirectory(prefix="docgen-pdf-", ignore_cleanup_errors=True)
        self._folder = Path(self._temporary.name)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stop.set()
        self._temporary.cleanup()

    def results(self, jobs: Iterable[PdfJob]) -> Iterator[tuple[int, PdfResult]]:
        """Every job's place and result, as they end; every PDF that could be made lies whole at its target.

        The jobs are taken from their iterator as the workers come to them.
        """
        wanted = length_hint(jobs, BATCH_FILES_MAX * self._workers_max)
        if not wanted:
            return
        work = _Work(jobs, *_shares(wanted, self._workers_max))
        said: SimpleQueue[_Said] = SimpleQueue()
        patience = Patience()
        threads = [
            Thread(target=self._work_off, args=(work, worker, patience, said), daemon=True)
            for worker in self._hired(work.workers)
        ]
        for thread in threads:
            thread.start()
        try:
            yield from _heard(said, len(threads))
        finally:
            self._stop.set()  # the caller may have broken off
            for thread in threads:
                thread.join()
            self._stop.clear()

    def _hired(self, wanted: int) -> list[Worker]:
        while len(self._workers) < wanted:
            folder = self._folder / f"worker{len(self._workers) + 1}"
            self._workers.append(
                Worker(self._office, folder, self._timeout_s, stop=self._stop, pdfa=self._pdfa)
            )
        return self._workers[:wanted]

    def _work_off(self, work: "_Work", worker: Worker, patience: Patience, said: SimpleQueue[_Said]) -> None:
        try:
            while batch := work.next_batch():
                for result in self._of_batch(batch, worker, patience):
                    said.put(result)
        except OfficeStopped:
            pass  # the caller knows: it said so
        except BaseException as error:
            said.put(error)
        said.put(None)

    def _of_batch(
        self, batch: list[_Numbered], worker: Worker, patience: Patience
    ) -> Iterator[tuple[int, PdfResult]]:
        sources: dict[Path, _Numbered] = {}
        for place, job in batch:
            data = _read(job)
            if isinstance(data, bytes):
                # Names of our own: two papers may be called the same in different folders.
                source = worker.receive(f"{next(self._names):06d}{job.suffix}", data)
                sources[source] = place, job
            else:
                yield place, PdfResult(job, data)
        for _, alike in groupby(sorted(sources, key=_suffix), key=_suffix):
            for source, outcome in outcomes(list(alike), worker, patience):
                place, job = sources[source]
                worker.forget(source)
                yield place, _filed(job, outcome) if isinstance(outcome, bytes) else _lost(job, outcome)


class _Work:
    """The jobs, handed out in batches to whoever is free."""

    def __init__(self, jobs: Iterable[PdfJob], workers: int, batch_files: int) -> None:
        self.workers = workers
        self._batch_files = batch_files
        self._jobs = enumerate(jobs)
        self._lock = Lock()

    def next_batch(self) -> list[_Numbered]:
        with self._lock:
            return list(islice(self._jobs, self._batch_files))


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _shares(wanted: int, workers_max: int) -> tuple[int, int]:
    """How many workers pay off, and how many files each gets at once, so that they end together."""
    workers = max(1, min(workers_max, -(-wanted // _WORTH_A_START)))
    rounds = -(-wanted // (workers * BATCH_FILES_MAX))
    return workers, -(-wanted // (workers * rounds))


def _heard(said: SimpleQueue[_Said], speakers: int) -> Iterator[tuple[int, PdfResult]]:
    while speakers:
        try:
            word = said.get(timeout=_LISTEN_SECONDS)
        except Empty:
            continue
        if word is None:
            speakers -= 1
        elif isinstance(word, BaseException):
            raise word
        else:
            yield word


def _suffix(source: Path) -> str:
    return source.suffix


def _read(job: PdfJob) -> bytes | ConversionFailed:
    try:
        data = job.read()
    except OSError as reason:
        return ConversionFailed(job.name, f"文件读不出来（{told(reason)}）")
    # LibreOffice would print an empty page.
    return data or ConversionFailed(job.name, "文件是空的")


def _filed(job: PdfJob, made: bytes) -> PdfResult:
    pdf = with_true_metadata(made)
    try:
        write_atomic(job.target, pdf)
    except DocgenError as error:
        return PdfResult(job, error)
    wanted = wanted_by(job.read())
    fonts, characters = (wanted.fonts, wanted.characters) if wanted else (None, ())
    return PdfResult(
        job,
        None,
        digest(pdf),
        page_count(pdf),
        tuple(substitutions(pdf, fonts)),
        tuple(unprintable(characters)),
    )


def _lost(job: PdfJob, broke: OfficeBroke) -> PdfResult:
    failed = NotTried if isinstance(broke, GivenUp) else ConversionFailed
    return PdfResult(job, failed(job.name, broke.reason))
