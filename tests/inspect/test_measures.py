"""Measuring, measured by documents whose millimetres are known."""

import pytest
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm

from docgen.inspect import measures
from support.made_paper import MadePaper, full_pages, red_headed
from support.pdf import CELL_MM, TYPE_AREA, measured, to_pdfs

pytestmark = pytest.mark.pdf


@pytest.fixture(scope="module", autouse=True)
def _printed_in_one_start() -> None:
    to_pdfs([*map(full_pages, (1, 22, 23)), red_headed()])


def near(value: float, tolerance: float = 0.5):
    return pytest.approx(value, abs=tolerance)


def test_a_full_page_has_22_rows_of_28_characters_at_the_pitch_of_the_grid():
    page = measured(full_pages(23)).pages[0]

    rows = measures.body_rows(page, TYPE_AREA)

    assert len(rows) == 22
    assert {row.width_in_cells for row in rows} == {28.0}
    assert measures.chars_in_fullest_row(page, TYPE_AREA) == 28.0
    assert measures.pitch_mm(rows) == near(579 / 56.6929, 0.02)


def test_the_rest_of_a_paragraph_stands_on_the_next_page():
    first, second = measured(full_pages(23)).pages

    assert (first.number, second.number) == (1, 2)
    assert len(measures.body_rows(second, TYPE_AREA)) == 1


def test_the_first_and_the_last_ink_of_a_full_page_lie_as_the_set_up_says():
    page = measured(full_pages(22)).pages[0]

    assert measures.first_ink_top_mm(page) == near(40.6)
    assert page.black.bounds.bottom_mm == near(260, 1)
    assert page.black.bounds.left_mm == near(28.6, 0.6)


def test_the_cells_of_a_full_row_fill_the_type_area():
    row = measured(full_pages(1)).pages[0].lines[0]

    assert row.cells.left_mm == near(28.0, 0.1)
    assert row.cells.right_mm == near(184.0, 0.5)
    assert row.chars[1].cell.left_mm - row.chars[0].cell.left_mm == near(CELL_MM, 0.05)


def test_ink_inside_the_type_area_is_not_outside_and_the_page_number_is_allowed():
    page = measured(red_headed()).pages[0]

    assert measures.outside(page, TYPE_AREA) == []


def test_ink_beyond_the_type_area_is_found_where_it_is():
    paper = MadePaper()
    long = paper.line("国" * 28)
    long.paragraph_format.right_indent = -1_080_000  # 30 mm in EMU, past the right edge
    long.runs[0].add_text("国" * 5)

    (beyond,) = measures.outside(measured(paper.bytes).pages[0], TYPE_AREA)

    assert beyond.right_mm > 205
    assert beyond.top_mm == near(40.0, 1)


def test_the_mark_begins_72_mm_down_and_is_centred_and_the_red_line_is_not_part_of_it():
    page = measured(red_headed()).pages[0]

    mark = measures.mark(page)

    assert mark.top_mm == near(72.4)
    assert mark.bottom_mm < 90
    assert mark.centre_x_mm == near(106)


def test_the_red_line_is_as_wide_as_the_type_area_and_stands_under_the_number():
    page = measured(red_headed()).pages[0]

    (rule,) = measures.red_rules(page)
    (number,) = page.find("示院党发〔2026〕12号")

    assert (rule.box.left_mm, rule.box.right_mm) == (near(28, 0.2), near(184, 0.2))
    assert rule.thickness_mm == near(0.53, 0.06)
    assert rule.box.top_mm - number.ink.bottom_mm == near(3.75, 0.25)


def test_red_below_the_red_line_is_not_part_of_the_mark():
    paper = MadePaper()
    paper.mark("机关文件", 40)
    for _ in range(4):
        paper.line("")
    paper.border(paper.line("发〔2026〕1号"), bottom=(12, 6, "FF0000"))
    paper.line("红色的字", red=True)

    page = measured(paper.bytes).pages[0]

    assert measures.mark(page).bottom_mm < measures.red_rules(page)[0].box.top_mm
    assert page.red.bounds.bottom_mm > measures.red_rules(page)[0].box.bottom_mm + 3


def test_a_page_without_red_has_no_mark_and_no_red_line():
    page = measured(full_pages(1)).pages[0]

    assert measures.mark(page) is None
    assert measures.red_rules(page) == []
    assert measures.page_number(page) is None
    assert measures.imprint_rules(page) == []


def test_the_dashes_of_the_page_number_stand_7_mm_below_the_type_area():
    number = measures.page_number(measured(red_headed()).pages[0])

    assert number.number == 1
    assert number.dash_y_mm == near(269)
    assert 184 - number.ink.right_mm == near(4.94)


@pytest.mark.parametrize("direction", ["btLr", "tbRl"])
def test_a_page_number_on_its_side_is_read_in_its_direction(direction):
    paper = MadePaper()
    table = paper.document.add_table(rows=1, cols=1)
    table.rows[0].height = Mm(60)
    paper.line("— 13 —", "宋体", 14, within=table.rows[0].cells[0])
    turned = OxmlElement("w:textDirection")
    turned.set(qn("w:val"), direction)
    table.rows[0].cells[0]._tc.get_or_add_tcPr().append(turned)

    number = measures.page_number(measured(paper.bytes).pages[0])

    assert (number.number, number.is_turned) == (13, True)
    assert number.ink.height_mm > 3 * number.ink.width_mm
    assert number.dash.centre_x_mm == near(number.ink.centre_x_mm, 1)


def test_the_lines_of_the_imprint_are_told_apart_by_thickness():
    page = measured(red_headed()).pages[0]

    above, between, below = measures.imprint_rules(page)

    assert above.thickness_mm == near(0.353, 0.05)
    assert between.thickness_mm == near(0.265, 0.05)
    assert below.thickness_mm == near(0.353, 0.05)
    for rule in (above, between, below):
        assert (rule.box.left_mm, rule.box.right_mm) == (near(28, 0.2), near(184, 0.2))


def test_a_signature_set_in_four_characters_ends_four_cells_before_the_edge():
    page = measured(red_headed()).pages[0]

    (signature,) = page.find("中共示范学院委员会")[-1:]

    # The indent of the made paper is 4 × 16 pt, not 4 cells of 156 mm / 28.
    assert signature.cells.right_mm == near(184 - 4 * 16 * 25.4 / 72, 0.3)
