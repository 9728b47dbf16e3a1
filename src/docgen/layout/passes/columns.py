"""Columns that came from the data share the width that the first one leaves them.

A cell that a tag repeats keeps the width it had alone; docxtpl mends the grid, not the cells.
"""

from docgen.layout.passes.paper import Rendered
from docgen.layout.tree import TBL, TC, Element, w

# A table that somebody drew in Word may be somewhat wider than its frame and is left alone.
_GROWN = 1.25


def share_columns(paper: Rendered) -> None:
    """Tables whose rows have grown beyond their frame are as wide as the frame again."""
    for table in paper.root.iter(TBL):
        frame = _width(table.find(f"{w('tblPr')}/{w('tblW')}"))
        first = table.find(w("tr"))
        if frame and first is not None and _has_grown(first.findall(TC), frame):
            rows = [row.findall(TC) for row in table.findall(w("tr"))]
            if _is_even(rows):
                _share(table, rows, frame)


def _has_grown(cells: list[Element], frame: int) -> bool:
    """Whether one cell stands here again and again."""
    widths = [_cell_width(cell) for cell in cells]
    return len(set(widths[1:])) == 1 and sum(widths) > frame * _GROWN


def _is_even(rows: list[list[Element]]) -> bool:
    spans = any(cell.find(f"{w('tcPr')}/{w('gridSpan')}") is not None for row in rows for cell in row)
    return not spans and len({len(row) for row in rows}) == 1 and len(rows[0]) > 1


def _share(table: Element, rows: list[list[Element]], frame: int) -> None:
    others = len(rows[0]) - 1
    first = min(_cell_width(rows[0][0]), frame // 2)
    each = (frame - first) // others
    widths = [frame - each * others, *[each] * others]
    for row in rows:
        for cell, width in zip(row, widths, strict=True):
            for element in cell.iterfind(f"{w('tcPr')}/{w('tcW')}"):
                element.set(w("w"), str(width))
    for column, width in zip(table.iterfind(f"{w('tblGrid')}/{w('gridCol')}"), widths, strict=False):
        column.set(w("w"), str(width))


def _cell_width(cell: Element) -> int:
    return _width(cell.find(f"{w('tcPr')}/{w('tcW')}"))


def _width(element: Element | None) -> int:
    if element is None or element.get(w("type")) not in (None, "dxa"):
        return 0
    return int(element.get(w("w")) or 0)
