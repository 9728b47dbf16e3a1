"""The index brought up to the last line of the log.

It is no evidence: damaged it is made anew, and where it cannot be written it is made in memory.
"""

import sqlite3
from contextlib import closing
from pathlib import Path

from docgen.archive.faults import DestroyedObject, ObjectDamaged, UnknownObject
from docgen.archive.index.current import FILE, WAIT_SECONDS, log_state
from docgen.archive.index.filling import put_object, take_object
from docgen.archive.index.tables import FORMAT, make_tables, meta, put_meta
from docgen.archive.store import Archive
from docgen.files import CannotWrite, remove


def make_anew(folder: Path) -> int:
    """The index is made of the files alone; how many versions it holds. Raises what `Archive.open` raises."""
    archive = Archive.open(folder)
    try:
        remove(folder / FILE)
        index = _connected(folder / FILE)
    except sqlite3.Error as reason:
        raise CannotWrite(folder / FILE, OSError(str(reason))) from reason
    with closing(index):
        _bring_up(index, folder, archive)
        return int(index.execute("SELECT count(*) FROM version").fetchone()[0])


def updated(folder: Path) -> sqlite3.Connection:
    """The index, up to date, wherever it could be kept. Raises what `Archive.open` raises."""
    archive = Archive.open(folder)
    for attempt in (_on_disk, _on_disk_anew, _in_memory):
        index = None
        try:
            index = attempt(folder)
            _bring_up(index, folder, archive)
            return index
        except (sqlite3.Error, CannotWrite):
            if index is not None:
                index.close()
            if attempt is _in_memory:
                raise
    raise AssertionError("the memory can always be written")


def _on_disk(folder: Path) -> sqlite3.Connection:
    return _connected(folder / FILE)


def _on_disk_anew(folder: Path) -> sqlite3.Connection:
    remove(folder / FILE)
    return _connected(folder / FILE)


def _in_memory(folder: Path) -> sqlite3.Connection:
    return sqlite3.connect(":memory:", isolation_level=None)


def _connected(path: Path) -> sqlite3.Connection:
    index = sqlite3.connect(path, timeout=WAIT_SECONDS, isolation_level=None)
    # Lost in a power cut it is made again; what was destroyed leaves nothing in free pages.
    index.execute("PRAGMA synchronous = OFF")
    index.execute("PRAGMA secure_delete = ON")
    return index


def _bring_up(index: sqlite3.Connection, folder: Path, archive: Archive) -> None:
    """In one transaction: readers see the index before or after, never between."""
    state = log_state(folder)
    index.execute("BEGIN IMMEDIATE")
    try:
        behind = _behind(index, archive)
        if behind is None:
            make_tables(index)
            behind = list(archive.objects())
        for object_id in behind:
            _bring_object(index, archive, object_id)
        if any(archive.destroyed(object_id) for object_id in behind):
            index.execute("INSERT INTO word (word) VALUES ('optimize')")
        put_meta(index, "seq", str(archive.seq))
        put_meta(index, "head", _head(archive))
        put_meta(index, "log", state)
        index.execute("COMMIT")
    except BaseException:
        if index.in_transaction:
            index.execute("ROLLBACK")
        raise


def _behind(index: sqlite3.Connection, archive: Archive) -> list[str] | None:
    """The objects with events since; None if the index is not of this archive's past."""
    seq = meta(index, "seq")
    if meta(index, "format") != FORMAT or not seq.isdigit():
        return None
    head = meta(index, "head")
    if head == _head(archive):
        return []
    before = next((line for line in archive.lines if line.seq == int(seq)), None)
    if archive.faults or before is None or before.self_digest != head:
        return None
    return list(dict.fromkeys(line.object for line in archive.lines if line.seq > int(seq) and line.object))


def _head(archive: Archive) -> str:
    return f"{archive.head}{''.join(map(repr, archive.faults))}"


def _bring_object(index: sqlite3.Connection, archive: Archive, object_id: str) -> None:
    try:
        put_object(index, archive.find(object_id))
    except (DestroyedObject, UnknownObject, ObjectDamaged):
        take_object(index, object_id)
