"""Papers found by their words and by what is known of them, the best first."""

import re
import sqlite3
import zlib
from dataclasses import dataclass
from operator import itemgetter
from pathlib import Path

from docgen.archive.index.opening import opened
from docgen.archive.index.tables import meta
from docgen.archive.index.tokens import phrase, place_of

_AROUND_CHARS = 24
_BRACKETS = str.maketrans("[]［］（）()【】〈〉", "〔〕〔〕〔〕〔〕〔〕〔〕")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What to look for: all the words in one text, and all filters that are not ""."""

    words: tuple[str, ...] = ()
    year: str = ""
    branch: str = ""
    kind: str = ""
    number: str = ""
    person: str = ""
    retention: str = ""
    all_versions: bool = False
    limit: int = 20  # 0 for all


@dataclass(frozen=True, slots=True)
class Hit:
    """A version that says it; `snippet` is where, with what stands around."""

    object: str
    version: str
    title: str
    doc_no: str
    date: str
    snippet: str


@dataclass(frozen=True, slots=True)
class Found:
    """The best hits, how many there are in all, and what must be known of the archive; "" for nothing."""

    hits: tuple[Hit, ...]
    total: int
    warning: str = ""


def search(folder: Path, wanted: Wanted) -> Found:
    """What the archive in the folder has of it. Raises what `Archive.open` raises."""
    try:
        return _searched(folder, wanted, anew=False)
    except (sqlite3.DatabaseError, zlib.error, UnicodeDecodeError, TypeError):
        # A page of the index is damaged: it is no evidence, and made of the papers again.
        return _searched(folder, wanted, anew=True)


def _searched(folder: Path, wanted: Wanted, *, anew: bool) -> Found:
    query = " AND ".join(filter(None, map(phrase, wanted.words)))
    where, values = _conditions(wanted)
    with opened(folder, anew=anew) as index:
        if query:
            rows = index.execute(f"{_BY_WORDS} {where}", [query, *values]).fetchall()
        else:
            rows = index.execute(f"{_BY_FILTERS} {where}", values).fetchall()
        rows = _best_first(rows)
        shown = rows if wanted.limit == 0 else rows[: wanted.limit]
        return Found(
            tuple(_hit(index, row, wanted.words) for row in shown), len(rows), meta(index, "warning")
        )


# A paper that says it itself comes before one that was made from a record that does. Only what is shown is
# looked up whole: a common word has thousands of hits.
_BY_WORDS = (
    "SELECT v.id, h.text, h.is_record * 1e6 + hit.rank, v.date"
    " FROM (SELECT rowid, rank FROM word WHERE word MATCH ?) AS hit"
    " JOIN holds AS h ON h.text = hit.rowid JOIN version AS v ON v.id = h.version"
)
_BY_FILTERS = "SELECT v.id, NULL, 0, v.date FROM version AS v"
_NAMED = (
    "v.id IN (SELECT h.version FROM word JOIN holds AS h ON h.text = word.rowid AND NOT h.is_record"
    " WHERE word MATCH ?)"
)
_Row = tuple[int, int | None, float, str]
_SCORE, _DATE = 2, 3


def _best_first(rows: list[_Row]) -> list[_Row]:
    """Every version once, by what it says best, then the newest."""
    rows.sort(key=itemgetter(_DATE), reverse=True)
    rows.sort(key=itemgetter(_SCORE))
    best: dict[int, _Row] = {}
    for row in rows:
        best.setdefault(row[0], row)
    return list(best.values())


def _conditions(wanted: Wanted) -> tuple[str, list[str]]:
    found: list[tuple[str, list[str]]] = []
    if not wanted.all_versions:
        found.append(("v.is_latest", []))
    if wanted.year:
        found.append(("v.year = ?", [wanted.year]))
    for column, word in (("branch", wanted.branch), ("kind", wanted.kind)):
        if word:
            found.append((f"v.{column} LIKE ? ESCAPE '!'", [f"%|{_literal(word.casefold())}|%"]))
    if wanted.number:
        found.append(("v.doc_no LIKE ? ESCAPE '!'", [_number(wanted.number)]))
    if wanted.person:
        found.append((f"(v.person = ? OR {_NAMED})", [wanted.person, phrase(wanted.person) or '""']))
    if wanted.retention:
        found.append(("v.retention IN (?, ?)", [wanted.retention, f"{wanted.retention}年"]))
    where = " AND ".join(condition for condition, _ in found)
    return (f"WHERE {where}" if where else ""), [value for _, values in found for value in values]


def _literal(word: str) -> str:
    return re.sub(r"([!%_])", r"!\1", word)


def _number(typed: str) -> str:
    """A whole number, a part of one, or its figure alone."""
    number = "".join(typed.split()).translate(_BRACKETS)
    return f"%〕{number}号" if number.isdigit() else f"%{_literal(number)}%"


def _hit(index: sqlite3.Connection, row: _Row, words: tuple[str, ...]) -> Hit:
    about = "SELECT object, number, title, doc_no, date FROM version WHERE id = ?"
    object_id, version, title, doc_no, dated = index.execute(about, row[:1]).fetchone()
    snippet = "" if row[1] is None else _snippet(_said(index, row[1]), words)
    return Hit(object_id, version, title, doc_no, dated, snippet)


def _said(index: sqlite3.Connection, text: int) -> str:
    packed = index.execute("SELECT said FROM text WHERE id = ?", (text,)).fetchone()[0]
    return zlib.decompress(packed).decode()


def _snippet(said: str, words: tuple[str, ...]) -> str:
    """The first place of the first word that is there, within its paragraph."""
    for word in words:
        place = place_of(word, said)
        if place is not None:
            start = max(said.rfind("\n", 0, place[0]) + 1, place[0] - _AROUND_CHARS)
            end = said.find("\n", place[1])
            end = min(len(said) if end < 0 else end, place[1] + _AROUND_CHARS)
            before = "…" if start and said[start - 1] != "\n" else ""
            after = "…" if end < len(said) and said[end] != "\n" else ""
            return f"{before}{said[start:end]}{after}"
    return ""
