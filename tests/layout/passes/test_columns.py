"""Columns that a tag repeats share the width; tables that somebody drew are left as they are."""

import re

from docgen.layout.markup import W as NAMESPACE
from docgen.layout.passes.columns import share_columns
from docgen.layout.passes.paper import Rendered
from docgen.layout.profile import SETUP
from docgen.layout.tree import parse, serialize, style_names


def widths(frame: int, rows: list[list[int]]) -> list[list[int]]:
    """The widths of the cells after the step."""
    cells = "".join(
        "<w:tr>"
        + "".join(f'<w:tc><w:tcPr><w:tcW w:w="{one}" w:type="dxa"/></w:tcPr></w:tc>' for one in row)
        + "</w:tr>"
        for row in rows
    )
    table = f'<w:tbl><w:tblPr><w:tblW w:w="{frame}" w:type="dxa"/></w:tblPr>{cells}</w:tbl>'
    root = parse(f'<w:document xmlns:w="{NAMESPACE}"><w:body>{table}</w:body></w:document>'.encode())
    share_columns(Rendered(root, style_names(None), SETUP))
    return [
        [int(found) for found in re.findall(r'w:w="(\d+)"', row)]
        for row in serialize(root).decode().split("<w:tr>")[1:]
    ]


def test_a_repeated_cell_shares_what_the_first_leaves():
    assert widths(9000, [[3000, 6000, 6000, 6000]] * 2) == [[3000, 2000, 2000, 2000]] * 2


def test_the_first_column_never_takes_more_than_half():
    assert widths(9000, [[8000, 1000, 1000, 1000, 1000]]) == [[4500, 1125, 1125, 1125, 1125]]


def test_a_table_that_is_a_little_too_wide_is_left_alone():
    drawn = [[3000, 2000, 4500]]

    assert widths(9000, drawn) == drawn


def test_a_table_with_columns_of_their_own_widths_is_left_alone():
    drawn = [[3000, 6000, 5000, 4000]]

    assert widths(9000, drawn) == drawn
