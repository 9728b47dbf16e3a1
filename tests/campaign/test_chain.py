"""Of two days out of order, the days around them tell which is wrong."""

from datetime import date

from docgen.campaign.chain import Event, breaks


def events(*days: int) -> list[Event]:
    return [Event(f"f{place}", f"n{place}", date(2027, 3, day)) for place, day in enumerate(days)]


def wrong(*days: int) -> list[str]:
    return [broken.wrong.field for broken in breaks(events(*days))]


def test_equal_days_are_in_order():
    assert wrong(1, 1, 2) == []


def test_a_day_too_late_for_all_that_follow_is_the_wrong_one():
    assert wrong(1, 20, 3, 4) == ["f1"]


def test_a_day_too_early_for_all_before_is_the_wrong_one():
    assert wrong(10, 12, 3, 14) == ["f2"]


def test_where_either_may_be_wrong_it_is_the_later():
    assert wrong(10, 9) == ["f1"]


def test_a_break_names_both_in_the_order_they_should_have():
    (broken,) = breaks(events(5, 4))

    assert (broken.earlier.field, broken.later.field) == ("f0", "f1")
