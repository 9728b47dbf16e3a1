from datetime import date

import pytest

from docgen.campaign.models.process import Channel
from docgen.campaign.phrases import channels, joined, period, period_with_workdays, quantity, sentence_list


@pytest.mark.parametrize(
    ("start", "end", "text"),
    [
        (date(2012, 6, 15), date(2012, 6, 21), "2012年6月15日至6月21日"),
        (date(2012, 12, 31), date(2013, 1, 4), "2012年12月31日至2013年1月4日"),
        (date(2012, 6, 15), date(2012, 6, 15), "2012年6月15日"),
        (date(2012, 6, 15), None, "2012年6月15日至　　年　月　日"),
        (None, None, ""),
    ],
)
def test_a_period_repeats_the_year_only_when_it_changes(start: date | None, end: date | None, text: str):
    assert period(start, end) == text


def test_working_days_stand_behind_the_period():
    assert (
        period_with_workdays(date(2012, 6, 15), date(2012, 6, 21), 5) == "2012年6月15日至6月21日（5个工作日）"
    )
    assert period_with_workdays(None, None, None) == ""


def test_channels_show_type_and_place():
    places = (
        Channel(type="公示栏", place="一楼"),
        Channel(place="校园网"),
        Channel(type="会议"),
        Channel(type="校园网", place="专题", url="example.org"),
    )

    assert channels(places) == "公示栏（一楼）、校园网、会议、校园网（专题，example.org）"


def test_a_unit_stands_close_to_its_number():
    assert quantity(5, "工作日") == "5个工作日"
    assert quantity(None, "工作日") == ""


def test_words_are_joined_once_each():
    assert joined(("甲", "", "乙", "甲")) == "甲、乙"


def test_texts_become_one_sentence():
    assert sentence_list(("没有统计。", " 窗口少；", "")) == "没有统计；窗口少。"
    assert sentence_list(()) == ""
