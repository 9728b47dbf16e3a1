"""Lists and ledgers: a header that repeats on every page, rows that do not break."""

from collections.abc import Mapping

from docgen.layout.blocks.body import styled_paragraph
from docgen.layout.blocks.registry import BlockError, Scope, Value, block, fields_of, text_of
from docgen.layout.blocks.rows import Grid, columns_twips, row, rows_of, table
from docgen.layout.gbt9704 import twips

_KEYS = (
    "caption",
    "columns",
    "rows",
    "cells",
    "body",
    "footer",
    "empty",
    "size",
    "break_rows",
    "row_min_mm",
    "header",
    "blank_rows",
)
_BLANK_ROW_MM = 9.0  # room for a line of handwriting


@block("table")
def ledger(value: Value, item: Mapping[str, Value], scope: Scope) -> str:
    """`{caption, columns: [{title, mm, align}], rows: "p in problems", cells, body, footer, empty, size}`."""
    fields = fields_of(value, "table", _KEYS)
    grid = _grid(fields, scope)
    caption = (
        styled_paragraph("表题", text_of(fields["caption"], "table.caption")) if fields.get("caption") else ""
    )
    return caption + table(
        grid, _head(fields, grid) + _body(fields, grid) + rows_of(fields.get("footer"), grid)
    )


def _grid(fields: Mapping[str, Value], scope: Scope) -> Grid:
    columns = [
        fields_of(column, "table.columns", ("title", "mm", "align"), ("mm",))
        for column in fields.get("columns", [])
    ]
    if not columns:
        raise BlockError("table", "缺少 columns")
    widths = columns_twips([column["mm"] for column in columns], scope.text_width_twips, "table")
    return Grid(
        widths,
        tuple(column.get("align", "left") for column in columns),
        "表格正文",
        "表头",
        "table",
        fields.get("size", "小四"),
        bool(fields.get("break_rows", False)),
        twips(float(fields.get("row_min_mm", 0))),
    )


def _head(fields: Mapping[str, Value], grid: Grid) -> str:
    if fields.get("header") is False:
        return ""
    return row([column.get("title", "") for column in fields["columns"]], grid, header=True)


def _body(fields: Mapping[str, Value], grid: Grid) -> str:
    if "body" in fields:
        return rows_of(fields["body"], grid)
    cells = fields.get("cells", [])
    if not fields.get("rows"):
        return rows_of(cells if cells and isinstance(cells[0], list) else [cells] if cells else [], grid)
    otherwise = _otherwise(fields, len(grid.columns_twips))
    return rows_of([{"for": fields["rows"], "cells": cells, "else": otherwise}], grid)


def _otherwise(fields: Mapping[str, Value], columns: int) -> list[Value]:
    """What is printed when there are no rows: rows to write in for a blank form, else the word for none."""
    empty, blank_rows = fields.get("empty"), fields.get("blank_rows", 0)
    told = [[{"text": empty, "span": columns, "align": "center"}]] if empty else []
    if not blank_rows:
        return told
    if not isinstance(blank_rows, int):
        raise BlockError("table.blank_rows", f"应当是行数，却写成了“{blank_rows}”")
    blank: Value = {"for": f"blank_row in range({blank_rows})", "cells": _blank_cells(columns)}
    return [{"if": "is_blank", "rows": [blank], "else": told}]


def _blank_cells(columns: int) -> list[Value]:
    return [{"text": "", "min_mm": _BLANK_ROW_MM}] + [""] * (columns - 1)
