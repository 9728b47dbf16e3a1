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


def test_a_note_in_brackets_under_a_title_may_go_on_in_a_centred_row():
    cells = [Box(28.0 + 5.5 * at, 95, 33.5 + 5.5 * at, 100) for at in range(28)]
    said = "（2024年1月19日清河县第十八届人民代表大会第四次会议"
    opens = TextLine(
        tuple(Char(c, box, box, 100, "FandolKai", 16) for c, box in zip(said, cells, strict=False))
    )
    ends = row(98.0, 114.0, 110, 16)

    groups = list(groups_of([row_of(opens, _EDGES, is_red=False), ends], _PITCH_MM))

    assert len(groups) == 1
