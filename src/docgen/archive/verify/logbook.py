"""The log as verify reads it: every line with what is wrong with it, by itself and in its place.

Written anew from the description of the format, not from the code that writes it.
"""

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

NOTHING_BEFORE = "0" * 128
TEXTS = ("at", "by", "event", "object", "version", "inventory", "doc_no", "reason", "prev", "self")


@dataclass(frozen=True, slots=True)
class Line:
    """One line. `fault` is what is wrong with it alone; a line that cannot be read has no `table`."""

    file: str
    place: int  # counted from 1
    table: Mapping[str, Any]
    digest: str  # sha512 of the line without `self`
    fault: str = ""

    @property
    def seq(self) -> int:
        value = self.table.get("seq")
        return value if isinstance(value, int) else 0

    def text(self, key: str) -> str:
        value = self.table.get(key)
        return value if isinstance(value, str) else ""


@dataclass(frozen=True, slots=True)
class Logged:
    """What the log says of one version of an object."""

    seq: int
    inventory: str
    at: str
    by: str
    reason: str
    doc_no: str
    date: str = ""  # 成文日期, where the line has one


def lines_of(file: str, data: bytes) -> Iterator[Line]:
    """The lines of one file, each judged by itself."""
    rows = data.split(b"\n")
    if rows and not rows[-1]:
        rows.pop()
    for place, row in enumerate(rows, 1):
        yield line_of(file, place, row)


def line_of(file: str, place: int, row: bytes) -> Line:
    """The line of these bytes, without its line break."""
    try:
        table = json.loads(row.decode("utf-8"))
    except (ValueError, RecursionError):
        return Line(file, place, {}, "", "读不懂，不是一条完整的记录")
    if not isinstance(table, dict):
        return Line(file, place, {}, "", "读不懂，不是一条完整的记录")
    digest = hashlib.sha512(without_self(table)).hexdigest()
    return Line(file, place, table, digest, _fault(file, row, table, digest))


def without_self(table: Mapping[str, Any]) -> bytes:
    """What `self` is the digest of."""
    return _canonical({key: value for key, value in table.items() if key != "self"})


def _canonical(table: Mapping[str, Any]) -> bytes:
    text = json.dumps(table, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return text.encode("utf-8", "surrogatepass")


def _fault(file: str, row: bytes, table: Mapping[str, Any], digest: str) -> str:
    wrong = [key for key in TEXTS if not isinstance(table.get(key), str)]
    if wrong or not isinstance(table.get("seq"), int):
        return f"缺少应有的项：{'、'.join(wrong or ['seq'])}"
    if table["self"] != digest:
        return "内容与自己的校验值不符，被改动过"
    if _canonical(table) != row:
        return "写法被改动过（内容未变）"
    if table["at"][:4] != file.removesuffix(".jsonl"):
        return f"是 {table['at'][:4]} 年的记录，却记在 {file} 里"
    return ""


def is_beginning(tail: bytes) -> bool:
    """Whether the bytes may be the beginning of a line, which ends too soon."""
    try:
        json.JSONDecoder().raw_decode(tail.rstrip(b"\0").decode("utf-8", "ignore"))
    except ValueError:
        return tail.startswith((b'{"', b"{", b"\0")) or not tail
    return False
