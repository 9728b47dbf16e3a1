"""The tables of index.sqlite, for the SQLite of Debian 12 (3.40).

What is said is kept once by the digest of the file that says it, however many versions hold that file.
"""

import sqlite3

FORMAT = "1"

_TABLES = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE version (
    id INTEGER PRIMARY KEY, object TEXT NOT NULL, number TEXT NOT NULL, is_latest INTEGER NOT NULL,
    title TEXT NOT NULL, doc_no TEXT NOT NULL, date TEXT NOT NULL, year TEXT NOT NULL, branch TEXT NOT NULL,
    kind TEXT NOT NULL, person TEXT NOT NULL, retention TEXT NOT NULL, event TEXT NOT NULL,
    UNIQUE (object, number)
);
CREATE TABLE text (id INTEGER PRIMARY KEY, digest TEXT NOT NULL UNIQUE, said BLOB NOT NULL);
CREATE TABLE holds (
    text INTEGER NOT NULL, version INTEGER NOT NULL, is_record INTEGER NOT NULL,
    PRIMARY KEY (text, version)
) WITHOUT ROWID;
CREATE INDEX holds_of_version ON holds (version);
CREATE VIRTUAL TABLE word USING fts5 (said, content='', tokenize='ascii');
"""
_NAMES = ("meta", "version", "text", "holds", "word")


def make_tables(index: sqlite3.Connection) -> None:
    """The tables are there and empty; within the transaction that is open."""
    for name in _NAMES:
        index.execute(f"DROP TABLE IF EXISTS {name}")
    for statement in _TABLES.split(";\n"):
        if statement.strip():
            index.execute(statement)
    put_meta(index, "format", FORMAT)


def meta(index: sqlite3.Connection, key: str) -> str:
    """What is noted under the key; "" for nothing, and where there are no tables yet."""
    try:
        row = index.execute("SELECT value FROM meta WHERE key = ?", (key,)).fetchone()
    except sqlite3.OperationalError as reason:
        if "no such table" in str(reason):
            return ""
        raise
    return str(row[0]) if row else ""


def put_meta(index: sqlite3.Connection, key: str, value: str) -> None:
    """It is noted under the key."""
    index.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (key, value))
