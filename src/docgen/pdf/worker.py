"""One LibreOffice with a profile of its own, turning batches of files into PDFs.

Two LibreOffices on one profile lock each other up, and one start per file costs six times the
conversion; hence a worker, a folder of its own, and many files per start.
"""

import contextlib
import os
import subprocess
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from threading import Event

from docgen.files import write_atomic
from docgen.pdf.office import office_environment
from docgen.pdf.process import ended, kill, start
from docgen.pdf.profile import new_profile

_LOOK_EVERY_SECONDS = 0.05
_GOODBYE_SECONDS = 10.0
_TAIL_BYTES = 64
# Forced, or LibreOffice takes a broken .docx for plain text and prints its bytes.
_FILTERS = {".docx": "MS Word 2007 XML"}


class OfficeBroke(Exception):
    """LibreOffice ended before its work did; convert.py decides what is tried again."""

    is_hang = False

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class OfficeHung(OfficeBroke):
    """No PDF appeared within the time limit; LibreOffice was killed."""

    is_hang = True


class OfficeStopped(Exception):
    """Somebody set the worker's `stop`; LibreOffice was killed."""


class Worker:
    """Runs one batch after the other in `folder`, which nobody else uses, until `stop` is set."""

    def __init__(self, office: Path, folder: Path, timeout_s: float, *, stop: Event, pdfa: bool) -> None:
        self._folder = folder
        self._office = office
        self._timeout_s = timeout_s
        self._stop = stop
        self._pdfa = pdfa
        self._profiles_used = 0
        self._renew_profile()

    def receive(self, name: str, document: bytes) -> Path:
        """The document lies in the worker's folder under this name. Raises CannotWrite."""
        source = self._folder / "in" / name
        write_atomic(source, document)
        return source

    def forget(self, source: Path) -> None:
        """The document is done with; thousands of them would fill the disk."""
        source.unlink(missing_ok=True)

    def run(self, sources: Sequence[Path]) -> Iterator[tuple[Path, bytes]]:
        """Each source with its PDF, as soon as that is whole. What does not come could not be opened.

        All sources have one suffix and different stems. Raises OfficeBroke, OfficeHung or OfficeStopped.
        """
        output = self._folder / "out"
        waiting = {output / f"{source.stem}.pdf": source for source in sources}
        with self._started(sources, output) as process:
            last_progress = time.monotonic()
            while waiting:
                ended = process.poll() is not None  # asked before looking, or the last PDF is missed
                for pdf in [path for path in _files_in(output) if path in waiting and _is_whole(path)]:
                    yield waiting.pop(pdf), _taken(pdf)
                    last_progress = time.monotonic()
                if ended:
                    break
                if self._stop.is_set():
                    raise OfficeStopped
                if time.monotonic() - last_progress > self._timeout_s:
                    raise OfficeHung(f"LibreOffice 在 {self._timeout_s:g} 秒内没有转完")
                time.sleep(_LOOK_EVERY_SECONDS)
        if waiting and process.returncode:
            raise OfficeBroke("LibreOffice 转换时意外退出")

    @contextmanager
    def _started(self, sources: Sequence[Path], output: Path) -> Iterator[subprocess.Popen[bytes]]:
        process = start(self._command(sources, output), self._environment())
        try:
            yield process
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.wait(_GOODBYE_SECONDS)
        finally:
            if process.poll() is None:
                kill(process)
                self._renew_profile()
            else:
                ended(process)

    def _environment(self) -> dict[str, str]:
        # Its own temporary files go when the worker's folder goes, even those of a killed one.
        return {**office_environment(), "TMPDIR": str(self._profile)}

    def _command(self, sources: Sequence[Path], output: Path) -> list[str]:
        filter_name = _FILTERS.get(sources[0].suffix.lower())
        return [
            *self._program(),
            *([f"--infilter={filter_name}"] if filter_name else []),
            "--convert-to",
            "pdf",
            "--outdir",
            str(output),
            *[str(source) for source in sources],
        ]

    def _program(self) -> list[str]:
        return [
            str(self._office),
            f"-env:UserInstallation={self._profile.as_uri()}",
            "--headless",
            "--norestore",
            "--nologo",
            "--nodefault",
            "--nolockcheck",
        ]

    def _renew_profile(self) -> None:
        # A killed LibreOffice may leave its profile locked or half written.
        self._profiles_used += 1
        self._profile = self._folder / f"profile{self._profiles_used}"
        new_profile(self._profile, pdfa=self._pdfa)


def _files_in(folder: Path) -> list[Path]:
    # One look at the folder, whatever the number of files that are waited for.
    try:
        return sorted(folder.iterdir())
    except FileNotFoundError:
        return []


def _is_whole(pdf: Path) -> bool:
    try:
        with pdf.open("rb") as file:
            size = file.seek(0, os.SEEK_END)
            file.seek(max(0, size - _TAIL_BYTES))
            return b"%%EOF" in file.read()
    except FileNotFoundError:
        return False


def _taken(pdf: Path) -> bytes:
    data = pdf.read_bytes()
    pdf.unlink()
    return data
