"""Where signature and date of a document stand, in characters from the right edge (7.3.5)."""

import re
from dataclasses import dataclass

from docgen.inspect.bearings import span_chars
from docgen.inspect.document.model import Paragraph
from docgen.inspect.elements import Element, Place
from docgen.inspect.pages.view import PageBlock
from docgen.inspect.seen import Seen
from docgen.layout.gbt9704 import CHARS_PER_ROW, SEALED_DATE_RIGHT_CHARS, UNSEALED_RIGHT_CHARS

# A program that sets room beside digits makes a date up to a character wider.
_SLACK, _PAGE_SLACK, _CENTRE_SLACK, _START_SLACK = 0.4, 0.9, 0.8, 0.8
_SHIFT = 2.0
_SEVERAL = re.compile(r"\S[ \u3000\t]{2,}\S")  # organs side by side


@dataclass(frozen=True, slots=True)
class Spans:
    """From where to where one name and the date below it reach, in characters from the left edge.

    `slack` is what the date's right end may be off.
    """

    name_span: tuple[float, float]
    date_span: tuple[float, float]
    slack: float = _SLACK

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
        is_at = abs(self.date_right - SEALED_DATE_RIGHT_CHARS) <= self.slack or (
            is_long and self.name_right >= -self.slack
        )
        return is_at and abs(self.centre_off) <= _CENTRE_SLACK + self.slack - _SLACK

    @property
    def is_unsealed_right(self) -> bool:
        """Whether they stand as a paper without a seal has them."""
        if self.name_width >= self.date_width:
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
class Signing:
    """The one name above the date, both in one line each, and where they stand."""

    name: Paragraph
    date: Paragraph
    spans: Spans


def signing_of(seen: Seen) -> Signing | None:
    """Name and date, where one organ signs in the flow and their places can be told."""
    names, dates = seen.paragraphs(Element.SIGNATURE), seen.paragraphs(Element.DATE)
    if (
        len(names) != 1
        or len(dates) != 1
        or _SEVERAL.search(names[0].text.strip())
        or any(one.place is not Place.FLOW for one in (*names, *dates))
    ):
        return None
    if not re.search(r"\d日$", dates[0].text.strip()):
        return None  # an open date is written in by hand
    name_span, date_span = span_chars(names[0]), span_chars(dates[0])
    if name_span is None or date_span is None:
        return None
    return Signing(names[0], dates[0], Spans(name_span, date_span))


@dataclass(frozen=True, slots=True)
class SigningOnPage:
    """The same on a page of a PDF."""

    name: PageBlock
    date: PageBlock
    spans: Spans


def signing_on_page(seen: Seen) -> SigningOnPage | None:
    """Name and date on a page that can be measured, under no table and with no seal over them."""
    names, dates = seen.blocks(Element.SIGNATURE), seen.blocks(Element.DATE)
    if seen.pages is None or len(names) != 1 or len(dates) != 1 or names[0].page != dates[0].page:
        return None
    both = (names[0], dates[0])
    if any(one.look.place is not Place.FLOW or len(one.lines) != 1 or "\t" in one.text for one in both):
        return None
    if seen.pages.has_substitutes or not re.search(r"\d日$", dates[0].text.strip()):
        return None
    return SigningOnPage(names[0], dates[0], Spans(_span(seen, names[0]), _span(seen, dates[0]), _PAGE_SLACK))


def _span(seen: Seen, block: PageBlock) -> tuple[float, float]:
    left_mm, cell_mm = seen.numbers.left_mm, seen.numbers.cell_mm
    return (block.cells.left_mm - left_mm) / cell_mm, (block.cells.right_mm - left_mm) / cell_mm
