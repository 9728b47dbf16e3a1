from docgen.inspect.geometry import Box
from docgen.inspect.lettering import Char, lines_of, turned_lines_of


def make_char(text: str, left: float, baseline: float = 100, turned: int = 0, top: float = 95) -> Char:
    cell = Box(left, top, left + 5, top + 5)
    return Char(text, cell, cell, baseline, "FandolFang", 16, turned)


def test_lines_go_down_and_characters_go_right_whatever_the_drawing_order():
    chars = [make_char("乙", 20), make_char("丙", 10, 110), make_char("甲", 10)]

    assert [line.text for line in lines_of(chars)] == ["甲乙", "丙"]


def test_characters_of_slightly_different_baselines_are_one_line():
    assert [line.text for line in lines_of([make_char("甲", 10, 100), make_char("2", 15, 100.6)])] == ["甲2"]


def test_spaces_at_the_ends_do_not_move_the_edges_of_a_line():
    (line,) = lines_of([make_char(" ", 0), make_char("甲", 5), make_char(" ", 10)])

    assert line.cells == Box(5, 95, 10, 100)


def test_a_line_of_spaces_is_no_line():
    assert lines_of([make_char(" ", 0), make_char("　", 5)]) == ()


def test_a_part_is_found_as_often_as_it_stands_there():
    (line,) = lines_of([make_char(text, 5.0 * at) for at, text in enumerate("国家国家")])

    assert [part.cells.left_mm for part in line.find("国家")] == [0, 10]
    assert line.find("家家") == []
    assert line.find(" ") == []


def test_digits_count_half_a_character():
    (line,) = lines_of([make_char(text, 5.0 * at) for at, text in enumerate("2026年“五")])

    assert line.width_in_cells == 5.0


def test_text_on_its_side_is_read_along_its_column():
    chars = [make_char("1", 0, 30, 90, top=60), make_char("—", 0, 30, 90, top=50), make_char("正", 0)]

    assert [line.text for line in turned_lines_of(chars)] == ["—1"]
    assert [line.text for line in lines_of(chars)] == ["正"]
