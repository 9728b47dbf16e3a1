from support.tasks import items_on, stands_until

FIELD = "problems[0].measures[0].done_on"


def test_a_measure_stands_until_it_is_done_with_who_does_it_and_by_when():
    item = stands_until(FIELD, "2013-03-11")

    assert (item.owner, item.task.who, item.task.due.isoformat()) == ("Z01", "钱进", "2013-03-12")
    assert "C1“增开窗口，公布流程”" in item.task.what


def test_a_measure_of_a_settled_problem_is_no_longer_asked_for():
    data = {"problems": [{"id": "W1", "status": "已销号", "measures": [{"id": "C1", "action": "做一件事"}]}]}

    assert FIELD not in items_on("2013-03-10", **data)


def test_a_measure_without_a_name_and_a_day_takes_those_of_its_problem():
    problem = {"id": "W1", "lead": "钱进", "deadline": "2013-05-06", "measures": [{"action": "做一件事"}]}

    task = items_on("2013-03-10", problems=[problem])[FIELD].task

    assert (task.who, task.due.isoformat()) == ("钱进", "2013-05-06")
