"""Characters and lines of text on a page, from what a PDF says of its glyphs."""

import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from docgen.inspect.geometry import MM_PER_POINT, Box, around

# Han beside digits, sub- and superscripts keep within this of one baseline; rows are 3 mm apart or more.
_SAME_LINE_MM = 1.0
_WIDE_GAP_EMS = 1.5


@dataclass(frozen=True, slots=True)
class Char:
    """One character: its cell (from one advance to the next) and its ink (the glyph's own outline).

    Gaps, alignment and indents are judged by cells, touching and margins by ink (gbt9704 P, B13).
    """

    text: str
    cell: Box
    ink: Box
    baseline_mm: float
    font: str
    size_pt: float
    turned_degrees: int = 0
    is_bold: bool = False

    @property
    def width_in_cells(self) -> float:
        """1 for a full-width character, one half for a digit or a Latin letter."""
        return 1.0 if unicodedata.east_asian_width(self.text) in "WFA" else 0.5


@dataclass(frozen=True, slots=True)
class TextLine:
    """Characters on one baseline, from left to right."""

    chars: tuple[Char, ...]

    @property
    def text(self) -> str:
        """What it says; a gap wider than a character and a half reads as a tab."""
        parts = [self.chars[0].text]
        for before, char in zip(self.chars, self.chars[1:], strict=False):
            gap_mm = char.cell.left_mm - before.cell.right_mm
            parts.append("\t" if gap_mm > _WIDE_GAP_EMS * char.size_pt * MM_PER_POINT else "")
            parts.append(char.text)
        return "".join(parts)

    @property
    def cells(self) -> Box:
        """From the first character's cell to the last one's."""
        return around(char.cell for char in self.chars)

    @property
    def ink(self) -> Box:
        return around(char.ink for char in self.chars if not char.text.isspace())

    @property
    def baseline_mm(self) -> float:
        return self.chars[0].baseline_mm

    @property
    def width_in_cells(self) -> float:
        """How many full-width characters it counts, by the kind of its characters."""
        return sum(char.width_in_cells for char in self.chars)

    @property
    def fonts(self) -> frozenset[str]:
        return frozenset(char.font for char in self.chars)

    def find(self, wanted: str) -> list["TextLine"]:
        """The parts of the line that say `wanted`, white space aside."""
        solid = [char for char in self.chars if not char.text.isspace()]
        text, sought = "".join(char.text for char in solid), "".join(wanted.split())
        starts = [at for at in range(len(text)) if text.startswith(sought, at)] if sought else []
        return [TextLine(tuple(solid[at : at + len(sought)])) for at in starts]


def is_han(text: str) -> bool:
    """Whether the character is a Chinese one."""
    return "一" <= text <= "鿿"


def is_bold(chars: Iterable[Char]) -> bool:
    """Whether half of the characters or more are bold."""
    shown = [char.is_bold for char in chars if not char.text.isspace()]
    return bool(shown) and 2 * sum(shown) >= len(shown)


def lines_of(chars: Iterable[Char]) -> tuple[TextLine, ...]:
    """The upright characters as lines, from the top of the page to its bottom."""
    upright = sorted((char for char in chars if not char.turned_degrees), key=lambda char: char.baseline_mm)
    return _grouped(upright, lambda char: char.cell.left_mm)


def turned_lines_of(chars: Iterable[Char]) -> tuple[TextLine, ...]:
    """The characters that stand on their side, as lines in reading direction."""
    turned = [char for char in chars if char.turned_degrees]
    down = sorted((char for char in turned if char.turned_degrees == 90), key=lambda char: char.baseline_mm)
    up = sorted((char for char in turned if char.turned_degrees != 90), key=lambda char: char.baseline_mm)
    return _grouped(down, lambda char: char.cell.top_mm) + _grouped(up, lambda char: -char.cell.top_mm)


def in_reading_order(drawn: Iterable[Char]) -> Iterator[Char]:
    """The characters as they were set, column by column of a table.

    LibreOffice draws the rare characters of a line (another font's) after the rest of it.
    """
    stretch: list[Char] = []
    for char in drawn:
        if stretch and abs(char.baseline_mm - stretch[-1].baseline_mm) >= _SAME_LINE_MM:
            yield from sorted(stretch, key=lambda one: one.cell.left_mm)
            stretch = []
        stretch.append(char)
    yield from sorted(stretch, key=lambda one: one.cell.left_mm)


def _grouped(by_baseline: Sequence[Char], along: Callable[[Char], float]) -> tuple[TextLine, ...]:
    groups: list[list[Char]] = []
    for char in by_baseline:
        if groups and char.baseline_mm - groups[-1][0].baseline_mm < _SAME_LINE_MM:
            groups[-1].append(char)
        else:
            groups.append([char])
    lines = (TextLine(_trimmed(sorted(group, key=along))) for group in groups)
    return tuple(line for line in lines if line.chars)


def _trimmed(chars: list[Char]) -> tuple[Char, ...]:
    # Spaces at either end have no ink and would move the line's edges.
    solid = [index for index, char in enumerate(chars) if not char.text.isspace()]
    return tuple(chars[solid[0] : solid[-1] + 1]) if solid else ()
