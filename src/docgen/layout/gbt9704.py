"""The numbers of GB/T 9704-2012, once, in millimetres, each with its clause.

The builder sets by them and the inspector judges by them. What the standard leaves open and
offices do by habit (size of the mark, thickness of the red line) says 惯例 instead of a clause.
"""

from dataclasses import dataclass

TWIPS_PER_MM = 1440 / 25.4
EMU_PER_MM = 36000
POINTS_PER_MM = 72 / 25.4


@dataclass(frozen=True, slots=True)
class Measure:
    """A length that the standard (or habit) gives; `what` is the office's word for it."""

    mm: float
    clause: str
    what: str

    @property
    def twips(self) -> int:
        return twips(self.mm)

    @property
    def emu(self) -> int:
        return emu(self.mm)


def twips(mm: float) -> int:
    """Millimetres in twentieths of a point, the unit of positions in a .docx."""
    return round(mm * TWIPS_PER_MM)


def emu(mm: float) -> int:
    """Millimetres in English metric units, the unit of drawings in a .docx."""
    return round(mm * EMU_PER_MM)


def half_points(mm: float) -> int:
    """Millimetres in half points, the unit of type sizes in a .docx, rounded down."""
    return int(mm * POINTS_PER_MM * 2)


PAGE_WIDTH = Measure(210.0, "5.1", "A4 幅面宽")
PAGE_HEIGHT = Measure(297.0, "5.1", "A4 幅面高")
# Word's own A4: 1 twip less than the arithmetic for the width, and what every checker expects.
PAGE_WIDTH_TWIPS, PAGE_HEIGHT_TWIPS = 11906, 16838
A3_WIDTH_TWIPS = 23811  # 420 mm, of an A3 page that lies: for ledgers that no A4 page can hold, 惯例

TOP = Measure(37.0, "5.2.1", "天头")
LEFT = Measure(28.0, "5.2.1", "订口")
TEXT_WIDTH = Measure(156.0, "5.2.1", "版心宽")
TEXT_HEIGHT = Measure(225.0, "5.2.1", "版心高")
RIGHT = Measure(26.0, "5.2.1", "切口")
BOTTOM = Measure(35.0, "5.2.1", "下白边")
# 28 + 156 + 26 mm rounded so that the three make the page: 1588 + 8844 + 1474 = 11906.
LEFT_TWIPS, TEXT_WIDTH_TWIPS, RIGHT_TWIPS = 1588, 8844, 1474

ROWS_PER_PAGE = 22  # 5.2.3
CHARS_PER_ROW = 28  # 5.2.3
CELL = Measure(156.0 / 28, "5.2.3", "一字")
# 28 x 16 pt = 448 pt is wider than 442.2 pt: each character of 3号 gives a quarter point back.
CHAR_SPACING_TWIPS = -5
CHAR_ADVANCE_TWIPS = 315

# Type sizes in half points (附录 and 5.2.2, 7.x): 2号, 3号, 4号.
SIZE_2, SIZE_3, SIZE_4 = 44, 32, 28
SIZE_SMALL_4, SIZE_5, SIZE_SMALL_5 = 24, 21, 18

MARK_TOP = Measure(72.0, "7.2.4", "发文机关标志上边缘")
MARK_GLYPH_WIDTH = Measure(15.0, "惯例", "发文机关标志单字最宽")
MARK_GLYPH_HEIGHT = Measure(22.0, "惯例", "发文机关标志单字最高")
ORDER_MARK_TOP = Measure(57.0, "10.2", "命令发文机关标志上边缘")
LETTER_MARK_TOP = Measure(30.0, "10.1", "信函发文机关标志上边缘")
LETTER_LINE_LENGTH = Measure(170.0, "10.1", "信函红色双线")
LETTER_LOWER_LINE = Measure(277.0, "10.1", "信函下方红色双线")
LETTER_LINE_GAP = Measure(4.0, "10.1", "信函发文机关标志至红色双线")
LETTER_TEXT_GAP = Measure(4.94, "10.1", "信函文字至红色双线")  # 7/8 of the height of a character of 3号
LETTER_GLYPH_WIDTH = Measure(11.0, "惯例", "信函发文机关标志单字最宽")
LETTER_THICK_LINE = Measure(0.8, "惯例", "信函红色双线粗线")
LETTER_THIN_LINE = Measure(0.3, "惯例", "信函红色双线细线")

RED_LINE_GAP = Measure(4.0, "7.2.7", "发文字号至红色分隔线")
RED_LINE_EIGHTHS = 12  # 1.5 pt, 惯例
RED = "FF0000"

TITLE_CHARS_PER_ROW = 20  # 156 mm hold 20 characters of 22 pt

IMPRINT_THICK = Measure(0.35, "7.4.1", "版记首末线")
IMPRINT_THIN = Measure(0.25, "7.4.1", "版记中间线")
IMPRINT_THICK_EIGHTHS, IMPRINT_THIN_EIGHTHS = 8, 6  # 1 pt = 0.353 mm, 0.75 pt = 0.265 mm
IMPRINT_BOTTOM = Measure(262.0, "7.4.1", "版记末线")

PAGE_NUMBER_DASH = Measure(269.0, "7.5", "页码一字线")
# The footer's distance that puts the dash's middle there with an exact line of 14 pt; measured.
PAGE_NUMBER_FOOTER_TWIPS = 1447

SEALED_DATE_RIGHT_CHARS = 4  # 7.3.5.1
UNSEALED_RIGHT_CHARS = 2  # 7.3.5.2
