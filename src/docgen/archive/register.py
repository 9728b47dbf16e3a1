"""The register of document numbers, derived from the log and never kept beside it.

Every number up to the highest is 已用, 预留, 作废 or 外用; what is none of these is a gap. Numbers of papers
received from others are none of ours.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from docgen.archive.entries import RECEIVE, LogLine
from docgen.findings import Finding, Severity

USED, RESERVED, VOID, OUTSIDE = "已用", "预留", "作废", "外用"
_STATES = {"reserve": RESERVED, "void": VOID, "external": OUTSIDE}
_DOC_NO = re.compile(r"(?P<prefix>[^\s〔〕]+)〔(?P<year>\d{4})〕(?P<number>\d{1,9})号")


class DocNo(NamedTuple):
    """A number taken apart: 示院党发〔2012〕11号. A tuple: registers look up thousands."""

    prefix: str
    year: int
    number: int

    @classmethod
    def parse(cls, text: str) -> "DocNo | None":
        """The number that `text` is; None if it is none."""
        found = _DOC_NO.fullmatch(text.strip())
        return cls(found["prefix"], int(found["year"]), int(found["number"])) if found else None

    def __str__(self) -> str:
        return f"{self.prefix}〔{self.year}〕{self.number}号"


@dataclass(frozen=True, slots=True)
class Entry:
    """What became of a number: `line` is the event that says so. `objects` are those that bear it."""

    doc_no: DocNo
    state: str
    line: LogLine
    objects: tuple[str, ...] = ()


class Register:
    """All numbers that the log knows."""

    __slots__ = ("_entries", "_highest", "_received")

    def __init__(self) -> None:
        self._entries: dict[DocNo, Entry] = {}
        self._highest: dict[tuple[str, int], int] = {}
        self._received: set[str] = set()

    @classmethod
    def from_lines(cls, lines: Iterable[LogLine]) -> "Register":
        """The register that these events make, in their order."""
        register = cls()
        for line in lines:
            register.add(line)
        return register

    def add(self, line: LogLine) -> None:
        """The event counts."""
        if line.event == RECEIVE:
            self._received.add(line.object)
        doc_no = DocNo.parse(line.doc_no) if line.doc_no and line.object not in self._received else None
        if doc_no is None:
            return
        before = self._entries.get(doc_no)
        self._entries[doc_no] = _after(before, doc_no, line)
        series = (doc_no.prefix, doc_no.year)
        self._highest[series] = max(self._highest.get(series, 0), doc_no.number)

    def state(self, doc_no: str) -> str | None:
        """已用, 预留, 作废 or 外用; None for a number that is free."""
        entry = self.entry(doc_no)
        return entry.state if entry else None

    def entry(self, doc_no: str) -> Entry | None:
        """What is known of the number."""
        parsed = DocNo.parse(doc_no)
        return self._entries.get(parsed) if parsed else None

    def next(self, prefix: str, year: int, typed: Iterable[str] = ()) -> int:
        """The number after the highest in the log and among those `typed` in records."""
        numbers = (DocNo.parse(one) for one in typed)
        ours = [one.number for one in numbers if one and (one.prefix, one.year) == (prefix, year)]
        return max(self._highest.get((prefix, year), 0), *ours, 0) + 1

    def all(self) -> list[Entry]:
        """Every number, by series."""
        return [self._entries[doc_no] for doc_no in sorted(self._entries)]

    def findings(self, typed: Iterable[str] = (), on: date | None = None) -> list[Finding]:
        """Gaps (警告) and doubles (错误); with `on` also reservations that have run out (提示).

        A number that is `typed` in a record leaves no gap, though it is not issued yet.
        """
        spoken_for = {parsed for one in typed if (parsed := DocNo.parse(one))}
        found = [*self._doubles(), *self._gaps(spoken_for)]
        return found if on is None else [*found, *self._expired(on)]

    def _doubles(self) -> Iterator[Finding]:
        for entry in self.all():
            if len(entry.objects) > 1 or (entry.objects and entry.state == OUTSIDE):
                holders = "、".join([*entry.objects, *([_who(entry.line)] if entry.state == OUTSIDE else [])])
                message = f"{entry.doc_no} 重号：{holders}"
                remedy = "请核对哪一份应使用这个编号，另一份重新编号印发"
                yield Finding("V82", Severity.ERROR, message, remedy)

    def _gaps(self, spoken_for: set[DocNo]) -> Iterator[Finding]:
        for (prefix, year), highest in sorted(self._highest.items()):
            free = [
                number
                for number in range(1, highest)
                if DocNo(prefix, year, number) not in self._entries
                and DocNo(prefix, year, number) not in spoken_for
            ]
            for first, last in _runs(free):
                numbers = f"{first}号" if first == last else f"{first}—{last}号"
                yield Finding(
                    "V81",
                    Severity.WARNING,
                    f"{prefix}〔{year}〕{numbers} 没有登记",
                    "别处用过的请执行 docgen number external 登记，不再使用的请执行 docgen number void 作废",
                )

    def _expired(self, on: date) -> Iterator[Finding]:
        for entry in self.all():
            until = entry.line.extra.get("until", "")
            if entry.state == RESERVED and until and until < on.isoformat():
                yield Finding(
                    "V83",
                    Severity.INFO,
                    f"{entry.doc_no} 由{entry.line.by}预留到 {until}，已经过期",
                    "请尽快印发使用，或执行 docgen number void 作废",
                )


def _after(before: Entry | None, doc_no: DocNo, line: LogLine) -> Entry:
    state = _STATES.get(line.event, USED)
    objects = before.objects if before else ()
    if state == USED and line.object and line.object not in objects:
        objects = (*objects, line.object)
    if before and before.state == USED and state == USED:
        return Entry(doc_no, USED, before.line, objects)  # the event that used it first stands
    return Entry(doc_no, state, line, objects)


def _who(line: LogLine) -> str:
    return f"外用（{line.reason or line.by}）"


def _runs(numbers: Iterable[int]) -> Iterator[tuple[int, int]]:
    first = last = None
    for number in numbers:
        if last is None or number != last + 1:
            if first is not None and last is not None:
                yield first, last
            first = number
        last = number
    if first is not None and last is not None:
        yield first, last
