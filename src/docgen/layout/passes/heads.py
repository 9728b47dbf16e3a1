"""The mark shrinks to the text area, signers stand two a row, titles break into whole words."""

import re
from collections.abc import Sequence

from docgen.layout.gbt9704 import (
    CHAR_ADVANCE_TWIPS,
    MARK_GLYPH_HEIGHT,
    MARK_GLYPH_WIDTH,
    MARK_TOP,
    ORDER_MARK_TOP,
    TEXT_WIDTH,
    TEXT_WIDTH_TWIPS,
    half_points,
)
from docgen.layout.passes.paper import BLANK_ROW, Rendered
from docgen.layout.title import break_title
from docgen.layout.tree import (
    TAB,
    Element,
    R,
    like,
    make_run,
    set_property,
    set_run_property,
    set_text,
    text_of,
    w,
)
from docgen.text.width import width_em

_ROWS_ABOVE_MARK = 3
_CELL_SIDES_TWIPS, _NAME_CHAR_TWIPS = 170, 320  # 3号 in a cell
_ROOM_SPARE_CHARS = 1.0  # a cell that is just wide enough breaks its line all the same
_COVER_CHARS_PER_ROW = 12  # 156 mm hold 12 characters of 36 pt
# A title that would take more rows than three is set in 26 pt, higher up: the cover is one page.
_LONG_COVER_CHARS_PER_ROW, _LONG_COVER_SIZE = 16, 52
_LONG_COVER_SPACING = {"before": 800, "after": 600, "line": 760, "lineRule": "exact"}
_COVER_ROWS_MAX = 3
_SIGNERS = re.compile(r"(?P<number>[^\t]*)\t?\s*签发人[：:](?P<names>.*)", re.DOTALL)
_NAMES_PER_ROW = 2
_LABEL_CHARS = 4  # 签发人：


def fit_mark(paper: Rendered) -> None:
    """The 发文机关标志 is as large as habit wants and no wider than the text area, at 72 mm."""
    for element in paper.in_style("发文机关标志"):
        text = text_of(element).strip()
        if not text or element.getparent() is not paper.body:
            continue
        size, scale = mark_size(text)
        set_mark(element, size, scale)
        top = paper.profile.drop_twips(ORDER_MARK_TOP if _is_of_order(element, paper) else MARK_TOP)
        drop = top - rows_before(element, paper) * paper.profile.pitch_twips
        spacing = {"before": max(0, drop), "after": 0, "line": size * 10, "lineRule": "exact"}
        set_property(element, "spacing", spacing)


def _is_of_order(element: Element, paper: Rendered) -> bool:
    """Whether the number under the mark is an order's."""
    here = element.getnext()
    while here is not None and paper.is_blank_row(here):
        here = here.getnext()
    return here is not None and paper.styles.name(here) == "令号"


def set_mark(element: Element, size: int, scale: int) -> None:
    """The mark's characters have this size in half points and this width in percent."""
    for run in element.iterchildren(R):
        for name in ("sz", "szCs"):
            set_run_property(run, name, {"val": size})
        set_run_property(run, "w", {"val": scale})


def mark_size(text: str, glyph_width_mm: float = MARK_GLYPH_WIDTH.mm) -> tuple[int, int]:
    """Type size in half points and character scale in percent: at most 15 mm wide and 22 mm high."""
    # 0.5 mm is left on either side: the last character's bearing must not touch the edge.
    width_mm = min(glyph_width_mm, (TEXT_WIDTH.mm - 1) / max(width_em(text), 1))
    slender = MARK_GLYPH_WIDTH.mm / MARK_GLYPH_HEIGHT.mm
    return half_points(width_mm / slender), int(slender * 100)


def rows_before(element: Element, paper: Rendered) -> int:
    """How many rows of the page stand above the mark, filled or not."""
    rows, before = 0, element.getprevious()
    while before is not None and rows < _ROWS_ABOVE_MARK:
        if paper.styles.name(before) not in (BLANK_ROW, "份号", "密级和紧急程度"):
            break
        rows, before = rows + 1, before.getprevious()
    return rows


def set_signers(paper: Rendered) -> None:
    """Signers stand right, two a row, the number beside the last row, names in 楷体 (7.2.6)."""
    for element in paper.in_style("签发人"):
        match = _SIGNERS.fullmatch(text_of(element).strip())
        if match is None:
            continue
        names = [name for name in re.split(r"[、，,\s]+", match["names"]) if name]
        _write_signers(element, match["number"].strip(), names)


