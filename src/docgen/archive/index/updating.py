"""The index brought up to the last line of the log.

It is no evidence: damaged it is made anew, and where it cannot be written it is made in memory.
"""

import sqlite3
from contextlib import closing
from pathlib import Path

from docgen.archive.faults import DestroyedObject, ObjectDamaged, UnknownObject
from docgen.archive.history import warning_of
from docgen.archive.index.current import FILE, WAIT_SECONDS, log_state, read_only
from docgen.archive.index.filling import put_object, take_object
from docgen.archive.index.tables import FORMAT, make_tables, meta, put_meta
from docgen.archive.store import Archive
from docgen.files import CannotWrite, remove


def make_anew(folder: Path) -> int:
    """The index is made of the files alone; how many versions it holds.

    Raises what `Archive.open` raises, and CannotWrite.
    """
    # Before the archive is opened: what is put in meanwhile is then noticed by the next search.
    state = log_state(folder)
    archive = Archive.open(folder)
    try:
        with closing(_on_disk_anew(folder)) as index:
            _bring_up(index, state, archive)
            return int(index.execute("SELECT count(*) FROM version").fetchone()[0])
    except sqlite3.Error as reason:
        raise CannotWrite(folder / FILE, OSError(str(reason))) from reason


def updated(folder: Path, *, anew: bool = False) -> sqlite3.Connection:
    """The index, up to date, wherever it could be kept; `anew` when that on the disk is damaged.

    Raises what `Archive.open` raises.
    """
    state = log_state(folder)
    archive = Archive.open(folder)
    places = (_on_disk_anew,) if anew else (_on_disk, _on_disk_anew)
    for place in places:
        try:
            return _brought_up(place(folder), state, archive)
        except CannotWrite:
            break
        except sqlite3.Error as reason:
            if "locked" in str(reason):  # another is at it, and still: nothing is taken away from it
                break
    try:
        return _brought_up((_in_memory_anew if anew else _in_memory)(folder), state, archive)
    except sqlite3.Error:
        return _brought_up(_in_memory_anew(folder), state, archive)


def _brought_up(index: sqlite3.Connection, state: str, archive: Archive) -> sqlite3.Connection:
    try:
        _bring_up(index, state, archive)
    except BaseException:
        index.close()
        raise
    return index


def _on_disk(folder: Path) -> sqlite3.Connection:
    return _connected(folder / FILE)


def _on_disk_anew(folder: Path) -> sqlite3.Connection:
    remove(folder / FILE)
    return _connected(folder / FILE)


def _in_memory(folder: Path) -> sqlite3.Connection:
    """A copy of the index on the disk, if there is one that can be read."""
    index = _in_memory_anew(folder)
    with closing(sqlite3.connect(read_only(folder), uri=True)) as held:
        held.backup(index)
    return index


def _in_memory_anew(_folder: Path) -> sqlite3.Connection:
    return sqlite3.connect(":memory:", isolation_level=None)


def _connected(path: Path) -> sqlite3.Connection:
    index = sqlite3.connect(path, timeout=WAIT_SECONDS, isolation_level=None)
    # Lost in a power cut it is made again; what was destroyed leaves nothing in free pages.
    index.execute("PRAGMA synchronous = OFF")
    index.execute("PRAGMA secure_delete = ON")
    return index


def _bring_up(index: sqlite3.Connection, state: str, archive: Archive) -> None:
    """In one transaction: readers see the index before or after, never between."""
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
        put_meta(index, "warning", warning_of(archive))
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
