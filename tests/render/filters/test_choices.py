"""勾选, 打勾."""

from docgen.render.filters.choices import checked, tick


def test_chosen_option_is_ticked_among_all():
    assert tick("同意", ["同意", "不同意"]) == "☑同意　☐不同意"
    assert tick(["甲", "丙"], "甲、乙、丙", " ") == "☑甲 ☐乙 ☑丙"
    assert tick(None, "是 否") == "☐是　☐否"


def test_box_is_ticked_for_what_is_true():
    assert [checked(value) for value in (True, "是", 1, False, None, "", "否")] == [
        "☑",
        "☑",
        "☑",
        "☐",
        "☐",
        "☐",
        "☐",
    ]
