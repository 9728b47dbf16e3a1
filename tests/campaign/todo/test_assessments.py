import pytest

from support.tasks import items_on, stands_until


@pytest.mark.parametrize(
    ("field", "day", "who", "due"),
    [
        ("midterm.date", "2013-06-25", "吴静", "2013-06-30"),
        ("final.applied_on", "2013-11-28", "赵海", "2013-12-31"),
        ("final.date", "2013-12-09", "吴静", "2013-12-31"),
    ],
)
def test_each_assessment_stands_until_its_day(field, day, who, due):
    task = stands_until(field, day).task

    assert (task.who, task.due.isoformat()) == (who, due)


def test_the_branch_studies_as_often_as_the_record_says():
    rules = {"campaign": {"rules": {"branch_study_max_gap_days": 60}}}

    assert items_on("2013-04-01", rules)["meetings"].task.due.isoformat() == "2013-05-06"
    assert "meetings" not in items_on("2013-04-01")


def test_the_midterm_is_not_yet_asked_for_before_the_approval():
    assert "midterm.date" not in items_on("2013-03-11")
