"""How a paragraph or a block of a page looks: all that recognition goes by."""

from dataclasses import dataclass
from enum import StrEnum

from docgen.inspect.typeface import Typeface


class Align(StrEnum):
    """How a line stands between its edges; a PDF's is a guess from where the ink is."""

    LEFT = "left"
    CENTER = "center"
    RIGHT = "right"
    BOTH = "both"


class Place(StrEnum):
    """Where a paragraph stands: in the flow, in a cell, in a text box, above or below the text area."""

    FLOW = "flow"
    CELL = "cell"
    BOX = "box"
    HEADER = "header"
    FOOTER = "footer"


@dataclass(frozen=True, slots=True)
class Look:
    """Text and appearance; 0 and UNKNOWN where they could not be found out.

    `text` has newlines for line breaks that the writer set, tabs for wide gaps. `left_chars` is the empty
    space before the text and `right_chars` the space behind it, in characters of 3号, spaces that were
    typed included. `table` and `row` count from 1 (0: in none). `style` is a hint of last resort.
    """

    text: str
    place: Place = Place.FLOW
    align: Align = Align.LEFT
    face: Typeface = Typeface.UNKNOWN
    size_pt: float = 0.0
    is_red: bool = False
    is_bold: bool = False
    left_chars: float = 0.0
    right_chars: float = 0.0
    starts_page: bool = False
    page: int = 0
    table: int = 0
    row: int = 0
    style: str = ""
