"""What a build has begun to write, line by line, until its manifest tells it: for the build after a kill.

A line is written before its paper takes its place, and made durable with those of its chunk. A build that
finds the journal of a killed one knows from it which papers are ours, though the manifest has another
digest for them or none.
"""

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

from docgen.build.manifest import Entry, entry_told
from docgen.files import LineLog, remove

_FILE = "journal.jsonl"


@dataclass(slots=True)
class Journal:
    """The journal in the folder of the build's notes; the first line makes the file."""

    folder: Path
    _log: LineLog | None = None

    def add(self, key: str, paper: Entry, digest: str) -> None:
        """The paper is about to be written. Raises CannotWrite."""
        if self._log is None:
            self._log = LineLog.open(self.folder / _FILE)
        self._log.add(json.dumps([key, {**asdict(paper), "digest": digest}], ensure_ascii=False))

    def sync(self) -> None:
        """What was added outlives a power cut. Raises CannotWrite."""
        if self._log is not None:
            self._log.sync()

    def close(self) -> None:
        """No more lines for now."""
        if self._log is not None:
            self._log.close()
            self._log = None

    def clear(self) -> None:
        """The manifest tells all. Raises CannotWrite."""
        self.close()
        remove(self.folder / _FILE)


def read_journal(folder: Path) -> Iterator[tuple[str, Entry]]:
    """What the build before had begun when it was killed; what cannot be read is left out."""
    try:
        lines = (folder / _FILE).read_bytes().splitlines()
    except OSError:
        return
    for line in lines:
        try:
            key, told = json.loads(line)
            yield str(key), entry_told(told)
        except (ValueError, TypeError, AttributeError, RecursionError):
            continue  # the last line of a killed build may be torn
