"""The title of what a paper issues: a plan, a set of rules, that follows the date without an 附件 label."""

import re

from docgen.inspect.elements import shapes
from docgen.inspect.elements.element import Element
from docgen.inspect.elements.look import Align, Place
from docgen.inspect.elements.sheet import Sheet

_ISSUES = re.compile(r"印发|转发|批转|公布|颁布|发布")
_CHARS_MIN, _CHARS_MAX = 4, 80
_ROWS_MAX = 3
_SIZE_PT = 17.0  # what is larger is no body text
_MARKS = re.compile(r"[《》〈〉“”（()）]")


def find_issued_title(sheet: Sheet, end: int) -> None:
    """The rows of the issued paper's own title are known, if it has one after the date and before `end`."""
    date = sheet.last(Element.DATE)
    if date is None:
        return
    rows = list(sheet.free(date + 1, end))[:_ROWS_MAX]
    if not rows or not _may_be_title(sheet, rows[0]):
        return
    named = rows_named(sheet, rows)
    taken = named or (_rows_alike(sheet, rows) if _looks_like_title(sheet, date, rows[0]) else [])
    sheet.take_all(taken, Element.ISSUED_TITLE)


def _may_be_title(sheet: Sheet, at: int) -> bool:
    look, text = sheet.looks[at], sheet.solid[at]
    is_heading = any(shape.match(text) for shape in shapes.HEADINGS)
    return look.place is Place.FLOW and not look.is_red and not is_heading


def rows_named(sheet: Sheet, rows: list[int]) -> list[int]:
    """The first of these rows, which together say what the paper's title says it issues."""
    title = _plain("".join(sheet.solid[at] for at, one in enumerate(sheet.found) if one is Element.TITLE))
    issues = _ISSUES.search(title)
    if issues is None:
        return []
    for count in range(len(rows), 0, -1):
        text = _plain("".join(sheet.solid[at] for at in rows[:count]))
        if len(text) >= _CHARS_MIN and text in title[issues.end() :]:
            return rows[:count]
    return []


def _plain(text: str) -> str:
    return _MARKS.sub("", shapes.SENTENCE_END.sub("", text))


def _looks_like_title(sheet: Sheet, date: int, at: int) -> bool:
    """Large and in the middle, at the top of another page."""
    look = sheet.looks[at]
    starts_page = any(one.starts_page for one in sheet.looks[date + 1 : at + 1])
    is_set = look.align is Align.CENTER and look.size_pt >= _SIZE_PT
    return starts_page and is_set and len(sheet.solid[at]) <= _CHARS_MAX


def _rows_alike(sheet: Sheet, rows: list[int]) -> list[int]:
    first = sheet.looks[rows[0]]
    taken = rows[:1]
    for at in rows[1:]:
        look = sheet.looks[at]
        if at != taken[-1] + 1 or look.size_pt != first.size_pt or look.align is not first.align:
            break
        taken.append(at)
    return taken
