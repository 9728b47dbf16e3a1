"""The lines of the log: how they are written, and how what is on the disk is read.

A line is JSON with its keys sorted, no spaces, UTF-8. `self` is the sha512 of the line without `self`,
`prev` is the `self` of the line before, across years too. The file is named by the calendar year of `at`;
the order is that of `seq`, for a clock may have been set back over the New Year.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from itertools import pairwise
from pathlib import Path

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
    for number, row in enumerate(rows, 1):
        try:
            line = parsed(row)
        except ValueError as reason:
            faults.append(Fault(file, number, str(reason)))
            continue
        if line.seq <= seq:
            faults.append(Fault(file, number, f"第 {line.seq} 号记录排在第 {seq} 号之后，次序被调换"))
        lines.append(line)
        seq = line.seq


def parsed(row: bytes) -> LogLine:
    """The line of these bytes, without its line break. Raises ValueError, with what is wrong in Chinese."""
    at = row.find(_SELF)
    if at < 0 or row[at + _SELF_BYTES - 1 : at + _SELF_BYTES] != b'"':
        raise ValueError("不是完整的日志行")
    digest = row[at + len(_SELF) : at + _SELF_BYTES - 1]
    if hashlib.sha512(row[:at] + row[at + _SELF_BYTES :]).hexdigest().encode() != digest:
        raise ValueError("与它自己的校验值不符，内容被改动过")
    try:
        table = json.loads(row)
        values = {key: table.pop(key) for key in _KEYS}
        digest_text = table.pop("self")
        if type(values["seq"]) is not int or not all(
            type(value) is str for key, value in (values | table).items() if key != "seq"
        ):
            raise TypeError
        return LogLine(**values, self_digest=digest_text, extra=table)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as reason:
        raise ValueError("缺少应有的项目") from reason


def _chain_faults(lines: Iterable[LogLine]) -> list[Fault]:
    faults, prev, seq = [], FIRST, 0
    for line in lines:
        if line.seq != seq + 1 or line.prev != prev:
            what = f"第 {line.seq} 号记录与它前面的记录接不上，有记录被删除、调换或改写"
            faults.append(Fault(file_name(line.at), 0, what))
        prev, seq = line.self_digest, line.seq
    return faults
