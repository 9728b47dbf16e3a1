from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.text.workdays import Calendar

# 2012: 端午 is 22 to 24 June (Friday to Sunday), no make-up day; 国庆 is 30 September to 7 October,
# made up for on Saturday 29 September.
CALENDAR = Calendar(
    holidays=[date(2012, 6, 22)] + [date(2012, 10, day) for day in range(1, 6)],
    extra=[date(2012, 9, 29)],
)


@pytest.mark.parametrize(
    ("start", "end", "count"),
    [
        (date(2012, 6, 15), date(2012, 6, 21), 5),  # Fri, Mon-Thu
        (date(2012, 6, 18), date(2012, 6, 25), 5),  # Mon-Thu, 端午, Mon
        (date(2012, 6, 22), date(2012, 6, 24), 0),
        (date(2012, 9, 28), date(2012, 10, 8), 3),  # Fri, worked Saturday, Mon 8 October
        (date(2012, 6, 21), date(2012, 6, 15), 0),
        (date(2012, 6, 15), date(2012, 6, 15), 1),
    ],
)
def test_working_days_count_both_ends_and_skip_holidays(start, end, count):
    assert CALENDAR.count(start, end) == count


def test_worked_saturday_is_a_working_day_and_holiday_friday_is_none():
    assert CALENDAR.is_workday(date(2012, 9, 29))
    assert not CALENDAR.is_workday(date(2012, 6, 22))
    assert not CALENDAR.is_workday(date(2012, 6, 23))


@pytest.mark.parametrize(
    ("day", "workdays", "result"),
    [
        (date(2012, 6, 14), 5, date(2012, 6, 21)),
        (date(2012, 6, 21), 1, date(2012, 6, 25)),
        (date(2012, 9, 28), 1, date(2012, 9, 29)),
        (date(2012, 6, 25), -1, date(2012, 6, 21)),
        (date(2012, 6, 23), 0, date(2012, 6, 23)),
    ],
)
def test_adding_working_days_skips_what_is_not_worked(day, workdays, result):
    assert CALENDAR.add(day, workdays) == result


days = st.dates(date(2012, 1, 1), date(2013, 12, 31))


@given(days, days, st.sets(days, max_size=20), st.sets(days, max_size=20))
def test_count_is_the_number_of_days_that_are_worked(start, end, holidays, extra):
    calendar = Calendar(holidays, extra)

    counted = calendar.count(start, end)

    each = (start + timedelta(days=n) for n in range((end - start).days + 1))
    assert counted == sum(calendar.is_workday(day) for day in each)
