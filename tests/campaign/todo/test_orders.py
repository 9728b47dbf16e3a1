from docgen.campaign.task import AT_ONCE
from support.tasks import items_on, stands_until

CRITICISED = {"outcome": "批评并限期整改"}
ORDER = {
    "issued_on": "2013-06-27",
    "deadline": "2013-07-20",
    "receipt": {"by": "赵海", "date": "2013-06-28"},
    "report": {"title": "整改报告", "date": "2013-07-18"},
    "recheck": {"by": "吴静", "date": "2013-07-23", "result": "合格"},
}


def test_each_step_of_an_order_stands_until_its_day():
    steps = {"receipt": "2013-06-28", "report": "2013-07-18", "recheck": "2013-07-23"}
    for key, day in steps.items():
        field = f"rectification_order.{key}.date"

        item = stands_until(field, day, midterm=CRITICISED, rectification_order=ORDER)

        assert item.task.rule == "R50"


def test_who_was_criticised_is_sent_an_order_at_once():
    task = items_on("2013-06-26", midterm=CRITICISED)["rectification_order.issued_on"].task

    assert (task.due, task.before) == (None, AT_ONCE)


def test_who_was_praised_owes_nothing():
    assert not any(field.startswith("rectification_order") for field in items_on("2013-06-26"))
