"""Where signature and date of a document stand, in characters from the right edge (7.3.5)."""

import re
from dataclasses import dataclass
from typing import Generic, TypeVar

from docgen.inspect.bearings import span_chars
from docgen.inspect.document.model import Paragraph
from docgen.inspect.elements import Element, Place
from docgen.inspect.geometry import Box, around
from docgen.inspect.lettering import Char, TextLine
from docgen.inspect.pages.view import PageBlock
from docgen.inspect.seen import Seen
from docgen.layout.gbt9704 import CHARS_PER_ROW, SEALED_DATE_RIGHT_CHARS, UNSEALED_RIGHT_CHARS
from docgen.text.width import width_em

# A program that sets room beside digits makes a date up to a character wider.
_SLACK, _PAGE_SLACK, _CENTRE_SLACK, _START_SLACK = 0.4, 0.9, 0.8, 0.8
_SHIFT, _ROUNDING = 2.0, 0.1
_GAP = re.compile(r"[ \u3000]{2,}")  # between organs side by side
_GAP_CELLS = 1.5
_NAME_CHARS_MIN = 3
_DAY = re.compile(r"\d日$")

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Spans:
    """From where to where one name and the date below it reach, in characters from the left edge.

    `slack` is what the date's right end may be off, `widened` how much longer a program has made the date
    than its characters are.
    """

    name_span: tuple[float, float]
    date_span: tuple[float, float]
    slack: float = _SLACK
    widened: float = 0.0

    @property
    def date_right(self) -> float:
        return CHARS_PER_ROW - self.date_span[1]

    @property
    def name_right(self) -> float:
        return CHARS_PER_ROW - self.name_span[1]

    @property
    def is_sealed_right(self) -> bool:
        """Whether they stand as a paper with a seal has them: the date four in, the name centred on it."""
        is_long = self.name_width - self.date_width > 2 * SEALED_DATE_RIGHT_CHARS
        is_at = abs(self.date_right - SEALED_DATE_RIGHT_CHARS) <= max(self.slack, self.widened + 0.2) or (
            is_long and self.name_right >= -self.slack
        )
        return is_at and abs(self.centre_off) <= _CENTRE_SLACK + self.slack - _SLACK

    @property
    def is_unsealed_right(self) -> bool:
        """Whether they stand as a paper without a seal has them."""
        if self.name_width >= self.date_width - self.widened - _ROUNDING:
            starts_right = abs(self.date_span[0] - self.name_span[0] - _SHIFT) <= self._start_slack
            is_short = (
                self.name_width - self.date_width < _SHIFT and abs(self.date_right - _SHIFT) <= self.slack
            )
            return abs(self.name_right - UNSEALED_RIGHT_CHARS) <= self.slack and (starts_right or is_short)
        wanted = 2 * UNSEALED_RIGHT_CHARS + self.date_width - self.name_width
        return (
            abs(self.date_right - UNSEALED_RIGHT_CHARS) <= self.slack
            and abs(self.name_right - wanted) <= self._start_slack
        )

    @property
    def _start_slack(self) -> float:
        # A date that a program has made wider by a character begins so much further left.
        return _START_SLACK + 2 * (self.slack - _SLACK)

    @property
    def centre_off(self) -> float:
        """How far the name's middle is right of the date's."""
        return (sum(self.name_span) - sum(self.date_span)) / 2

    @property
    def name_width(self) -> float:
        return self.name_span[1] - self.name_span[0]

    @property
    def date_width(self) -> float:
        return self.date_span[1] - self.date_span[0]