def _write_signers(element: Element, number: str, names: Sequence[str]) -> None:
    rows = [names[at : at + _NAMES_PER_ROW] for at in range(0, len(names), _NAMES_PER_ROW)] or [[]]
    columns = _name_columns(rows)
    for row_number, row in enumerate(rows):
        last = row_number == len(rows) - 1
        target = element if last else like(element)
        if not last:
            element.addprevious(target)
            _without_red_line(target)
        _write_row(target, number if last else "", row, columns, label=row_number == 0)


def _name_columns(rows: Sequence[Sequence[str]]) -> tuple[float, float]:
    """Where the first and second names of a row begin, in characters from the left."""
    firsts = max((width_em(row[0]) for row in rows if row), default=3.0)
    seconds = max((width_em(row[1]) for row in rows if len(row) > 1), default=0.0)
    right = TEXT_WIDTH_TWIPS / CHAR_ADVANCE_TWIPS - 1
    second = right - seconds
    return (second - 1 - firsts if seconds else right - firsts), second


def _write_row(
    element: Element, number: str, names: Sequence[str], columns: tuple[float, float], *, label: bool
) -> None:
    for run in element.findall(R):
        element.remove(run)
    first, second = columns
    # The first name follows its label at once: a tab from exactly the stop would go on to the next.
    _set_tabs(element, [first - _LABEL_CHARS, second] if label else [first, second])
    # The first line is indented, not the paragraph: its red line is as wide as the text area (7.2.7).
    set_property(element, "ind", {"left": 0, "firstLine": CHAR_ADVANCE_TWIPS})
    element.append(make_run(f"{number}\t{'签发人：' if label else ''}"))
    for position, name in enumerate(names):
        if position:
            element.append(make_run("\t"))
        run = make_run(name)
        set_run_property(run, "rFonts", {"hint": "eastAsia", "eastAsia": "楷体_GB2312"})
        element.append(run)


def _set_tabs(element: Element, stops: Sequence[float]) -> None:
    tabs = set_property(element, "tabs")
    for child in list(tabs):
        tabs.remove(child)
    for stop in stops:
        made = tabs.makeelement(TAB, {})
        made.set(w("val"), "left")
        made.set(w("pos"), str(round(stop * CHAR_ADVANCE_TWIPS)))
        tabs.append(made)


def _without_red_line(element: Element) -> None:
    borders = set_property(element, "pBdr")
    made = borders.makeelement(w("bottom"), {})
    made.set(w("val"), "nil")
    borders.append(made)


def break_titles(paper: Rendered) -> None:
    """Titles of the paper, its attachments and its cover break between words."""
    for element in paper.in_style("公文标题", "附件标题"):
        _break(element, break_title(text_of(element), paper.keep_whole))
    for element in paper.in_style("封面标题"):
        lines = break_title(text_of(element), paper.keep_whole, _COVER_CHARS_PER_ROW)
        if len(lines) > _COVER_ROWS_MAX:
            lines = break_title(text_of(element), paper.keep_whole, _LONG_COVER_CHARS_PER_ROW)
            _set_smaller(element)
        _break(element, lines)


def _break(element: Element, lines: Sequence[str]) -> None:
    if "\n".join(lines) != text_of(element):
        set_text(element, "\n".join(lines))


def _set_smaller(cover_title: Element) -> None:
    set_property(cover_title, "spacing", _LONG_COVER_SPACING)
    for run in cover_title.iterchildren(R):
        for name in ("sz", "szCs"):
            set_run_property(run, name, {"val": _LONG_COVER_SIZE})


def break_names(paper: Rendered) -> None:
    """A name too long for its place on the cover or over a signature stands in whole words there as well."""
    for element in paper.in_style("封面信息", "签署栏"):
        cell = element.getparent()
        width = None if cell is None else cell.find(f"{w('tcPr')}/{w('tcW')}")
        text = text_of(element)
        if width is None or "\n" in text:
            continue
        room = (int(width.get(w("w")) or 0) - _CELL_SIDES_TWIPS) / _NAME_CHAR_TWIPS - _ROOM_SPARE_CHARS
        if room > _ROOM_SPARE_CHARS and width_em(text) > room:
            set_text(element, "\n".join(_name_lines(text, room)))


def _name_lines(text: str, room: float) -> tuple[str, ...]:
    """The name in lines; one after a label (代表：) stands whole under it."""
    label, colon, name = text.partition("：")
    if not colon:
        return break_title(text, (), room)
    return (label + colon, *break_title(name, (), room)) if name else (text,)
