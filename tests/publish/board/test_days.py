from datetime import date

import pytest

from docgen.publish.board.days import on_paper, standing
from docgen.text.workdays import Calendar

# 端午 2012: Friday the 22nd is a holiday, nothing is worked in its stead.
CALENDAR = Calendar([date(2012, 6, 22)], [])
START, END = date(2012, 6, 18), date(2012, 6, 25)


@pytest.mark.parametrize(
    ("day", "state", "text"),
    [
        (date(2012, 6, 17), "upcoming", "2012年6月18日开始"),
        (date(2012, 6, 18), "current", "还剩5个工作日（含今天）"),
        (date(2012, 6, 21), "current", "还剩2个工作日（含今天）"),
        (date(2012, 6, 22), "current", "还剩1个工作日"),
        (date(2012, 6, 25), "current", "今天是最后一个工作日"),
        (date(2012, 6, 26), "ended", "已于2012年6月25日结束"),
    ],
)
def test_both_ends_of_the_period_count(day, state, text):
    found = standing(START, END, day, CALENDAR)

    assert (found.state, found.text) == (state, text)


def test_a_period_that_ends_on_a_weekend_may_have_no_working_day_left():
    found = standing(START, date(2012, 6, 24), date(2012, 6, 23), CALENDAR)

    assert found.text == "公示期内已没有工作日"


@pytest.mark.parametrize(("start", "end"), [(None, END), (START, None), (None, None)])
def test_a_notice_without_its_days_is_neither_current_nor_ended(start, end):
    assert standing(start, end, START, CALENDAR).state == "undated"


def test_what_is_read_later_says_of_which_day_it_is_true():
    day = date(2012, 6, 21)

    assert (
        on_paper(standing(START, END, day, CALENDAR), day).text
        == "截至2012年6月21日，还剩2个工作日（含当天）"
    )
    assert (
        on_paper(standing(START, END, END, CALENDAR), END).text == "截至2012年6月25日，当天是最后一个工作日"
    )
