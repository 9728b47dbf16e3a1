"""The lines of the log: how they are written, and how what is on the disk is read.

A line is JSON with its keys sorted, no spaces, UTF-8. `self` is the sha512 of the line without `self`,
`prev` is the `self` of the line before, across years too. The file is named by the calendar year of `at`;
the order is that of `seq`, for a clock may have been set back over the New Year.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from itertools import pairwise
from pathlib import Path
from typing import Any

from docgen.archive.entries import LogLine

FIRST = "0" * 128  # `prev` of the first line ever
FORMAT = 1  # a line of a later format says so in a key of its own
_KEYS = tuple(field.name for field in fields(LogLine) if field.name not in ("self_digest", "extra"))
_SELF = b',"self":"'
_SELF_BYTES = len(_SELF) + 128 + 1


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a line of a file; lines count from 1, 0 where it is between lines."""

    file: str
    line: int
    what: str

    @property
    def place(self) -> str:
        return f"log/{self.file} 第 {self.line} 行" if self.line else f"log/{self.file}"


@dataclass(frozen=True, slots=True)
class Log:
    """All lines in their order, and what does not fit.

    `torn` are the files whose end was being written when the power or the process went, with the length in
    bytes of what is whole; `unended` those whose last line is whole but for its line break.
    """

    lines: list[LogLine]
    faults: tuple[Fault, ...]
    torn: Mapping[Path, int]
    unended: tuple[Path, ...]


def file_name(at: str) -> str:
    """The file that an event of this moment stands in."""
    return f"{at[:4]}.jsonl"


def sealed(seq: int, prev: str, values: Mapping[str, str], extra: Mapping[str, str]) -> tuple[LogLine, bytes]:
    """The next line, and its bytes with the line break. `values` are the other keys of LogLine."""
    if clash := set(extra) & {*_KEYS, "self", "format"}:
        raise ValueError(f"keys of every line: {clash}")
    if wrong := [key for key, value in extra.items() if type(value) is not str]:
        raise TypeError(f"no text, and so no line that could be read again: {wrong}")
    table = {**extra, **values, "seq": seq, "prev": prev}
    digest = hashlib.sha512(_dumped(table)).hexdigest()
    line = LogLine(seq=seq, prev=prev, self_digest=digest, extra=dict(extra), **values)
    return line, _dumped({**table, "self": digest}) + b"\n"


def _dumped(table: Mapping[str, object]) -> bytes:
    return json.dumps(table, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def read_log(folder: Path) -> Log:
    """What the files of the folder hold; damage is told, not raised. Raises OSError."""
    lines: list[LogLine] = []
    faults: list[Fault] = []
    torn: dict[Path, int] = {}
    unended: list[Path] = []
    for path in sorted(folder.glob("*.jsonl")):
        data = path.read_bytes()
        whole = _whole(data)
        if whole < len(data):
            torn[path] = whole
        elif data and not data.endswith(b"\n"):
            unended.append(path)
        _read_lines(data[:whole], path.name, lines, faults)
    if any(after.seq < before.seq for before, after in pairwise(lines)):
        lines.sort(key=lambda line: line.seq)
    faults += _chain_faults(lines)
    return Log(lines, tuple(faults), torn, tuple(unended))


def _whole(data: bytes) -> int:
    """How many bytes of a file are whole lines; the rest was being written when it was broken off.

    A last line that is whole but for its line break counts, and so does one that cannot have been broken
    off: it was damaged later, and must not be taken for unfinished.
    """
    end = data.rfind(b"\n") + 1
    tail = data[end:].rstrip(b"\0")
    if not tail:
        return end
    if tail[:2] != b'{"'[: len(tail)]:
        return len(data)
    try:
        json.JSONDecoder().raw_decode(tail.decode())
    except UnicodeDecodeError as reason:
        # A character of several bytes may be cut in two only at the very end.
        return end if reason.end == len(tail) else len(data)
    except ValueError:
        return end
    return len(data)


def _read_lines(data: bytes, file: str, lines: list[LogLine], faults: list[Fault]) -> None:
    rows = data.split(b"\n")
    if rows[-1] == b"":
        rows.pop()
    seq = 0
    for number, (row, table) in enumerate(zip(rows, _tables(rows), strict=True), 1):
        try:
            line = _line(row, table)
        except ValueError as reason:
            faults.append(Fault(file, number, str(reason)))
            continue
        if line.seq <= seq:
            faults.append(Fault(file, number, f"第 {line.seq} 号记录排在第 {seq} 号之后，次序被调换"))
        lines.append(line)
        seq = line.seq


def _tables(rows: Sequence[bytes]) -> Iterable[Any]:
    """What each line says; None for one that is no JSON."""
    try:
        # In one go: a call for each line takes three times as long.
        tables: list[Any] = json.loads(b"[%b]" % b",".join(rows))
        if len(tables) == len(rows):
            return tables
    except (ValueError, RecursionError):
        pass
    return map(_table, rows)


def _table(row: bytes) -> Any:
    try:
        return json.loads(row)
    except (ValueError, RecursionError):
        return None


def parsed(row: bytes) -> LogLine:
    """The line of these bytes, without its line break. Raises ValueError, with what is wrong in Chinese."""
    return _line(row, _table(row))


def _line(row: bytes, table: Any) -> LogLine:
    at = row.find(_SELF)
    end = at + _SELF_BYTES
    if at < 0 or type(table) is not dict:
        raise ValueError("不是完整的日志行")
    digest = hashlib.sha512(row[:at] + row[end:]).hexdigest()
    if row[at:end] != _SELF + digest.encode() + b'"' or table.pop("self", "") != digest:
        raise ValueError("与它自己的校验值不符，内容被改动过")
    try:
        values = {key: table.pop(key) for key in _KEYS}
    except KeyError as reason:
        raise ValueError("缺少应有的项目") from reason
    kinds = [*map(type, values.values()), *map(type, table.values())]
    if type(values["seq"]) is not int or kinds.count(str) != len(kinds) - 1:
        raise ValueError("有的项目不是文字")
    return LogLine(**values, self_digest=digest, extra=table)


def _chain_faults(lines: Iterable[LogLine]) -> list[Fault]:
    faults, prev, seq = [], FIRST, 0
    for line in lines:
        if line.seq != seq + 1 or line.prev != prev:
            what = f"第 {line.seq} 号记录与它前面的记录接不上，有记录被删除、调换或改写"
            faults.append(Fault(file_name(line.at), 0, what))
        prev, seq = line.self_digest, line.seq
    return faults
