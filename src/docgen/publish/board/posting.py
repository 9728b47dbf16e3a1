"""What the noticeboard shows, as plain values: nothing here leads back to a record."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from docgen.text.workdays import Calendar


@dataclass(frozen=True, slots=True)
class Supervision:
    """How members and masses may comment on one posting (R29)."""

    phone: str = ""
    receiver: str = ""
    email: str = ""
    box: str = ""

    def __bool__(self) -> bool:
        """Whether any way is open."""
        return bool(self.phone or self.email or self.box)


@dataclass(frozen=True, slots=True)
class Desk:
    """A department of the committee that answers the public."""

    name: str
    phone: str
    email: str
    room: str
    hours: str


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of ready texts under their headings; `state` is the column that says how far each row is."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    state: int = -1
    done: tuple[bool, ...] = ()  # of each row, where there is such a column


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with its paragraphs and perhaps a table."""

    heading: str = ""
    paragraphs: tuple[str, ...] = ()
    table: Table | None = None


@dataclass(frozen=True, slots=True)
class Count:
    """So many of so many: pledges kept, deeds done."""

    done: int
    total: int

    @property
    def percent(self) -> int:
        """Rounded down, so that 100 means all of them."""
        return self.done * 100 // self.total if self.total else 0


@dataclass(frozen=True, slots=True)
class Posting:
    """One posted paper with its page."""

    board: str  # notice, result, pledge, explanation, deeds or other
    page: str
    title: str
    owner: str
    posted_on: date | None = None
    start: date | None = None
    end: date | None = None
    period_text: str = ""
    channels_text: str = ""
    lead: str = ""
    sections: tuple[Section, ...] = ()
    count: Count | None = None
    supervision: Supervision = Supervision()
    draft: bool = False
    code_svg: str = ""  # leads to the page from a printed copy or a screen

    @property
    def has_period(self) -> bool:
        """Whether it hangs from one day to another, as notices do."""
        return self.board in ("notice", "result")


@dataclass(frozen=True, slots=True)
class Board:
    """All that is posted by one committee."""

    committee: str
    title: str
    as_of: date
    calendar: Calendar
    desks: tuple[Desk, ...]
    postings: tuple[Posting, ...]

    def of(self, *boards: str) -> tuple[Posting, ...]:
        """The postings of these sorts."""
        return tuple(posting for posting in self.postings if posting.board in boards)

    def total(self, board: str) -> Count:
        """The counts of one sort together."""
        return _sum([posting.count for posting in self.of(board) if posting.count])


def _sum(counts: Sequence[Count]) -> Count:
    return Count(sum(count.done for count in counts), sum(count.total for count in counts))
