"""Tables whose columns come from the data too: 原档次 down, 审定档次 across.

The template has one cell for all columns; how wide they are is known once they are counted, and the
layout pass sets it (passes/columns.py).
"""

from collections.abc import Mapping

from docgen.layout.blocks.control import condition
from docgen.layout.blocks.registry import Scope, Value, block, fields_of
from docgen.layout.blocks.rows import Grid, row, table
from docgen.layout.gbt9704 import twips
from docgen.layout.markup import control, control_row

_WHERE = "cross_table"
_NEEDED = ("columns", "head", "rows", "label", "cells", "cell")
_TAG = ""
_CELL, _CELL_END = "<w:tc>", "</w:tc>"
_TAG_MM = 1.0  # the columns of the two cells with tags; they vanish


@block(_WHERE)
def cross_table(value: Value, item: Mapping[str, Value], scope: Scope) -> str:
    """`{corner, columns: "g in grades", head, rows: "r in lines", label, cells: "n in r.counts", cell}`."""
    fields = fields_of(value, _WHERE, (*_NEEDED, "corner", "first_mm", "size"), _NEEDED)
    grid = _grid(fields, scope)
    head = row([fields.get("corner", ""), _TAG, fields["head"], _TAG], grid, header=True)
    body = row([{"label": fields["label"]}, _TAG, fields["cell"], _TAG], grid)
    rows, columns = condition(fields["rows"], _WHERE), len(grid.columns_twips)
    return table(
        grid,
        _across(head, fields["columns"])
        + control_row(f"for {rows}", columns)
        + _across(body, fields["cells"])
        + control_row("endfor", columns),
    )


def _grid(fields: Mapping[str, Value], scope: Scope) -> Grid:
    first = twips(float(fields.get("first_mm", 40)))
    tag = twips(_TAG_MM)
    widths = (first, tag, scope.text_width_twips - first - 2 * tag, tag)
    return Grid(widths, ("center",) * 4, "表格正文", "表头", _WHERE, fields.get("size", "小四"))


def _across(markup: str, loop: Value) -> str:
    """The row with its third cell once for each: the tags stand in the cells beside it."""
    pieces = markup.split(_CELL_END)
    for at, tag in ((1, f"for {condition(loop, _WHERE)}"), (3, "endfor")):
        pieces[at] = f"{_CELL}{_width_of(pieces[at])}{control(tag, 'tc')}"
    return _CELL_END.join(pieces)


def _width_of(cell: str) -> str:
    return cell[cell.index("<w:tcPr>") : cell.index("</w:tcPr>") + len("</w:tcPr>")]
