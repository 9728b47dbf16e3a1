import pytest

from support.tasks import items_on, stands_until


@pytest.mark.parametrize(
    ("field", "day", "who", "rule"),
    [
        ("review.submissions[0].reviewed_on", "2013-03-08", "吴静", "R43"),
        ("review.approval.date", "2013-03-12", "医院党委", "R25"),
    ],
)
def test_each_step_of_the_method_stands_until_its_day(field, day, who, rule):
    task = stands_until(field, day).task

    assert (task.who, task.rule, task.before) == (who, rule, "“七一”前考评")


def test_a_method_that_is_not_adopted_goes_to_the_meeting_first():
    found = items_on("2013-03-05", method={"adopted": None}, review=None)

    assert found["method.adopted.date"].task.rule == "R19"
    assert "review.submissions" not in found


def test_an_adopted_method_is_to_be_handed_in():
    assert items_on("2013-03-10", review=None)["review.submissions"].task.who == "赵海"


def test_a_method_that_was_sent_back_returns_to_the_secretary():
    back = {"version": 1, "submitted_on": "2013-03-07", "reviewed_on": "2013-03-08", "result": "退回修改"}

    task = items_on("2013-03-09", review={"submissions": [back], "approval": None})

    assert task["review.submissions[0].result"].task.who == "赵海"


def test_without_a_method_there_is_no_step():
    assert not any("review" in field for field in items_on("2013-03-05", method=None, review=None))
