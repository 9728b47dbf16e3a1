"""A LibreOffice that has been started before it is needed, for whoever waits for one paper.

A start takes a second, a paper a third of one. LibreOffice ends after every conversion that was asked
of it, so the next one is started at once and waits; a second program on its profile hands the document
over to it, and does the work itself should it not be there.
"""

import contextlib
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from threading import Event
from types import TracebackType

from docgen.pdf.batch import Patience, outcomes
from docgen.pdf.office import find_office
from docgen.pdf.process import kill, start
from docgen.pdf.worker import OfficeBroke, Worker

_TIMEOUT_S = 60.0
_GOODBYE_SECONDS = 10.0


class Spare:
    """Turns a few papers into PDFs, quickly, for the length of a `with`. Raises LibreOfficeMissing."""

    def __init__(self, office: Path | None = None, timeout_s: float = _TIMEOUT_S) -> None:
        self._office = office or find_office()
        self._timeout_s = timeout_s
        self._made = 0

    def __enter__(self) -> "Spare":
        self._temporary = tempfile.TemporaryDirectory(prefix="docgen-pdf-", ignore_cleanup_errors=True)
        self._worker = _ReadyWorker(self._office, Path(self._temporary.name), self._timeout_s)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._worker.dismiss()
        self._temporary.cleanup()

    def pdfs(self, documents: Sequence[bytes]) -> Iterator[tuple[int, bytes | OfficeBroke]]:
        """Every .docx by its place with its PDF, or with the reason why there is none, as they end."""
        places: dict[Path, int] = {}
        for place, document in enumerate(documents):
            self._made += 1
            places[self._worker.receive(f"{self._made:06d}.docx", document)] = place
        if places:
            for source, outcome in outcomes(list(places), self._worker, Patience()):
                self._worker.forget(source)
                yield places[source], outcome


class _ReadyWorker(Worker):
    """A worker with a LibreOffice in waiting on its profile."""

    def __init__(self, office: Path, folder: Path, timeout_s: float) -> None:
        self._waiting: subprocess.Popen[bytes] | None = None
        super().__init__(office, folder, timeout_s, stop=Event(), pdfa=False)
        self._call_up()

    def run(self, sources: Sequence[Path]) -> Iterator[tuple[Path, bytes]]:
        """As Worker's; the next LibreOffice is on its way when it ends."""
        yield from super().run(sources)
        self._call_up()

    def dismiss(self) -> None:
        """Nobody waits any longer."""
        if self._waiting is not None:
            kill(self._waiting)
            self._waiting = None

    def _renew_profile(self) -> None:
        self.dismiss()
        super()._renew_profile()

    def _call_up(self) -> None:
        if self._waiting is not None:
            with contextlib.suppress(subprocess.TimeoutExpired):
                self._waiting.wait(_GOODBYE_SECONDS)  # killed, it would leave the profile half written
        self.dismiss()
        self._waiting = start(self._program(), self._environment())
