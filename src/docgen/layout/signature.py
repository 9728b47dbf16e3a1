"""Where the signature and the date stand under a paper (7.3.5).

Unit: one character of 3号 (5.571 mm); a digit is half of one, so “2012年5月29日” is 6.5 wide.
LibreOffice 7.4 puts space between Han and digits whatever the document says, so a date is wider
there than in Word. Sealed, 署名 and date are therefore centred between the same two indents: their
centres agree in every renderer. Unsealed, what counts is where the lines begin: they stand left.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from docgen.layout.gbt9704 import CELL, CHARS_PER_ROW, SEALED_DATE_RIGHT_CHARS, UNSEALED_RIGHT_CHARS, twips
from docgen.layout.spacing import room_beside_latin, width_with_room
from docgen.text.width import width_em


@dataclass(frozen=True, slots=True)
class Placement:
    """Left and right indent in characters, and how the line stands between them."""

    left: float
    right: float
    align: str

    @property
    def left_twips(self) -> int:
        return twips(self.left * CELL.mm)

    @property
    def right_twips(self) -> int:
        return twips(self.right * CELL.mm)

    @property
    def centre_from_right(self) -> float:
        """The middle between the indents, from the right edge of the text area, in characters."""
        return (self.right + CHARS_PER_ROW - self.left) / 2


def sealed_right(date: float, org: float) -> tuple[float, float]:
    """Right distances of date and 署名, for one organ with a seal: the date four characters in."""
    org_right = SEALED_DATE_RIGHT_CHARS + (date - org) / 2
    shift = max(0.0, -org_right)
    return SEALED_DATE_RIGHT_CHARS + shift, org_right + shift


def unsealed_right(date: float, org: float) -> tuple[float, float]:
    """Right distances of date and 署名 without a seal: the date begins two characters after 署名."""
    least = float(UNSEALED_RIGHT_CHARS)
    if date > org:
        return least, 2 * least + date - org
    return org - date, least


def place_signature(orgs: Sequence[str], date: str, *, sealed: bool) -> tuple[Placement, Placement]:
    """Where the 署名 lines stand and where the date does."""
    # A name longer than a row breaks in the middle of the text area; the arithmetic ends there.
    org_width = min(max((width_em(org) for org in orgs), default=0.0), CHARS_PER_ROW)
    date_width = width_em(date)
    if sealed:
        right, _ = sealed_right(date_width, org_width)
        both = _centred(right + date_width / 2, [*orgs, date])
        return both, both
    date_right, org_right = unsealed_right(date_width, org_width)
    return _flush(org_right, org_width, list(orgs)), _flush(date_right, date_width, [date])


def _centred(centre: float, lines: Sequence[str]) -> Placement:
    half = min(max(width_with_room(line) for line in lines) / 2, CHARS_PER_ROW - centre)
    return Placement(round(CHARS_PER_ROW - centre - half, 3), round(centre - half, 3), "center")


def _flush(right: float, width: float, lines: Sequence[str]) -> Placement:
    # The room may reach into the page's margin: without it the date would break.
    room = max((room_beside_latin(line) for line in lines), default=0.0)
    return Placement(max(0.0, round(CHARS_PER_ROW - right - width, 3)), round(right - room, 3), "left")
