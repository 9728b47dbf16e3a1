"""年月日 and its kin."""

from datetime import date

import pytest

from docgen.render import Template, TemplateError
from docgen.render.filters.dates import cn_date, cn_numeral_date, month_day
from support.rendering import made, text_of

DAY = date(2012, 6, 14)


def test_dates_are_written_in_three_ways():
    assert (cn_date(DAY), month_day(DAY), cn_numeral_date(DAY)) == (
        "2012年6月14日",
        "6月14日",
        "二〇一二年六月十四日",
    )


@pytest.mark.parametrize("text", ["2012-06-14", "2012.6.14", "2012年6月14日"])
def test_text_that_is_a_date_counts_as_one(text):
    assert cn_date(text) == "2012年6月14日"


@pytest.mark.parametrize("empty", [None, ""])
def test_without_a_date_a_blank_is_left_for_the_pen(empty):
    assert cn_date(empty) == "　　　　年　　月　　日"
    assert month_day(empty) == "　　月　　日"


def test_text_that_is_no_date_is_an_error_that_names_the_tag():
    with pytest.raises(TemplateError, match="“不详”不是日期"):
        Template(made("{{ day|年月日 }}")).render({"day": "不详"})


def test_filters_go_by_chinese_and_english_names():
    form = Template(made("{{ day|年月日 }} {{ day|cn_date }} {{ day|月日 }} {{ day|汉字日期 }}"))

    assert text_of(form.render({"day": DAY})) == "2012年6月14日 2012年6月14日 6月14日 二〇一二年六月十四日"
