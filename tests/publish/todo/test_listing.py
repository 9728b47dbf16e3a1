from datetime import date

import pytest

from docgen.campaign.agenda import Item
from docgen.campaign.task import AT_ONCE, Task
from docgen.publish.todo.listing import groups, heading

DAY = date(2012, 6, 20)


def item(due=None, left=None, *, overdue=False, before="", what="做一件事"):
    return Item("Z01", Task(what, "field", "赵海", due, "R24", before), left, overdue)


@pytest.mark.parametrize(
    ("one", "words"),
    [
        (item(date(2012, 6, 30), 6, before="“七一”前考评"), "离“七一”前考评（6月30日）还有 6 个工作日"),
        (item(date(2012, 7, 2), 7), "离7月2日还有 7 个工作日"),
        (item(date(2013, 3, 1), 170), "离2013年3月1日还有 170 个工作日"),
        (item(date(2012, 6, 15), -3, overdue=True), "6月15日已过 3 个工作日"),
        (item(DAY, 0), "6月20日就是今天"),
        (item(date(2012, 6, 24), 0), "离6月24日已没有工作日"),
        (item(before=AT_ONCE), "马上要做"),
        (item(before="归档移交"), "归档移交之前"),
        (item(), "没有写明时限"),
    ],
)
def test_a_heading_tells_how_far_the_day_is(one, words):
    assert heading(one, DAY) == words


def test_items_of_one_day_stand_under_one_heading():
    first, second, third = (item(date(2012, 7, day), 8, what=str(day)) for day in (3, 3, 4))

    found = list(groups([first, second, third], DAY))

    assert [len(group.items) for group in found] == [2, 1]
