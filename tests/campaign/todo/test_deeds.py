from support.tasks import items_on, stands_until


def test_a_deed_stands_until_it_is_done():
    item = stands_until("deeds[0].done_on", "2013-08-20")

    assert (item.task.who, item.task.due.isoformat(), item.task.rule) == ("钱进", "2013-08-31", "R34")


def test_a_public_pledge_stands_until_it_is_told_whether_it_was_kept():
    item = stands_until("pledges.to_public.items[0].fulfilled", "2013-06-30")

    assert item.task.due.isoformat() == "2013-06-30"


def test_a_broken_pledge_is_told_and_no_longer_listed():
    assert "pledges.to_public.items[1].fulfilled" not in items_on("2013-10-01")


def test_goals_and_rules_with_a_day_are_listed_until_they_are_done():
    undone = {
        "rules": [
            {"name": "学习制度", "action": "新建", "deadline": "2013-05-31"},
            {"name": "旧制度", "action": "沿用"},
        ],
        "venue": {"done_on": None},
    }

    found = items_on("2013-04-01", goals=undone)

    assert "goals.rules[0].done_on" in found
    assert "goals.rules[1].done_on" not in found  # it is there already
    assert "goals.venue.done_on" in found
