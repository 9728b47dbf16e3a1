import pytest

from support.tasks import items_on, stands_until


@pytest.mark.parametrize(
    ("field", "day", "who"),
    [
        ("plan.adopted.date", "2013-03-11", "医院党委"),
        ("submission_to_superior.reply.date", "2013-03-12", "市委卫生工委"),
        ("deployment_meeting.date", "2013-03-14", "党委办公室"),
    ],
)
def test_each_step_of_the_committee_stands_until_its_day(field, day, who):
    item = stands_until(field, day)

    assert (item.owner, item.task.who) == ("DW", who)


def test_an_adopted_plan_is_pledged_and_sent_up():
    undone = {"overall_pledge": {"date": None}, "submission_to_superior": None}

    found = items_on("2013-03-12", undone)

    assert found["overall_pledge.date"].task.who == "周明"
    assert "submission_to_superior.request.date" in found


def test_tasks_of_the_plan_are_listed_until_their_day():
    plan = {"plan": {"tasks": [{"seq": 1, "task": "汇总档案。", "lead": "组织部", "deadline": "2013-04-10"}]}}

    assert items_on("2013-04-10", plan)["plan.tasks[0].deadline"].task.what == "方案任务 1：汇总档案"
    assert "plan.tasks[0].deadline" not in items_on("2013-04-11", plan)
