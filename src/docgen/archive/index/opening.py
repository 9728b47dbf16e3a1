"""The index as it should be: opened if it is up to date, else brought up to the last line of the log."""

import json
import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from docgen.archive.index.tables import FORMAT, meta

FILE = "index.sqlite"
WAIT_SECONDS = 20.0


@contextmanager
def opened(folder: Path) -> Iterator[sqlite3.Connection]:
    """The index of the archive in the folder, up to date. Raises what `Archive.open` raises."""
    index = _current(folder)
    if index is None:
        from docgen.archive.index.updating import updated  # reads papers: an index in hand needs none of it

        index = updated(folder)
    with closing(index):
        yield index


def _current(folder: Path) -> sqlite3.Connection | None:
    """The index if it is up to date, without looking into the log: its files are as they were then."""
    path = folder / FILE
    if not path.is_file():
        return None
    index = None
    try:
        index = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, timeout=WAIT_SECONDS)
        if meta(index, "format") == FORMAT and meta(index, "log") == log_state(folder):
            return index
    except sqlite3.Error:
        pass  # damaged, or being written: it is looked at again below
    if index is not None:
        index.close()
    return None


def log_state(folder: Path) -> str:
    """The files of the log as a look into the folder tells them: the same, and nothing was added."""
    try:
        files = [(entry.name, entry.stat()) for entry in os.scandir(folder / "log")]
    except OSError:
        return ""
    return json.dumps(sorted((name, state.st_size, state.st_mtime_ns) for name, state in files))
