from support.good import branch
from support.tasks import items_on, stands_until


def publicity(**changes):
    whole = branch()["publicity"]
    whole["notices"][0] |= changes.pop("notice", {})
    whole["feedback"][0] |= changes.pop("feedback", {})
    return whole


def test_a_notice_is_put_up_on_its_first_day():
    assert stands_until("publicity.notices[0].start", "2013-03-14").task.who == "赵海"


def test_a_notice_is_concluded_on_the_working_day_after_its_last():
    item = items_on("2013-03-15")["publicity.notices[0].conclusion"]

    assert item.task.due.isoformat() == "2013-03-21"


def test_a_conclusion_is_late_when_that_day_has_passed():
    open_notice = publicity(notice={"conclusion": ""})

    item = items_on("2013-03-25", publicity=open_notice)["publicity.notices[0].conclusion"]

    assert (item.overdue, item.days_left) == (True, -2)


def test_a_concluded_notice_is_done():
    assert "publicity.notices[0].conclusion" not in items_on("2013-03-20")


def test_an_opinion_is_answered_before_the_notice_ends_by_who_receives_it():
    item = stands_until("publicity.feedback[0].replied_on", "2013-03-19")

    assert (item.task.who, item.task.due.isoformat()) == ("钱进", "2013-03-20")


def test_an_opinion_about_an_unknown_notice_is_still_to_be_answered():
    lost = publicity(feedback={"notice": "G9", "replied_on": None})

    task = items_on("2013-03-19", publicity=lost)["publicity.feedback[0].replied_on"].task

    assert (task.who, task.due) == ("赵海", None)


def test_approved_goals_are_to_be_posted():
    assert "publicity.notices" in items_on("2013-03-13", publicity={"notices": []})
    assert "publicity.notices" not in items_on("2013-03-13")
