from datetime import date

import pytest

from docgen.campaign.task import days_after
from support.good import branch
from support.tasks import items_on, stands_until


def problems(place, **changes):
    """The good branch's problems with one changed."""
    whole = branch()["problems"]
    whole[place] |= changes
    return whole


@pytest.mark.parametrize(
    ("field", "day", "who", "due", "rule"),
    [
        ("problems[0].immediate.done_on", "2013-03-11", "钱进", "2013-03-16", "R31"),
        ("problems[1].explanation.date", "2013-03-18", "赵海", "2013-06-30", "R32"),
        ("problems[1].closure.applied_on", "2013-06-20", "赵海", "2013-09-30", "R54"),
        ("problems[1].closure.checked_on", "2013-06-21", "郑华", "2013-12-31", "R54"),
        ("problems[1].closure.closed_on", "2013-06-24", "医院党委", "2013-12-31", "R54"),
        ("problems[0].recheck.date", "2013-10-15", "吴静", "2013-12-31", "R56"),
    ],
)
def test_each_step_of_a_problem_stands_until_its_day(field, day, who, due, rule):
    task = stands_until(field, day).task

    assert (task.who, task.due.isoformat(), task.rule) == (who, due, rule)


def test_a_problem_carried_over_keeps_its_new_deadline():
    changed = problems(
        1,
        status="转入续办",
        closure={},
        recheck={},
        carry_over={"reason": "难", "new_deadline": "2014-03-31"},
    )

    task = items_on("2013-12-20", problems=changed)["problems[1].carry_over.new_deadline"].task

    assert task.due.isoformat() == "2014-03-31"


def test_progress_is_asked_for_when_the_gap_that_the_record_sets_is_over():
    rules = {"campaign": {"rules": {"progress_max_gap_days": 30}}}

    item = items_on("2013-04-20", rules)["problems[0].progress"]

    assert (item.task.due.isoformat(), item.overdue) == ("2013-04-10", True)


def test_progress_is_not_asked_for_where_the_record_sets_no_gap():
    assert "problems[0].progress" not in items_on("2013-04-20")


def test_days_beyond_the_calendar_are_no_deadline():
    assert days_after(date(9999, 12, 30), 2) is None
    assert days_after(date(2013, 1, 1), 10**12) is None
