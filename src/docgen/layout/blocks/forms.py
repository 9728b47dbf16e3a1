"""Forms: labelled cells in one frame that goes on over the page's end."""

from collections.abc import Mapping

from docgen.layout.blocks.registry import BlockError, Scope, Value, block, fields_of
from docgen.layout.blocks.rows import Grid, columns_twips, rows_of, table
from docgen.layout.gbt9704 import twips

_KEYS = ("columns_mm", "rows", "header", "size", "row_min_mm", "break_rows")
_ROW_MIN_MM = 9.0


@block("form")
def form(value: Value, item: Mapping[str, Value], scope: Scope) -> str:
    """`{columns_mm: [24, 54, 24, 54], rows: [...], header: {repeat: true}}`; text cells may break."""
    fields = fields_of(value, "form", _KEYS)
    widths = fields.get("columns_mm")
    if not widths:
        raise BlockError("form", "缺少 columns_mm")
    grid = Grid(
        columns_twips(widths, scope.text_width_twips, "form"),
        ("left",) * len(widths),
        "表单正文",
        "表单标签",
        "form",
        fields.get("size", "小四"),
        bool(fields.get("break_rows", True)),
        twips(float(fields.get("row_min_mm", _ROW_MIN_MM))),
    )
    return table(grid, rows_of(_with_header(fields), grid))


def _with_header(fields: Mapping[str, Value]) -> list[Value]:
    rows = list(fields.get("rows", []))
    repeat = fields_of(fields.get("header") or {}, "form.header", ("repeat",)).get("repeat", False)
    if not (repeat and rows):
        return rows
    first = rows[0] if isinstance(rows[0], Mapping) else {"cells": rows[0]}
    return [{**first, "header": True}, *rows[1:]]
