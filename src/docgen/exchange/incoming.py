"""The rows of a workbook, each understood as a row of the record's sheets."""

from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass, field
from difflib import get_close_matches

from docgen.exchange import faults
from docgen.exchange.cells import Raw, is_blank
from docgen.exchange.columns import Head, heads
from docgen.exchange.grid import Grid, column_letters
from docgen.exchange.held import Held
from docgen.exchange.plan import Column, Sheet
from docgen.exchange.stamp import SHEET as STAMP_SHEET
from docgen.records.faults import Fault

_TITLE_ROWS = 10  # a clerk may have put a heading of his own above the titles
_NEAR = 0.6


@dataclass(frozen=True, slots=True)
class Spot:
    """A fault at a cell."""

    fault: Fault
    sheet: str
    row: int  # from 0
    column: int

    @property
    def place(self) -> str:
        """“问题”表 D5."""
        if self.row < 0:
            return f"“{self.sheet}”表"
        return f"“{self.sheet}”表 {column_letters(self.column)}{self.row + 1}"


@dataclass(slots=True, eq=False)
class Incoming:
    """One row: its cells by column, None for a column that the sheet does not have."""

    sheet: Sheet
    grid: str
    row: int
    cells: dict[Column, Raw] = field(default_factory=dict)
    places: dict[Column, int] = field(default_factory=dict)
    key: str = ""
    parent_text: str = ""
    parent_place: int = 0
    handle: str = ""
    names: tuple[str, str] = ("", "")
    text: Raw = None
    text_place: int = 0
    parent: "Incoming | None" = None
    held: Held | None = None
    below: dict[Sheet, list["Incoming"]] = field(default_factory=dict)

    def place(self, column: Column) -> int:
        """The column of the sheet where the field stands."""
        return self.places.get(column, 0)


@dataclass(slots=True)
class Sheets:
    """The grids by sheet, with what is to be said about sheets and headings."""

    found: dict[Sheet, Grid] = field(default_factory=dict)
    spots: list[Spot] = field(default_factory=list)


def match_sheets(root: Sheet, grids: Sequence[Grid], own: Iterable[str]) -> Sheets:
    """Each sheet's grid: by its name, else by the nearest name that nobody else bears."""
    result = Sheets()
    left = {_tidy(grid.name): grid for grid in grids if grid.name not in {*own, STAMP_SHEET}}
    wanted = list(root.all())
    for sheet in wanted:
        grid = left.pop(_tidy(sheet.name), None)
        if grid is not None:
            result.found[sheet] = grid
    for sheet in wanted:
        if sheet in result.found:
            continue
        near = get_close_matches(sheet.name, left, n=1, cutoff=_NEAR)
        if near:
            grid = result.found[sheet] = left.pop(near[0])
            result.spots.append(Spot(faults.renamed(grid.name, sheet.name), grid.name, -1, 0))
        else:
            result.spots.append(Spot(faults.missing_sheet(sheet.name), sheet.name, -1, 0))
    for grid in left.values():
        if any(not is_blank(cell) for row in grid.rows for cell in row):
            result.spots.append(Spot(faults.not_read(f"“{grid.name}”表"), grid.name, -1, 0))
    return result


@dataclass(slots=True)
class Titles:
    """Where the titles of a sheet stand: the row, and the column of each head."""

    row: int
    at: dict[Head, int]


def find_titles(sheet: Sheet, grid: Grid, spots: list[Spot]) -> Titles:
    """The row of titles, and what each column is; a changed title counts as the nearest."""
    columns = heads(sheet)
    known = {_tidy(head.title) for head in columns}
    scores = [sum(_tidy(cell) in known for cell in row) for row in grid.rows[:_TITLE_ROWS]] or [0]
    row = scores.index(max(scores))
    typed = {at: _tidy(cell) for at, cell in enumerate(grid.rows[row] if grid.rows else ()) if _tidy(cell)}
    return Titles(row, _assigned(columns, typed, grid, row, spots))


def _assigned(
    columns: list[Head], typed: dict[int, str], grid: Grid, row: int, spots: list[Spot]
) -> dict[Head, int]:
    at: dict[Head, int] = {}
    for head in columns:
        found = next((place for place, title in typed.items() if title == _tidy(head.title)), None)
        if found is not None:
            at[head] = found
            del typed[found]
    for head in columns:
        if head in at:
            continue
        near = get_close_matches(_tidy(head.title), list(typed.values()), n=1, cutoff=_NEAR)
        if near:
            place = next(place for place, title in typed.items() if title == near[0])
            spots.append(Spot(faults.renamed(typed.pop(place), head.title), grid.name, row, place))
            at[head] = place
        elif head.role != "key":
            spots.append(Spot(faults.missing_column(head.title), grid.name, row, 0))
    for place, title in typed.items():
        spots.append(Spot(faults.not_read(f"“{title}”这一列"), grid.name, row, place))
    return at


def read_rows(sheet: Sheet, grid: Grid, spots: list[Spot], bare: Set[str]) -> list[Incoming]:
    """The filled rows of a sheet of rows, in their order.

    `bare` are the marks of rows that hold nothing in the record either, but have rows below them.
    """
    titles = find_titles(sheet, grid, spots)
    _merged_across(titles, grid, spots)
    found: list[Incoming] = []
    for number in range(titles.row + 1, len(grid.rows)):
        row = _row(sheet, grid, number, titles)
        if _is_filled(row) or row.key in bare:
            found.append(row)
    return found


def _row(sheet: Sheet, grid: Grid, number: int, titles: Titles) -> Incoming:
    row = Incoming(sheet, grid.name, number)
    texts: dict[str, str] = {}
    for head, at in titles.at.items():
        raw = grid.cell(number, at)
        if head.column is not None:
            row.cells[head.column], row.places[head.column] = raw, at
        elif head.role == "text":
            row.text, row.text_place = raw, at
        else:
            in_words = head.role in ("key", "paper", "heading")
            texts[head.role] = _words(raw) if in_words else _tidy(raw)
        if head.role == "parent":
            row.parent_place = at
    row.key, row.parent_text = texts.get("key", ""), texts.get("parent", "")
    row.handle = texts.get("handle", "")
    row.names = (texts.get("paper", ""), texts.get("heading", ""))
    return row


def _is_filled(row: Incoming) -> bool:
    if row.sheet.form == "texts":
        return not is_blank(row.text)
    numbered = row.sheet.has_handles and bool(row.handle)
    return numbered or any(not is_blank(raw) for raw in row.cells.values())


def _merged_across(titles: Titles, grid: Grid, spots: list[Spot]) -> None:
    by_place = {place: head for head, place in titles.at.items()}
    for top, left, bottom, right in grid.across:
        named = [by_place[at].title for at in range(left, right + 1) if at in by_place]
        if bottom > titles.row and len(named) > 1 and not is_blank(grid.cell(top, left)):
            spots.append(Spot(faults.merged_across("、".join(named)), grid.name, top, left))


def _words(raw: Raw) -> str:
    return str(raw or "").strip()


def _tidy(raw: Raw) -> str:
    """A cell as a short word: 1.0 is 1, and no blanks."""
    if isinstance(raw, float) and raw.is_integer():
        raw = int(raw)
    return "" if raw is None else "".join(str(raw).split())
