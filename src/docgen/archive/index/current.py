"""The index on the disk, where a look at the log's files tells that it is up to date."""

import json
import os
import sqlite3
from pathlib import Path

from docgen.archive.index.tables import FORMAT, meta

FILE = "index.sqlite"
WAIT_SECONDS = 20.0


def current(folder: Path) -> sqlite3.Connection | None:
    """The index if it is up to date, without looking into the log: its files are as they were then."""
    path = folder / FILE
    if not path.is_file():
        return None
    index = None
    try:
        index = sqlite3.connect(read_only(folder), uri=True, timeout=WAIT_SECONDS)
        if meta(index, "format") == FORMAT and meta(index, "log") == log_state(folder):
            return index
    except sqlite3.Error:
        pass  # damaged, or being written: it is looked at again below
    if index is not None:
        index.close()
    return None


def read_only(folder: Path) -> str:
    """The address by which SQLite opens the index without changing anything."""
    return f"{(folder / FILE).absolute().as_uri()}?mode=ro"


def log_state(folder: Path) -> str:
    """The files of the log as a look into the folder tells them: the same, and nothing was added."""
    try:
        files = [(entry.name, entry.stat()) for entry in os.scandir(folder / "log")]
    except OSError:
        return ""
    return json.dumps(sorted((name, state.st_size, state.st_mtime_ns) for name, state in files))