@dataclass(frozen=True, slots=True)
class Signing(Generic[T]):
    """The date and the name above it, both in one line each, and where they stand.

    Where several organs sign, `name` is the last one's row, `first` the first one's, `spans` are the last
    name's, and `others` those of the names before it.
    """

    first: T
    name: T
    date: T
    spans: Spans
    others: tuple[Spans, ...] = ()

    @property
    def is_joint(self) -> bool:
        """Whether several organs sign."""
        return bool(self.others)

    @property
    def is_right(self) -> bool:
        """Whether they stand as a paper with a seal has them, or one without.

        Without seals the names of several organs stand one below the other, the date under any of them.
        """
        if self.spans.is_sealed_right or self.spans.is_unsealed_right:
            return True
        if not self.is_joint:
            return False
        is_at_edge = abs(self.spans.date_right - UNSEALED_RIGHT_CHARS) <= self.spans.slack
        return is_at_edge or any(other.is_unsealed_right for other in self.others)


def signing_of(seen: Seen) -> Signing[Paragraph] | None:
    """Names and date, where they stand in the flow and their places can be told."""
    names, dates = seen.paragraphs(Element.SIGNATURE), seen.paragraphs(Element.DATE)
    if not names or len(dates) != 1 or any(one.place is not Place.FLOW for one in (*names, *dates)):
        return None
    if not _DAY.search(dates[0].text.strip()):
        return None  # an open date is written in by hand
    date_span = span_chars(dates[0])
    spans = [span for name in names for span in _spans_in(name)]
    if date_span is None or None in spans:
        return None
    *others, last = [Spans(span, date_span) for span in spans if span is not None]
    return Signing(names[0], names[-1], dates[0], last, tuple(others))


def _spans_in(row: Paragraph) -> list[tuple[float, float] | None]:
    """Where each name of a row is; None for what nobody can tell."""
    whole = span_chars(row)
    parts = [part for part in _GAP.split(row.text.strip()) if part]
    if whole is None or len(parts) == 1:
        return [whole]
    if any(len(part) < _NAME_CHARS_MIN for part in parts):
        return [None]  # one name, set apart
    found: list[tuple[float, float] | None] = []
    at = 0
    for part in parts:
        at = row.text.strip().index(part, at)
        start = whole[0] + width_em(row.text.strip()[:at])
        found.append((start, start + width_em(part)))
        at += len(part)
    return found


def signing_on_page(seen: Seen) -> Signing[PageBlock] | None:
    """Names and date on a page that can be measured, in no ruled table."""
    names, dates = seen.blocks(Element.SIGNATURE), seen.blocks(Element.DATE)
    if seen.pages is None or not names or len(dates) != 1 or seen.pages.has_substitutes:
        return None
    both = (*names, *dates)
    if any(one.look.place is not Place.FLOW or one.page != dates[0].page for one in both):
        return None
    if len(dates[0].lines) != 1 or "\t" in dates[0].text or not _DAY.search(dates[0].text.strip()):
        return None
    parts = [part for name in names for line in name.lines for part in _parts(line, seen.numbers.cell_mm)]
    if len(parts) > 1 and any(len(part) < _NAME_CHARS_MIN for part in parts):
        return None
    date_span = _span(seen, dates[0].cells)
    widened = max(0.0, date_span[1] - date_span[0] - width_em(dates[0].text.strip()))
    areas = [around(char.cell for char in part) for part in parts]
    *others, last = [Spans(_span(seen, area), date_span, _PAGE_SLACK, widened) for area in areas]
    return Signing(names[0], names[-1], dates[0], last, tuple(others))


def _parts(line: TextLine, cell_mm: float) -> list[list[Char]]:
    """The characters of a row, parted where a gap shows that another name begins."""
    parts: list[list[Char]] = []
    for char in line.chars:
        if not char.text.strip():
            continue
        if not parts or char.cell.left_mm - parts[-1][-1].cell.right_mm > _GAP_CELLS * cell_mm:
            parts.append([])
        parts[-1].append(char)
    return parts


def _span(seen: Seen, cells: Box) -> tuple[float, float]:
    left_mm, cell_mm = seen.numbers.left_mm, seen.numbers.cell_mm
    return (cells.left_mm - left_mm) / cell_mm, (cells.right_mm - left_mm) / cell_mm
