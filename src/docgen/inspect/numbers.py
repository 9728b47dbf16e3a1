"""The numbers that the rules judge by: GB/T 9704's, unless a unit's own profile changes one."""

from dataclasses import dataclass

from docgen.layout import gbt9704


@dataclass(frozen=True, slots=True)
class Numbers:
    """Lengths in millimetres, type sizes in points."""

    page_width_mm: float = gbt9704.PAGE_WIDTH.mm
    page_height_mm: float = gbt9704.PAGE_HEIGHT.mm
    top_mm: float = gbt9704.TOP.mm
    left_mm: float = gbt9704.LEFT.mm
    text_width_mm: float = gbt9704.TEXT_WIDTH.mm
    text_height_mm: float = gbt9704.TEXT_HEIGHT.mm
    rows_per_page: int = gbt9704.ROWS_PER_PAGE
    chars_per_row: int = gbt9704.CHARS_PER_ROW
    body_size_pt: float = gbt9704.SIZE_3 / 2
    title_size_pt: float = gbt9704.SIZE_2 / 2
    small_size_pt: float = gbt9704.SIZE_4 / 2
    mark_top_mm: float = gbt9704.MARK_TOP.mm
    order_mark_top_mm: float = gbt9704.ORDER_MARK_TOP.mm
    letter_mark_top_mm: float = gbt9704.LETTER_MARK_TOP.mm
    letter_line_mm: float = gbt9704.LETTER_LINE_LENGTH.mm
    letter_lower_line_mm: float = gbt9704.LETTER_LOWER_LINE.mm
    red_line_gap_mm: float = gbt9704.RED_LINE_GAP.mm
    imprint_thick_mm: float = gbt9704.IMPRINT_THICK.mm
    imprint_thin_mm: float = gbt9704.IMPRINT_THIN.mm
    imprint_bottom_mm: float = gbt9704.IMPRINT_BOTTOM.mm
    page_number_dash_mm: float = gbt9704.PAGE_NUMBER_DASH.mm

    @property
    def right_mm(self) -> float:
        """切口: what page width, 订口 and 版心 leave."""
        return self.page_width_mm - self.left_mm - self.text_width_mm

    @property
    def text_right_mm(self) -> float:
        """Where 版心 ends on the right, from the paper's left edge."""
        return self.left_mm + self.text_width_mm

    @property
    def text_bottom_mm(self) -> float:
        """Where 版心 ends below, from the paper's upper edge."""
        return self.top_mm + self.text_height_mm

    @property
    def centre_mm(self) -> float:
        """The middle of 版心, from the paper's left edge."""
        return self.left_mm + self.text_width_mm / 2

    @property
    def row_mm(self) -> float:
        """The height of one row of the body."""
        return self.text_height_mm / self.rows_per_page

    @property
    def cell_mm(self) -> float:
        """The width of one character of the body."""
        return self.text_width_mm / self.chars_per_row


STANDARD = Numbers()
