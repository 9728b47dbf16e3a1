from datetime import date

import pytest

from docgen.text.dates import NotADay, cn_date, cn_numeral_date, month_day, parse_day


@pytest.mark.parametrize(
    "typed",
    [
        "2012-06-05",
        "2012-6-5",
        "2012.6.5",
        "2012/6/5",
        "2012年6月5日",
        " 2012 年 6 月 5 日 ",
        "２０１２－０６－０５",
        "2012．6．5",
    ],
)
def test_day_is_read_in_every_way_people_type_it(typed):
    assert parse_day(typed) == date(2012, 6, 5)


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("2012-06-31", "六月只有 30 天"),
        ("2012-02-30", "2012 年二月只有 29 天"),
        ("2011-02-29", "2011 年二月只有 28 天"),
        ("2012-13-01", "没有 13 月"),
        ("2012-00-01", "没有 0 月"),
        ("2012-01-00", "没有 0 日"),
        ("0000-01-01", "没有公元 0 年"),
        ("6/8", "没有写年份"),
        ("6月8日", "没有写年份"),
        ("14:30", ""),
        ("0000123", ""),
        ("2012-06.05", ""),
        ("20120605", ""),
        ("12-06-05", ""),
        ("2012-06-05T00:00", ""),
    ],
)
def test_what_is_no_day_is_refused_with_the_reason(typed, reason):
    with pytest.raises(NotADay) as caught:
        parse_day(typed)

    assert str(caught.value) == reason


def test_days_are_printed_without_leading_zeros():
    assert cn_date(date(2012, 6, 4)) == "2012年6月4日"
    assert month_day(date(2012, 6, 4)) == "6月4日"


@pytest.mark.parametrize(
    ("day", "text"),
    [
        (date(2012, 5, 29), "二〇一二年五月二十九日"),
        (date(2010, 10, 10), "二〇一〇年十月十日"),
        (date(2005, 12, 31), "二〇〇五年十二月三十一日"),
        (date(2012, 11, 20), "二〇一二年十一月二十日"),
    ],
)
def test_day_in_numerals_as_under_older_papers(day, text):
    assert cn_numeral_date(day) == text
