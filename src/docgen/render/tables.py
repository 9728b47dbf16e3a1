"""A table's grid fits its rows, as docxtpl's fix_tables makes it.

Rows and cells come and go with the data, and docxtpl then adds or removes `w:gridCol` and scales the
rest. It parses the whole body for that. Here preparing finds out which tables can change at all;
plain ones are then measured by counting in the text, and only unusual ones (nested tables, content
controls around rows or cells, tracked table changes) need the tree.
"""

import re
from collections.abc import Callable, Iterator
from enum import Enum

from lxml import etree

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_TABLE = re.compile(r"<w:tbl[ >].*?</w:tbl>", re.DOTALL)
_TABLE_START = re.compile(r"<w:tbl[ >]")
_ROW_START = re.compile(r"<w:tr[ >]")
_CELL_START = re.compile(r"<w:tc[ >]")
_GRID = re.compile(r"<w:tblGrid>(.*?)</w:tblGrid>|<w:tblGrid/>", re.DOTALL)
_COLUMN = re.compile(r'<w:gridCol(?: w:w="([^"]*)")?/>')
_SPAN = re.compile(r'<w:gridSpan w:val="(\d+)"/>')
_DYNAMIC_SPAN = re.compile(r'<w:gridSpan w:val="(?!\d+")')
_UNUSUAL = re.compile(r"<w:sdtContent>[^<]*<w:t[rc][ >]|<w:tblGridChange|<w:tcPrChange|<w:customXml[ >]")
_BLOCK = re.compile(r"\{%[-+]?\s*(\w+)([^%]*)")
_OPENERS = frozenset({"if", "for", "macro", "call", "filter", "with", "raw", "autoescape", "block", "trans"})

Widths = list[float | None]


class Grids(Enum):
    """What has to be done about the tables of a rendered body."""

    FIXED = "no table can change"
    COUNTED = "count in the text"
    TREE = "needs the parsed tree"


def classify(source: str) -> Grids:
    """How the tables of a prepared body must be treated."""
    tables = _TABLE.findall(source)
    if all(_is_fixed(table) for table in tables):
        return Grids.FIXED
    return Grids.TREE if any(map(_is_unusual, tables)) else Grids.COUNTED


def fit_in_text(xml: str) -> str | None:
    """The XML with each plain table's grid fitted; None if a table turns out to need the tree."""
    if any(map(_is_unusual, _TABLE.findall(xml))):
        return None
    return _TABLE.sub(lambda match: _fit_plain(match.group()), xml)


def fit_in_tree(body: etree._Element) -> None:
    """Every table of the body has a grid that fits its rows; tables without a grid stay as they are."""
    for table in body.iter(f"{_W}tbl"):
        grid = table.find(f"{_W}tblGrid")
        if grid is None:
            continue
        columns = grid.findall(f"{_W}gridCol")
        rows = [row.findall(f"{_W}tc") for row in table.iter(f"{_W}tr")]
        cells = max(map(len, rows), default=0)
        spans = max((sum(map(_span_of, row)) for row in rows), default=0)
        before = [_number(column.get(f"{_W}w")) for column in columns]
        after = fit_widths(before, cells, spans)
        if after is not before:
            _write_columns(grid, columns, after)


def fit_widths(widths: Widths, cells: int, spans: int) -> Widths:
    """The column widths for rows of at most `cells` cells that cover at most `spans` columns.

    The arithmetic is docxtpl's, so that results are equal to the last twip. The same list comes back
    where nothing changes.
    """
    if cells > len(widths):
        widths = _with_more(widths, cells - len(widths))
    excess = len(widths) - spans
    if excess <= 0:
        return widths
    kept, gone = widths[: len(widths) - excess], widths[len(widths) - excess :]
    share = int(sum(w or 0.0 for w in gone) / len(kept)) if kept else 0
    return [None if w is None else float(int(w + share)) for w in kept]


def _with_more(widths: Widths, more: int) -> Widths:
    total = sum(w or 0.0 for w in widths)
    if total <= 0:
        return widths
    old, new = total / len(widths), total / (len(widths) + more)
    scaled: Widths = [None if w is None else float(int(w * new / old)) for w in widths]
    return scaled + [float(int(new))] * more


