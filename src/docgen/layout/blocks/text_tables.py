"""A table that came with a text, rows of words and nothing known of them: the first row is its head.

Columns and their widths are known once the words are: the layout pass sets them (passes/text_tables.py).
"""

from collections.abc import Mapping

from docgen.layout.blocks.control import condition
from docgen.layout.blocks.registry import Scope, Value, block, fields_of
from docgen.layout.blocks.rows import Grid, row, table
from docgen.layout.gbt9704 import twips
from docgen.layout.markup import control, control_row
from docgen.layout.passes.text_tables import MARK

_WHERE = "text_table"
_CELL, _CELL_END, _END_OF_PROPERTIES = "<w:tc>", "</w:tc>", "</w:tblPr>"
_TAG_MM = 1.0  # the columns of the two cells with tags; they vanish


@block(_WHERE)
def text_table(value: Value, item: Mapping[str, Value], scope: Scope) -> str:
    """`{rows: piece.rows}`: lists of texts."""
    fields = fields_of(value, _WHERE, ("rows", "size"), ("rows",))
    rows = condition(fields["rows"], _WHERE)
    tag = twips(_TAG_MM)
    widths = (tag, scope.text_width_twips - 2 * tag, tag)
    grid = Grid(widths, ("left",) * 3, "表格正文", "表头", _WHERE, fields.get("size", "小四"), True)
    markup = table(
        grid,
        _across(row(["", "{{ cell }}", ""], grid, header=True), f"({rows})[0]")
        + control_row(f"for line in ({rows})[1:]", len(widths))
        + _across(row(["", "{{ cell }}", ""], grid), "line")
        + control_row("endfor", len(widths)),
    )
    return markup.replace(_END_OF_PROPERTIES, f'<w:tblCaption w:val="{MARK}"/>{_END_OF_PROPERTIES}', 1)


def _across(markup: str, cells: str) -> str:
    """The row with its second cell once for each: the tags stand in the cells beside it."""
    pieces = markup.split(_CELL_END)
    for at, tag in ((0, f"for cell in {cells}"), (2, "endfor")):
        before, _, cell = pieces[at].rpartition(_CELL)
        width = cell[cell.index("<w:tcPr>") : cell.index("</w:tcPr>") + len("</w:tcPr>")]
        pieces[at] = f"{before}{_CELL}{width}{control(tag, 'tc')}"
    return _CELL_END.join(pieces)
