"""One object's versions put into the index, or taken out of it."""

import sqlite3
import zlib
from collections.abc import Iterator

from docgen.archive.faults import ObjectDamaged
from docgen.archive.history import told_of
from docgen.archive.index.texts import is_record, said_in, speaking
from docgen.archive.index.tokens import tokens
from docgen.archive.provenance import About
from docgen.archive.stored import StoredObject, StoredVersion

_YEAR_DIGITS = 4


def put_object(index: sqlite3.Connection, stored: StoredObject) -> None:
    """The index holds what all versions of the object say."""
    take_object(index, stored.id)
    for version in stored.versions:
        row = _put_version(index, version, is_latest=version is stored.latest)
        for digest, record, said in _texts(index, version):
            text = _put_text(index, digest, said)
            index.execute("INSERT OR IGNORE INTO holds VALUES (?, ?, ?)", (text, row, record))


def take_object(index: sqlite3.Connection, object_id: str) -> None:
    """The index knows nothing of the object; words that only it said are gone from it."""
    versions = "SELECT id FROM version WHERE object = ?"
    mine = f"SELECT text FROM holds WHERE version IN ({versions})"  # noqa: S608
    texts = [row[0] for row in index.execute(mine, (object_id,))]
    index.execute(f"DELETE FROM holds WHERE version IN ({versions})", (object_id,))  # noqa: S608
    index.execute("DELETE FROM version WHERE object = ?", (object_id,))
    for text in set(texts):
        if index.execute("SELECT 1 FROM holds WHERE text = ?", (text,)).fetchone() is None:
            _take_text(index, text)


def _put_version(index: sqlite3.Connection, version: StoredVersion, *, is_latest: bool) -> int:
    told = _about(version)
    parts = [*version.object.split(":"), "", "", "", "", "", ""]
    dated = told.date or version.created[:10]
    year = parts[3] if parts[3].isdigit() and len(parts[3]) == _YEAR_DIGITS else dated[:_YEAR_DIGITS]
    values = (
        version.object,
        version.number,
        is_latest,
        told.title or told.name,
        version.doc_no or told.doc_no,
        dated,
        year,
        _words(told.branch or told.owner or parts[4], told.author),
        _words(told.kind, told.code or parts[5].partition("-")[0], told.name, parts[5]),
        version.by,
        told.retention,
        version.event,
    )
    row = index.execute(
        "INSERT INTO version (object, number, is_latest, title, doc_no, date, year, branch, kind, person,"
        " retention, event) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        values,
    )
    return int(row.lastrowid or 0)


def _about(version: StoredVersion) -> About:
    told = told_of(version)
    return told.about if told else About()


def _words(*words: str) -> str:
    """Words that a filter may name, each between bars, in small letters."""
    return f"|{'|'.join(dict.fromkeys(filter(None, words)))}|".casefold()


def _texts(index: sqlite3.Connection, version: StoredVersion) -> Iterator[tuple[str, bool, str | None]]:
    """Digest, whether it is of a record, and the words; None where the index has them already."""
    told = _about(version)
    heading = "\n".join(filter(None, (told.title, version.doc_no, told.author, told.sender)))
    yield f"heading of {version.address}", False, heading
    for path in speaking(sorted(version.state)):
        digest = version.digest(path)
        if index.execute("SELECT 1 FROM text WHERE digest = ?", (digest,)).fetchone():
            yield digest, is_record(path), None
            continue
        try:
            yield digest, is_record(path), said_in(path, version.read(path))
        except ObjectDamaged:
            continue


def _put_text(index: sqlite3.Connection, digest: str, said: str | None) -> int:
    if said is None:
        return int(index.execute("SELECT id FROM text WHERE digest = ?", (digest,)).fetchone()[0])
    said = said.encode("utf-8", "replace").decode()  # a PDF may tell half a character, which no table takes
    packed = zlib.compress(said.encode(), 1)
    row = index.execute("INSERT INTO text (digest, said) VALUES (?, ?)", (digest, packed))
    index.execute("INSERT INTO word (rowid, said) VALUES (?, ?)", (row.lastrowid, tokens(said)))
    return int(row.lastrowid or 0)


def _take_text(index: sqlite3.Connection, text: int) -> None:
    row = index.execute("SELECT said FROM text WHERE id = ?", (text,)).fetchone()
    said = zlib.decompress(row[0]).decode()
    # The words keep no copy of the text: they are taken out by telling them again.
    index.execute("INSERT INTO word (word, rowid, said) VALUES ('delete', ?, ?)", (text, tokens(said)))
    index.execute("DELETE FROM text WHERE id = ?", (text,))
