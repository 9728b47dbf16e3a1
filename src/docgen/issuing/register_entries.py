"""Numbers entered by hand: reserved, void, used by business outside docgen."""

import re
from collections.abc import Callable, Sequence
from datetime import date

from docgen.archive.entries import LogLine
from docgen.archive.register import OUTSIDE, RESERVED, USED, VOID, DocNo, Entry, Register
from docgen.archive.writer import Writer
from docgen.errors import DocgenError
from docgen.issuing.faults import (
    NoSuchNumber,
    NumberOutside,
    NumberReserved,
    NumberTaken,
    NumberVoid,
)
from docgen.records.texts import Noted, doc_no

_RANGE = re.compile(
    r"(?P<head>.+[〔\[［【(（]\s*\d{4}\s*[〕\]］】)）])\s*(?P<first>\d+)\s*[-—–~～至到]\s*(?P<last>\d+)\s*号?"
)
_RANGE_MAX = 1000


class RangeTooLong(DocgenError):
    """A slip of the pen, or more numbers than an office gives in years."""

    exit_status = 2

    def __init__(self, text: str) -> None:
        super().__init__(f"“{text}”的起止号不对", f"请从小到大写，一次不超过 {_RANGE_MAX} 个号")


class StillUsed(DocgenError):
    """A number that a paper bears cannot be made void."""

    def __init__(self, number: str, holder: str) -> None:
        super().__init__(
            f"{number} 已经用在 {holder} 上，不能作废",
            f"要停用这份文件请执行 docgen archive withdraw {holder}",
        )


def number_of(text: str) -> DocNo:
    """The number as people type it, tidied. Raises NoSuchNumber."""
    tidied = doc_no(text.strip())
    parsed = DocNo.parse(str(tidied.value) if isinstance(tidied, Noted) else tidied)
    if parsed is None or parsed.number == 0:
        raise NoSuchNumber(text)
    return parsed


def numbers_of(text: str) -> list[DocNo]:
    """The number, or all of a range such as 示院党发〔2012〕1—10号. Raises NoSuchNumber or RangeTooLong."""
    found = _RANGE.fullmatch(text.strip())
    if found is None:
        return [number_of(text)]
    first, last = int(found["first"]), int(found["last"])
    if not 0 < first <= last < first + _RANGE_MAX:
        raise RangeTooLong(text)
    head = number_of(f"{found['head']}{first}号")
    return [DocNo(head.prefix, head.year, number) for number in range(first, last + 1)]


def reserve(
    writer: Writer, numbers: Sequence[DocNo], *, by: str, reason: str, until: date | None
) -> list[LogLine]:
    """The numbers are kept for this person. Raises why one cannot be; then none is."""
    extra = {"until": until.isoformat()} if until else {}
    return _entered(writer, "reserve", numbers, _require_unused, by=by, reason=reason, extra=extra)


def void(writer: Writer, numbers: Sequence[DocNo], *, by: str, reason: str) -> list[LogLine]:
    """The numbers are never given again. Raises why one cannot be void; then none is."""
    return _entered(writer, "void", numbers, _require_voidable, by=by, reason=reason, extra={})


def external(writer: Writer, numbers: Sequence[DocNo], *, by: str, reason: str) -> list[LogLine]:
    """The numbers were used by business outside docgen. Raises why one cannot have been; then none is."""
    return _entered(writer, "external", numbers, _require_not_ours, by=by, reason=reason, extra={})


def following(register: Register, prefix: str, year: int, typed: Sequence[str]) -> DocNo:
    """The next number of a series."""
    return DocNo(prefix, year, register.next(prefix, year, typed))


def _entered(
    writer: Writer,
    event: str,
    numbers: Sequence[DocNo],
    require: Callable[[Entry, str], None],
    *,
    by: str,
    reason: str,
    extra: dict[str, str],
) -> list[LogLine]:
    for number in numbers:
        entry = writer.archive.register.entry(str(number))
        if entry is not None:
            require(entry, by)
    return [writer.note(event, by=by, reason=reason, doc_no=str(number), extra=extra) for number in numbers]


def _require_unused(entry: Entry, by: str) -> None:
    _require_not_ours(entry, by)
    if entry.state == OUTSIDE:
        raise NumberOutside(str(entry.doc_no), entry.line.reason)


def _require_not_ours(entry: Entry, by: str) -> None:
    number, line = str(entry.doc_no), entry.line
    if entry.state == USED:
        raise NumberTaken(number, "、".join(entry.objects))
    if entry.state == VOID:
        raise NumberVoid(number, line.reason)
    if entry.state == RESERVED and line.by != by:
        raise NumberReserved(number, line.by, line.extra.get("until", ""), line.reason)


def _require_voidable(entry: Entry, by: str) -> None:
    if entry.state == USED:
        raise StillUsed(str(entry.doc_no), entry.objects[0] if entry.objects else entry.line.by)
    if entry.state == VOID:
        raise NumberVoid(str(entry.doc_no), entry.line.reason)