def _is_fixed(table: str) -> bool:
    """Whether each rendering of this source has a widest row that fills the grid, and none wider."""
    if _is_unusual(table) or _DYNAMIC_SPAN.search(table):
        return False
    head, *rows = _ROW_START.split(table)
    columns = len(_columns(head) or ())
    always, depth = False, _depth_change(head)
    for row in rows:
        inside, _, after = row.partition("</w:tr>")
        cells, spans = _count(inside)
        if cells > columns or not _is_row_plain(inside):
            return False
        always = always or (depth == 0 and spans >= columns)
        if "{{" in after:  # {{tr …}} prints rows of its own
            return False
        depth += _depth_change(after)
    return always and depth == 0


def _is_row_plain(row: str) -> bool:
    """Whether blocks open and close within one cell, so that they cannot change the count of cells."""
    before, *cells = _CELL_START.split(row)
    pieces = [before]
    for cell in cells:
        inside, _, after = cell.partition("</w:tc>")
        if _depth_change(inside) != 0 or _closes_first(inside):
            return False
        pieces.append(after)
    return not any("{%" in piece or "{{" in piece for piece in pieces)


def _depths(xml: str) -> Iterator[int]:
    for match in _BLOCK.finditer(xml):
        name, rest = match.groups()
        if name.startswith("end"):
            yield -1
        elif name in _OPENERS or (name == "set" and "=" not in rest):
            yield 1


def _depth_change(xml: str) -> int:
    return sum(_depths(xml)) if "{%" in xml else 0


def _closes_first(xml: str) -> bool:
    depth = 0
    for change in _depths(xml):
        depth += change
        if depth < 0:
            return True
    return False


def _is_unusual(table: str) -> bool:
    if len(_TABLE_START.findall(table)) > 1 or _UNUSUAL.search(table):
        return True
    grid = _GRID.search(table)
    inside = (grid.group(1) or "") if grid else ""
    return len(_COLUMN.findall(inside)) != inside.count("<w:gridCol")


def _count(row: str) -> tuple[int, int]:
    cells = row.count("<w:tc>") + row.count("<w:tc ")
    if "<w:gridSpan" not in row:
        return cells, cells
    return cells, cells + sum(int(span) - 1 for span in _SPAN.findall(row))


def _columns(table: str) -> Widths | None:
    grid = _GRID.search(table)
    return None if grid is None else [_number(width) for width in _COLUMN.findall(grid.group(1) or "")]


def _fit_plain(table: str) -> str:
    before = _columns(table)
    if before is None:
        return table
    counts = [_count(row) for row in _ROW_START.split(table)[1:]]
    after = fit_widths(before, max((c for c, _ in counts), default=0), max((s for _, s in counts), default=0))
    if after is before:
        return table
    return _GRID.sub(_replace_with(_grid_text(after)), table, count=1)


def _replace_with(text: str) -> Callable[[re.Match[str]], str]:
    return lambda _match: text


def _grid_text(widths: Widths) -> str:
    columns = ("<w:gridCol/>" if w is None else f'<w:gridCol w:w="{int(w)}"/>' for w in widths)
    inside = "".join(columns)
    return f"<w:tblGrid>{inside}</w:tblGrid>" if inside else "<w:tblGrid/>"


def _write_columns(grid: etree._Element, columns: list[etree._Element], widths: Widths) -> None:
    for column in columns[len(widths) :]:
        grid.remove(column)
    for _ in widths[len(columns) :]:
        columns.append(etree.SubElement(grid, f"{_W}gridCol"))
    for column, width in zip(columns, widths, strict=False):
        if width is not None:
            column.set(f"{_W}w", str(int(width)))


def _span_of(cell: etree._Element) -> int:
    properties = cell.find(f"{_W}tcPr")
    span = None if properties is None else properties.find(f"{_W}gridSpan")
    value = "1" if span is None else str(span.get(f"{_W}val"))
    return int(value) if value.strip().lstrip("+-").isdigit() else 1


def _number(text: str | None) -> float | None:
    try:
        return float(text) if text else None
    except ValueError:
        return None
