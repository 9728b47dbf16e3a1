"""Which rows of a page are one block."""

from docgen.inspect.geometry import Box
from docgen.inspect.lettering import Char, TextLine
from docgen.inspect.pages.grouping import groups_of
from docgen.inspect.pages.rows import Edges, row_of

_EDGES = Edges(28.0, 184.0, 156 / 28)
_PITCH_MM = 10.2


def row(left_mm: float, right_mm: float, baseline_mm: float, size_pt: float):
    cell = Box(left_mm, baseline_mm - 5, right_mm, baseline_mm)
    return row_of(
        TextLine((Char("题", cell, cell, baseline_mm, "FandolSong", size_pt),)), _EDGES, is_red=False
    )


def sizes_of_groups(*rows) -> list[int]:
    return [len(group.rows) for group in groups_of(rows, _PITCH_MM)]


def test_a_title_row_that_fills_the_page_belongs_to_the_centred_one_beside_it():
    short, full = (76.0, 136.0), (28.5, 183.0)

    assert sizes_of_groups(row(*short, 100, 22), row(*full, 111, 22)) == [2]
    assert sizes_of_groups(row(*full, 100, 22), row(*short, 111, 22)) == [2]


def test_a_large_row_at_the_left_is_no_part_of_the_title():
    assert sizes_of_groups(row(76.0, 136.0, 100, 22), row(28.0, 120.0, 111, 22)) == [1, 1]
