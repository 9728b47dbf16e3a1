"""顿号连接, 编号."""

import pytest

from docgen.render.filters.lists import joined, numbered


def test_items_are_joined_without_the_empty_ones():
    assert joined(["甲", "", None, "乙", 3]) == "甲、乙、3"
    assert joined(["甲", "乙"], "；") == "甲；乙"
    assert joined(None) == ""
    assert joined("单个") == "单个"


@pytest.mark.parametrize(
    ("style", "printed"),
    [
        ("1", "1.甲\n2.乙"),
        ("一", "一、甲\n二、乙"),
        ("（一）", "（一）甲\n（二）乙"),
        ("（1）", "（1）甲\n（2）乙"),
    ],
)
def test_items_are_numbered_in_the_office_styles(style, printed):
    assert numbered(["甲", "", "乙"], style) == printed


def test_unknown_style_names_the_known_ones():
    with pytest.raises(ValueError, match="（一）"):
        numbered(["甲"], "a")
