"""The places on a page that GB/T 9704 speaks of, found in its text and its ink.

These find and measure; they do not judge. Areas come from the caller: the numbers of the standard
are kept elsewhere.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from docgen.inspect.geometry import Box, Rule
from docgen.inspect.lettering import TextLine
from docgen.inspect.paper import Page

_PAGE_NUMBER = re.compile(r"[—–-]\s*(\d+)\s*[—–-]")
_IMPRINT_START = re.compile(r"(抄送|主送)：")
_IMPRINT_END = re.compile(r"日印发$")
# A red line or a line of the imprint is as wide as the page's text; a stroke of the mark is not.
_LONG_RULE_MM = 100.0
_IMPRINT_ROW_MAX_MM = 14.0
_EDGE_SLACK_MM = 1.0


@dataclass(frozen=True, slots=True)
class PageNumber:
    """“— 3 —”: the ink of its first dash, its edges by ink and by cells; it may stand on its side."""

    number: int
    dash: Box
    ink: Box
    cells: Box
    is_turned: bool = False

    @property
    def dash_y_mm(self) -> float:
        """How far down the page the dashes are; of a turned number see `dash.centre_x_mm`."""
        return self.dash.centre_y_mm


def page_number(page: Page) -> PageNumber | None:
    """The lowest line (or turned line) that is a page number and nothing else."""
    for line in (*reversed(page.lines), *page.turned_lines):
        found = _PAGE_NUMBER.fullmatch(line.text.replace("\t", " "))
        if found:
            first = line.chars[0]
            return PageNumber(int(found[1]), first.ink, line.ink, line.cells, first.turned_degrees != 0)
    return None


def first_ink_top_mm(page: Page) -> float | None:
    """The upper edge of the highest ink of any colour."""
    tops = [bounds.top_mm for ink in (page.black, page.red) if (bounds := ink.bounds)]
    return min(tops, default=None)


def red_rules(page: Page) -> list[Rule]:
    """The red lines, from the top."""
    return page.red.lying_rules(_LONG_RULE_MM)


def mark(page: Page) -> Box | None:
    """The red ink of the issuer's name: all that is red above the first red line (or on a page without)."""
    rules = red_rules(page)
    letters = page.red.without(*(rule.box for rule in rules))
    if rules:
        letters = letters.within(Box(0, 0, page.width_mm, rules[0].box.top_mm))
    return letters.bounds


def black_rules(page: Page, length_min_mm: float = _LONG_RULE_MM) -> list[Rule]:
    """Horizontal black lines, from the top: of tables and of the imprint."""
    return page.black.lying_rules(length_min_mm)


def imprint_rules(page: Page) -> list[Rule]:
    """The lines of the imprint: from the one above 抄送 (or 印发) down to the last."""
    starts = [line for line in page.lines if _IMPRINT_START.match(line.text)]
    ends = [line for line in page.lines if _IMPRINT_END.search(line.text)]
    if not (starts or ends):
        return []
    first_text_mm = (starts[-1] if starts else ends[-1]).ink.top_mm
    return [rule for rule in black_rules(page) if rule.box.top_mm > first_text_mm - _IMPRINT_ROW_MAX_MM]


def body_rows(page: Page, area: Box) -> list[TextLine]:
    """The rows of text whose baseline is in `area`, from the top."""
    return [line for line in page.lines if area.top_mm <= line.baseline_mm <= area.bottom_mm]


def pitch_mm(rows: Iterable[TextLine]) -> float | None:
    """The usual distance of one baseline from the next; None with fewer than two rows."""
    steps = sorted(after.baseline_mm - before.baseline_mm for before, after in pairwise(rows))
    return steps[len(steps) // 2] if steps else None


def chars_in_fullest_row(page: Page, area: Box) -> float:
    """How many full-width characters the fullest row of `area` holds."""
    return max((row.width_in_cells for row in body_rows(page, area)), default=0.0)


def outside(page: Page, area: Box, slack_mm: float = _EDGE_SLACK_MM) -> list[Box]:
    """Ink of any colour beyond `area`, the page number apart, from the top."""
    number = page_number(page)
    apart = [number.ink] if number else []
    boxes = [
        box
        for ink in (page.black, page.red)
        for band in _bands_beyond(page, area, slack_mm)
        for box in ink.without(*apart, margin_mm=1.0).within(band).rows
    ]
    return sorted(boxes, key=lambda box: (box.top_mm, box.left_mm))


def _bands_beyond(page: Page, area: Box, slack_mm: float) -> list[Box]:
    left, right = area.left_mm - slack_mm, area.right_mm + slack_mm
    top, bottom = area.top_mm - slack_mm, area.bottom_mm + slack_mm
    return [
        Box(0, 0, page.width_mm, top),
        Box(0, top, left, bottom),
        Box(right, top, page.width_mm, bottom),
        Box(0, bottom, page.width_mm, page.height_mm),
    ]
