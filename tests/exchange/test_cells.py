"""What a cell holds when an item of a list contains the marks that part items."""

import pytest

from docgen.exchange.cells import read_items, shown
from docgen.exchange.plan import LISTED
from docgen.records.shape import Many, Single
from docgen.records.write_back import marked

WORDS = Many(Single(str, LISTED))  # as 配合部门: short words, which stand in one line where they can


@pytest.mark.parametrize(
    "items",
    [["甲处", "乙处"], ["采购,招标处", "乙处"], ["采购,招标处"], ["甲、乙处"], ["学生处"]],
    ids=["plain words", "a comma in the first", "a comma in the only one", "a 顿号", "one word"],
)
def test_items_come_back_as_they_were(items):
    text = "support:\n" + "".join(f'  - "{item}"\n' for item in items)

    cell = shown(marked(text).entries[0][1], WORDS)

    assert [reading.value for reading in read_items(cell, WORDS)] == items


def test_words_typed_in_one_line_are_parted_by_marks():
    readings = read_items("党委办公室、学生处，团委", WORDS)

    assert [reading.value for reading in readings] == ["党委办公室", "学生处", "团委"]
