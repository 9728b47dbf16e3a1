import pytest

from support.good import branch
from support.tasks import items_on, stands_until


def escalated(**asked):
    whole = branch()["problems"]
    whole[1] |= {"triage": "上级协调", "explanation": {}, "escalation": asked}
    return whole


RULES = {"campaign": {"rules": {"reply_max_days": 45}}}


@pytest.mark.parametrize(
    ("key", "day", "asked"),
    [
        ("sent_on", "2013-04-01", {"to": "医院党委", "sent_on": "2013-04-01"}),
        ("replied_on", "2013-04-20", {"to": "财务处", "sent_on": "2013-04-01", "replied_on": "2013-04-20"}),
    ],
)
def test_a_step_of_an_escalation_stands_until_its_day(key, day, asked):
    stands_until(f"problems[1].escalation.{key}", day, RULES, problems=escalated(**asked))


def test_the_superior_has_as_many_days_to_answer_as_the_record_allows():
    asked = escalated(to="财务处", sent_on="2013-04-01")

    item = items_on("2013-05-20", RULES, problems=asked)["problems[1].escalation.replied_on"]

    assert (item.task.who, item.task.due.isoformat(), item.overdue) == ("财务处", "2013-05-16", True)


def test_an_answer_is_followed_by_what_came_of_it():
    asked = escalated(to="财务处", sent_on="2013-04-01", replied_on="2013-04-20")

    assert "problems[1].escalation.outcome" in items_on("2013-04-21", RULES, problems=asked)
    assert "problems[1].escalation.outcome" not in items_on(
        "2013-04-21",
        RULES,
        problems=escalated(sent_on="2013-04-01", replied_on="2013-04-20", outcome="已解决"),
    )
