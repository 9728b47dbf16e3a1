import pytest

from docgen.layout import gbt9704 as g


def test_margins_and_text_area_make_the_page():
    assert g.LEFT.mm + g.TEXT_WIDTH.mm + g.RIGHT.mm == g.PAGE_WIDTH.mm
    assert g.TOP.mm + g.TEXT_HEIGHT.mm + g.BOTTOM.mm == g.PAGE_HEIGHT.mm
    assert g.LEFT_TWIPS + g.TEXT_WIDTH_TWIPS + g.RIGHT_TWIPS == g.PAGE_WIDTH_TWIPS


@pytest.mark.parametrize(
    ("mm", "twips"), [(37, 2098), (35, 1984), (156, 8844), (225, 12756), (72, 4082), (4, 227)]
)
def test_millimetres_become_the_twips_of_the_conversion_table(mm, twips):
    assert g.twips(mm) == twips


def test_a_full_row_holds_28_characters_and_not_29():
    assert 28 * g.CHAR_ADVANCE_TWIPS <= g.TEXT_WIDTH_TWIPS < 29 * g.CHAR_ADVANCE_TWIPS
    assert g.SIZE_3 * 10 + g.CHAR_SPACING_TWIPS == g.CHAR_ADVANCE_TWIPS


def test_a_title_row_holds_20_characters_and_not_21():
    assert 20 * g.SIZE_2 * 10 <= g.TEXT_WIDTH_TWIPS < 21 * g.SIZE_2 * 10


def test_the_mark_stands_35_mm_under_the_top_of_the_text_area():
    assert g.MARK_TOP.mm - g.TOP.mm == 35


def test_the_page_number_stands_7_mm_under_the_text_area():
    assert g.PAGE_NUMBER_DASH.mm - (g.TOP.mm + g.TEXT_HEIGHT.mm) == 7


def test_every_measure_names_its_clause_or_says_that_it_is_habit():
    measures = [value for value in vars(g).values() if isinstance(value, g.Measure)]

    assert len(measures) > 15
    assert all(measure.clause == "惯例" or measure.clause[0].isdigit() for measure in measures)
    assert all(measure.what for measure in measures)


def test_a_measure_knows_its_twips_and_emu():
    assert g.MARK_TOP.twips == 4082
    assert g.MARK_TOP.emu == 72 * 36000
