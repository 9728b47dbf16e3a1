"""number reserve, void, external: numbers entered into the register by hand."""

import re
from collections.abc import Callable, Sequence
from datetime import date
from difflib import get_close_matches

from docgen.archive.entries import LogLine
from docgen.archive.register import DocNo
from docgen.archive.writer import Writer
from docgen.build.office import load_office
from docgen.campaign.office import Office
from docgen.errors import DocgenError
from docgen.issuing.office import office_of
from docgen.issuing.register_entries import external, following, numbers_of, reserve, void
from docgen.issuing.said import Said
from docgen.issuing.typed import typed_numbers
from docgen.workspace import Workspace

_YEAR = re.compile(r"[〔\[［【(（]\s*\d|\d\s*号")

_Enter = Callable[..., list[LogLine]]


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


def number_reserve(
    workspace: Workspace,
    names: Sequence[str],
    said: Said,
    *,
    year: int | None,
    until: date | None,
    today: date,
) -> list[LogLine]:
    """The numbers are reserved; a name that is a 代字, or a key of 机关代字, gets the next of its series."""
    act = said.act()
    if until is not None and until < today:
        raise LapsedBeforehand(until)
    is_series = any(not _is_number(name) for name in names)
    office = office_of(load_office(workspace, None, today)) if is_series else None
    with said.writer(workspace) as writer:
        lines: list[LogLine] = []
        for name in names:
            if _is_number(name):
                numbers = numbers_of(name)
            else:
                assert office is not None  # noqa: S101  asked for above
                of_year = year or office.campaign.year or today.year
                prefix = _prefix(writer, office, name.strip(), of_year)
                numbers = [following(writer.archive.register, prefix, of_year, typed_numbers(office))]
            lines += reserve(writer, numbers, by=act.by, reason=act.reason, until=until)
        return lines


def _prefix(writer: Writer, office: Office, name: str, year: int) -> str:
    """The 代字 that is meant. Raises UnknownPrefix: a slip of the pen must not begin a series."""
    told = office.committee.committee.doc_prefixes
    numbers = [DocNo.parse(number) for number in typed_numbers(office)]
    numbers += [entry.doc_no for entry in writer.archive.register.all()]
    known = {*told.values(), *(number.prefix for number in numbers if number)}
    if name not in told and name not in known:
        raise UnknownPrefix(name, [*told, *sorted(known)], year)
    return told.get(name, name)


def number_void(workspace: Workspace, names: Sequence[str], said: Said) -> list[LogLine]:
    """The numbers are void, with their reason. Raises Unsaid."""
    return _entered(workspace, names, said, void)


def number_external(workspace: Workspace, names: Sequence[str], said: Said) -> list[LogLine]:
    """The numbers are registered as used outside docgen. Raises Unsaid."""
    return _entered(workspace, names, said, external)


def _entered(workspace: Workspace, names: Sequence[str], said: Said, enter: _Enter) -> list[LogLine]:
    act = said.act()
    numbers = [number for name in names for number in numbers_of(name)]
    with said.writer(workspace) as writer:
        return enter(writer, numbers, by=act.by, reason=act.reason)


def _is_number(name: str) -> bool:
    """Whether it is meant as a number, with its year; a 代字 has none."""
    return _YEAR.search(name) is not None
