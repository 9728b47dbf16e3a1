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
_CELL, _CELL_END = "<w:tc>", "</w:tc>"


@block(_WHERE)
def cross_table(value: Value, item: Mapping[str, Value], scope: Scope) -> str:
    """`{corner, columns: "g in grades", head, rows: "r in lines", label, cells: "n in r.counts", cell}`."""
    fields = fields_of(value, _WHERE, (*_NEEDED, "corner", "first_mm", "size"), _NEEDED)
    grid = _grid(fields, scope)
    head = row([fields.get("corner", ""), fields["head"]], grid, header=True)
    body = row([{"label": fields["label"]}, fields["cell"]], grid)
    rows = condition(fields["rows"], _WHERE)
    return table(
        grid,
        _across(head, fields["columns"])
        + control_row(f"for {rows}", 2)
        + _across(body, fields["cells"])
        + control_row("endfor", 2),
    )


def _grid(fields: Mapping[str, Value], scope: Scope) -> Grid:
    first = twips(float(fields.get("first_mm", 40)))
    widths = (first, scope.text_width_twips - first)
    return Grid(widths, ("center", "center"), "表格正文", "表头", _WHERE, fields.get("size", "小四"))


def _across(markup: str, loop: Value) -> str:
    """The row with its last cell once for each."""
    before, _, last = markup.rpartition(_CELL)
    cell, _, after = last.partition(_CELL_END)
    for_each = _control_cell(f"for {condition(loop, _WHERE)}")
    return f"{before}{for_each}{_CELL}{cell}{_CELL_END}{_control_cell('endfor')}{after}"


def _control_cell(tag: str) -> str:
    """A cell that holds a tag only and vanishes with it: `{%tc for … %}`."""
    return f"{_CELL}<w:tcPr/>{control(tag, 'tc')}{_CELL_END}"
