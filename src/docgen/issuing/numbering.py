"""Which number a paper is to bear: the one in its record, if it is free, or the next of its series."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from docgen.archive.register import OUTSIDE, RESERVED, USED, VOID, DocNo, Register
from docgen.build.given import number_places
from docgen.build.job import Job
from docgen.campaign.office import Office
from docgen.issuing.faults import (
    NoPrefix,
    NumberOfAnotherYear,
    NumberOutside,
    NumberReserved,
    NumberTaken,
    NumberVoid,
)
from docgen.issuing.issued import Issued
from docgen.official.models import PaperRecord
from docgen.official.numbers import tidy_number
from docgen.official.printed import series_key


@dataclass(frozen=True, slots=True)
class Wish:
    """What is known of a paper's number before the run: a number, or the series it is next in, or neither."""

    doc_no: str = ""
    series: tuple[str, int] | None = None  # prefix and year


def wish_of(job: Job, office: Office, current: Issued | None, day: date | None) -> Wish:
    """The number that the paper asks for. Raises NoPrefix."""
    if job.paper.number is None:
        return Wish()
    typed = typed_number(job, office) or (current.doc_no if current and not job.paper.number.at else "")
    if typed:
        return Wish(typed)
    prefix = _prefix(job, office)
    year = day.year if day else office.campaign.year
    return Wish(series=(prefix, year)) if prefix and year else Wish()


def typed_number(job: Job, office: Office) -> str:
    """The number in the record. A later place counts only for a number of the paper's series."""
    prefix = _known_prefix(job, office)
    for order, place in enumerate(number_places(job.paper, job.item_id)):
        record = job.branch if place.of_branch else office.committee
        if job.paper.scope == "paper" and isinstance(job.item, PaperRecord):
            value: object = tidy_number(job.item.number) if job.item.number else ""
        else:
            value = place.typed(record)
        parsed = DocNo.parse(value) if isinstance(value, str) else None
        if isinstance(value, str) and value and (not order or (parsed and parsed.prefix == prefix)):
            return value
    return ""


def _prefix(job: Job, office: Office) -> str:
    """The 代字 of the paper's series; "" for a paper whose numbers others give."""
    key = _key(job, office)
    prefix = _known_prefix(job, office)
    if key and not prefix:
        raise NoPrefix(key)
    return prefix


def _known_prefix(job: Job, office: Office) -> str:
    key = _key(job, office)
    known = office.committee.committee.doc_prefixes
    if job.paper.scope == "paper" and isinstance(job.item, PaperRecord):
        return known.get(job.item.genre, "") or known.get(key, "")
    return known.get(key, "")


def _key(job: Job, office: Office) -> str:
    if job.paper.scope == "paper" and isinstance(job.item, PaperRecord):
        return series_key(job.item)
    return job.paper.number.prefix if job.paper.number else ""


@dataclass(slots=True)
class Numbering:
    """The register at work. `typed` are the numbers in the records, asked for when a next one is wanted."""

    register: Callable[[], Register]
    typed: Callable[[], Sequence[str]]
    by: str
    today: date

    def require_free(self, doc_no: str, day: date | None) -> None:
        """The number may be given to a paper of this day, by this person. Raises why not."""
        parsed = DocNo.parse(doc_no)
        if parsed and day and parsed.year != day.year:
            raise NumberOfAnotherYear(doc_no, day)
        entry = self.register().entry(doc_no)
        if entry is None:
            return
        line = entry.line
        if entry.state == USED:
            raise NumberTaken(doc_no, "、".join(entry.objects))
        if entry.state == VOID:
            raise NumberVoid(doc_no, line.reason)
        if entry.state == OUTSIDE:
            raise NumberOutside(doc_no, line.reason)
        until = line.extra.get("until", "")
        has_lapsed = bool(until) and until < self.today.isoformat()
        if entry.state == RESERVED and line.by != self.by and not has_lapsed:
            raise NumberReserved(doc_no, line.by, until, line.reason)

    def following(self, series: tuple[str, int], count: int) -> list[str]:
        """The next numbers of a series."""
        prefix, year = series
        first = self.register().next(prefix, year, self.typed())
        return [str(DocNo(prefix, year, number)) for number in range(first, first + count)]
