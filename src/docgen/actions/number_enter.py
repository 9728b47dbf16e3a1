"""number reserve, void, external: numbers entered into the register by hand."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches

from docgen.archive.entries import LogLine
from docgen.archive.register import DocNo
from docgen.archive.writer import Writer, writing
from docgen.build.office import load_office
from docgen.build.wanted import NoOffice
from docgen.campaign.office import Office
from docgen.errors import DocgenError
from docgen.issuing.faults import Unsaid
from docgen.issuing.register_entries import external, following, numbers_of, reserve, void
from docgen.issuing.typed import typed_numbers
from docgen.workspace import Workspace

_YEAR = re.compile(r"[〔\[［【(（]\s*\d|\d\s*号")


class LapsedBeforehand(DocgenError):
    """A reservation that ends before it begins."""

    exit_status = 2

    def __init__(self, until: date) -> None:
        super().__init__(f"预留的截止日期 {until.isoformat()} 已经过去", "请写今天或以后的日期")


class UnknownPrefix(DocgenError):
    """Neither a key of 机关代字 nor a 代字 that has been used: most likely a slip of the pen."""

    exit_status = 2

    def __init__(self, name: str, known: Sequence[str], year: int) -> None:
        near = get_close_matches(name, known, n=2, cutoff=0.5)
        remedy = f"是否想写“{'”“'.join(near)}”？" if near else ""
        remedy += f"确是新的代字，请写全文号，如 {name}〔{year}〕1号"
        super().__init__(f"没有代字“{name}”", remedy)


@dataclass(frozen=True, slots=True)
class Entered:
    """Who enters numbers, why, and how long to wait for the archive."""

    by: str
    reason: str
    wait_seconds: float = 60

    def require(self) -> None:
        """Raises Unsaid."""
        if not self.by.strip():
            raise Unsaid("--by", "经办人")
        if not self.reason.strip():
            raise Unsaid("--reason", "事由")


def number_reserve(
    workspace: Workspace,
    names: Sequence[str],
    said: Entered,
    *,
    year: int | None,
    until: date | None,
    today: date,
) -> list[LogLine]:
    """The numbers are reserved; a name that is a 代字, or a key of 机关代字, gets the next of its series."""
    said.require()
    if until is not None and until < today:
        raise LapsedBeforehand(until)
    office = _office(workspace, today) if any(not _is_number(name) for name in names) else None

    def entered(writer: Writer) -> list[LogLine]:
        lines: list[LogLine] = []
        for name in names:
            if _is_number(name):
                numbers = numbers_of(name)
            else:
                assert office is not None  # noqa: S101  asked for above
                of_year = year or office.campaign.year or today.year
                prefix = _prefix(writer, office, name.strip(), of_year)
                numbers = [following(writer.archive.register, prefix, of_year, typed_numbers(office))]
            lines += reserve(writer, numbers, by=said.by.strip(), reason=said.reason.strip(), until=until)
        return lines

    return _written(workspace, said, entered)


def _prefix(writer: Writer, office: Office, name: str, year: int) -> str:
    """The 代字 that is meant. Raises UnknownPrefix: a slip of the pen must not begin a series."""
    told = office.committee.committee.doc_prefixes
    numbers = [DocNo.parse(number) for number in typed_numbers(office)]
    numbers += [entry.doc_no for entry in writer.archive.register.all()]
    known = {*told.values(), *(number.prefix for number in numbers if number)}
    if name not in told and name not in known:
        raise UnknownPrefix(name, [*told, *sorted(known)], year)
    return told.get(name, name)


def number_void(workspace: Workspace, names: Sequence[str], said: Entered) -> list[LogLine]:
    """The numbers are void, with their reason."""
    said.require()
    numbers = [number for name in names for number in numbers_of(name)]
    by, reason = said.by.strip(), said.reason.strip()
    return _written(workspace, said, lambda writer: void(writer, numbers, by=by, reason=reason))


def number_external(workspace: Workspace, names: Sequence[str], said: Entered) -> list[LogLine]:
    """The numbers are registered as used outside docgen."""
    said.require()
    numbers = [number for name in names for number in numbers_of(name)]
    by, reason = said.by.strip(), said.reason.strip()
    return _written(workspace, said, lambda writer: external(writer, numbers, by=by, reason=reason))


def _written(workspace: Workspace, said: Entered, enter: Callable[[Writer], list[LogLine]]) -> list[LogLine]:
    with writing(workspace.archive, by=said.by.strip(), wait_seconds=said.wait_seconds) as writer:
        return enter(writer)


def _is_number(name: str) -> bool:
    """Whether it is meant as a number, with its year; a 代字 has none."""
    return _YEAR.search(name) is not None


def _office(workspace: Workspace, today: date) -> Office:
    loaded = load_office(workspace, None, today)
    if loaded.office is None:
        raise NoOffice(loaded.findings[0])
    return loaded.office
