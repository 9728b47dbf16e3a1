"""Where the parts of a letter's head stand (信函格式, 10.1): arithmetic in millimetres."""

from dataclasses import dataclass

from docgen.layout.gbt9704 import (
    LETTER_LINE_GAP,
    LETTER_MARK_TOP,
    LETTER_TEXT_GAP,
    LETTER_THICK_LINE,
    LETTER_THIN_LINE,
    emu,
)

_LINES_APART_MM = 0.3
_DOUBLE_MM = LETTER_THICK_LINE.mm + _LINES_APART_MM + LETTER_THIN_LINE.mm
# Of a line as high as its type: where the ink of 小标宋 begins and ends, as shares of the type; measured.
_INK_TOP, _INK_BOTTOM = 0.03, 0.965
# From a row's upper edge to the ink of its 3号 Han, with a row of 579 twips; measured.
_ROW_INK_MM = 3.1


@dataclass(frozen=True, slots=True)
class LetterShape:
    """One of the four red lines; `offset_emu` is from the double line's upper edge."""

    side: str
    thick: bool
    offset_emu: int

    @property
    def name(self) -> str:
        """The drawing's name, by which the layout pass knows it."""
        return f"信函{self.side}红线{'粗' if self.thick else '细'}"


# Above thick over thin, below thin over thick.
LETTER_SHAPES = (
    LetterShape("上", True, 0),
    LetterShape("上", False, emu(LETTER_THICK_LINE.mm + _LINES_APART_MM)),
    LetterShape("下", False, 0),
    LetterShape("下", True, emu(LETTER_THIN_LINE.mm + _LINES_APART_MM)),
)


@dataclass(frozen=True, slots=True)
class LetterHead:
    """A letter's head with a mark of so much type, in millimetres from the page's upper edge."""

    mark_height_mm: float

    @property
    def mark_top_mm(self) -> float:
        """The upper edge of the mark's line, whose ink begins at 30 mm."""
        return LETTER_MARK_TOP.mm - self.mark_height_mm * _INK_TOP

    @property
    def upper_line_mm(self) -> float:
        """The upper edge of the upper double line, 4 mm under the mark's ink."""
        return self.mark_top_mm + self.mark_height_mm * _INK_BOTTOM + LETTER_LINE_GAP.mm

    @property
    def first_row_mm(self) -> float:
        """The upper edge of the number's row, whose ink is 7/8 of a character under the line."""
        return self.upper_line_mm + _DOUBLE_MM + LETTER_TEXT_GAP.mm - _ROW_INK_MM


def double_line_top_emu(bottom_mm: float) -> int:
    """The upper edge of a double line that ends at `bottom_mm`."""
    return emu(bottom_mm - _DOUBLE_MM)
