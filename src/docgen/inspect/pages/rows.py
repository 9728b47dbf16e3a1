"""A line of text on a page as a clerk would describe it: how large, in which face, how far from the edges."""

from collections import Counter
from dataclasses import dataclass

from docgen.inspect.elements.look import Align
from docgen.inspect.geometry import Box
from docgen.inspect.lettering import TextLine, is_bold
from docgen.inspect.typeface import Typeface, typeface_of

_CENTRED_CHARS = 1.0
_SHORT_CHARS = 1.2
_FAR_CHARS = 8.0


@dataclass(frozen=True, slots=True)
class Edges:
    """Where the text of a paper begins and ends across the page, and the width of its character cell."""

    left_mm: float
    right_mm: float
    cell_mm: float

    @property
    def chars(self) -> float:
        """How many characters lie between the edges."""
        return (self.right_mm - self.left_mm) / self.cell_mm


@dataclass(frozen=True, slots=True)
class Row:
    """One line. `left_chars` and `right_chars` count from the edges of the text, in characters of 3号."""

    line: TextLine
    text: str
    cells: Box
    ink: Box
    size_pt: float
    face: Typeface
    is_red: bool
    is_bold: bool
    left_chars: float
    right_chars: float

    @property
    def align(self) -> Align:
        """What the empty space on both sides looks like."""
        if self.left_chars > _SHORT_CHARS and self.is_even:
            return Align.CENTER
        if self.left_chars > _FAR_CHARS and self.left_chars > 2 * self.right_chars:
            return Align.RIGHT
        return Align.LEFT

    @property
    def is_even(self) -> bool:
        """Whether it is as far from one edge as from the other."""
        return abs(self.left_chars - self.right_chars) < _CENTRED_CHARS

    @property
    def is_full(self) -> bool:
        """Whether it reaches the right edge, give or take a mark or a word that went to the next line."""
        return self.right_chars < 2.0


def row_of(line: TextLine, edges: Edges, *, is_red: bool) -> Row:
    """The row of a line, by its characters; of their colour only the ink knows."""
    cells, ink = line.cells, line.ink
    sizes = Counter(round(char.size_pt * 2) / 2 for char in line.chars if not char.text.isspace())
    fonts = Counter(char.font for char in line.chars if char.width_in_cells == 1.0) or Counter(
        char.font for char in line.chars
    )
    font = fonts.most_common(1)[0][0]
    return Row(
        line,
        line.text,
        cells,
        ink,
        sizes.most_common(1)[0][0],
        typeface_of(font),
        is_red,
        is_bold(line.chars),
        (cells.left_mm - edges.left_mm) / edges.cell_mm,
        (edges.right_mm - cells.right_mm) / edges.cell_mm,
    )
