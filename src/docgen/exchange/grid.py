"""The cells of a workbook, as Excel, WPS or LibreOffice saved it."""

import io
import posixpath
import re
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from lxml import etree

from docgen.errors import DocgenError
from docgen.exchange.cells import Raw
from docgen.exchange.packages import need
from docgen.files import read_bounded
from docgen.zip_damage import ZIP_DAMAGE

_FILE_BYTES_MAX = 50 * 1024 * 1024
_PART_BYTES_MAX = 200 * 1024 * 1024
_ROWS_MAX = 20_000
_COLUMNS_MAX = 200
_CELL_NAME = re.compile(r"([A-Z]{1,3})(\d{1,7})")
_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_STRICT = "{http://purl.oclc.org/ooxml/spreadsheetml/main}"
_RELATION_ID = re.compile(r"\}id$")


class NotAWorkbook(DocgenError):
    """The file is no spreadsheet, or it is damaged or locked with a password."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"“{path.name}”不是能读的 Excel 工作簿",
            "请确认它是 docgen sheet export 导出的文件，没有加密码；必要时用 Excel 或 WPS 打开，"
            "另存为“Excel 工作簿（.xlsx）”再导入",
        )


@dataclass(slots=True)
class Grid:
    """One sheet: rows of cells; `across` are ranges merged over several columns, `down` over rows."""

    name: str
    rows: list[list[Raw]]
    across: list[tuple[int, int, int, int]] = field(default_factory=list)
    down: list[tuple[int, int, int, int]] = field(default_factory=list)

    def cell(self, row: int, column: int) -> Raw:
        """The cell, counted from 0; nothing beyond the last."""
        if row < len(self.rows) and 0 <= column < len(self.rows[row]):
            return self.rows[row][column]
        return None


def read_grids(path: Path) -> list[Grid]:
    """The sheets of the workbook, hidden ones too. Raises NotAWorkbook, NoSheetPackages or CannotRead."""
    calamine = need("python_calamine")
    data = read_bounded(path, _FILE_BYTES_MAX)
    try:
        book = calamine.CalamineWorkbook.from_filelike(io.BytesIO(data))
        grids = [_grid(book, name) for name in book.sheet_names]
    except (calamine.CalamineError, OSError, ValueError) as reason:
        raise NotAWorkbook(path) from reason
    for name, errors in _error_cells(data).items():
        for grid in grids:
            if grid.name == name:
                _mark_errors(grid, errors)
    return grids


def _grid(book: Any, name: str) -> Grid:
    sheet = book.get_sheet_by_name(name)
    rows = [list(row[:_COLUMNS_MAX]) for row in sheet.to_python(skip_empty_area=False)[:_ROWS_MAX]]
    grid = Grid(name, rows)
    for (top, left), (bottom, right) in _merged(sheet):
        place = (top, left, bottom, right)
        if right > left:
            grid.across.append(place)
        elif bottom > top:
            grid.down.append(place)
    for top, left, bottom, _right in grid.down:
        for row in rows[top + 1 : bottom + 1]:
            if left < len(row):
                row[left] = grid.cell(top, left)
    return grid


def _merged(sheet: Any) -> Sequence[tuple[tuple[int, int], tuple[int, int]]]:
    # Only .xlsx and .xls tell; None from the other readers.
    return sheet.merged_cell_ranges or ()


def _mark_errors(grid: Grid, errors: dict[tuple[int, int], str]) -> None:
    for (row, column), text in errors.items():
        if row < len(grid.rows) and column < len(grid.rows[row]):
            grid.rows[row][column] = text


def _error_cells(data: bytes) -> dict[str, dict[tuple[int, int], str]]:
    """Cells that show #N/A and the like: calamine gives them as empty, and empty would mean cleared."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            parts = _sheet_parts(package)
            return {name: _errors_in(package, part) for name, part in parts.items()}
    except (*ZIP_DAMAGE, etree.XMLSyntaxError):
        return {}  # no .xlsx


def _sheet_parts(package: zipfile.ZipFile) -> dict[str, str]:
    book = _parsed(package, "xl/workbook.xml")
    relations = _parsed(package, "xl/_rels/workbook.xml.rels")
    targets = {one.get("Id", ""): one.get("Target", "") for one in relations}
    found: dict[str, str] = {}
    for sheet in book.iter(f"{_MAIN}sheet", f"{_STRICT}sheet"):
        relation = next((value for key, value in sheet.attrib.items() if _RELATION_ID.search(str(key))), "")
        target = targets.get(str(relation), "")
        found[sheet.get("name", "")] = posixpath.normpath(posixpath.join("xl", target)).lstrip("/")
    return found


def _parsed(package: zipfile.ZipFile, name: str) -> Any:
    if package.getinfo(name).file_size > _PART_BYTES_MAX:
        raise KeyError(name)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    return etree.fromstring(package.read(name), parser)


def _errors_in(package: zipfile.ZipFile, part: str) -> dict[tuple[int, int], str]:
    found: dict[tuple[int, int], str] = {}
    if part.startswith("xl/xl/") or part not in package.namelist():
        part = part.removeprefix("xl/")
    for cell in _parsed(package, part).iter(f"{_MAIN}c", f"{_STRICT}c"):
        if cell.get("t") != "e":
            continue
        place = _CELL_NAME.fullmatch(cell.get("r", ""))
        value = next((one.text for one in cell if one.tag in (f"{_MAIN}v", f"{_STRICT}v")), None)
        if place:
            found[int(place[2]) - 1, _column_number(place[1])] = value or "#N/A"
    return found


def _column_number(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1


def column_letters(column: int) -> str:
    """0 is A, 26 is AA."""
    letters, rest = "", column + 1
    while rest:
        rest, at = divmod(rest - 1, 26)
        letters = chr(ord("A") + at) + letters
    return letters
