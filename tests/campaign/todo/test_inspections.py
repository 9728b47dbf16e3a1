from support.tasks import items_on

FOUND = {"branch": "Z01", "text": "记录不全", "demand": "补充记录", "due": "2013-05-20"}


def inspected(**changes):
    return {"inspections": [{"id": "JC-1", "date": "2013-05-07", "findings": [FOUND | changes]}]}


def test_what_an_inspection_demanded_is_owed_by_the_branch():
    item = items_on("2013-05-10", inspected())["inspections[0].findings[0].done"]

    assert (item.owner, item.task.who, item.task.due.isoformat()) == ("Z01", "赵海", "2013-05-20")


def test_a_demand_that_was_met_is_done():
    assert "inspections[0].findings[0].done" not in items_on("2013-06-10", inspected(done=True))


def test_a_demand_on_an_unknown_branch_stays_with_the_committee():
    item = items_on("2013-05-10", inspected(branch="Z99"))["inspections[0].findings[0].done"]

    assert (item.owner, item.task.who) == ("DW", "Z99")


def test_the_next_inspection_is_due_when_the_gap_is_over():
    rules = {"campaign": {"rules": {"inspection_max_gap_days": 90}}}

    assert items_on("2013-06-01", rules)["inspections"].task.due.isoformat() == "2013-08-05"
    assert "inspections" not in items_on("2013-12-10", rules)  # the acceptance is over
