"""Names of several organs over their seals: whole, as far as the row has room."""

import re

import pytest

from support.layout import paper, part, texts

BLOCKS = """
- text: 通知如下。
- signature: {org: "{{ organs }}", date: 2012年6月15日}
"""


def signed(names: list[str]) -> tuple[int, list[str]]:
    """The columns of the seals' table, and the names as they are broken."""
    made = paper(BLOCKS, organs="\n".join(names))
    columns = len(re.findall("<w:gridCol ", part(made, "word/document.xml")))
    return columns, texts(made, "落款署名")


@pytest.mark.parametrize(
    ("names", "columns"),
    [
        (["市水务局", "市财政局"], 2),
        (["市水务局", "市财政局", "市应急局"], 3),
        (["市水务局", "市卫生健康委员会", "市应急局", "市城市管理行政执法局"], 2),
        *((["国" * chars] * 2, 2) for chars in (11, 12, 13)),
    ],
)
def test_names_stay_whole_in_as_many_columns_as_that_leaves(names, columns):
    assert signed(names) == (columns, names)


@pytest.mark.parametrize(
    "organs",
    [
        ["市水务局"] * 6 + ["市城市管理行政执法局"],  # two columns would take four rows of seals
        ["市水务局"] * 2 + ["中共江滨市第一人民医院委员会"],  # too long for two columns as well
    ],
)
def test_three_stand_in_a_row_where_two_would_not_help_and_long_names_break(organs):
    columns, names = signed(organs)

    assert columns == 3
    assert names[-1].replace("\n", "") == organs[-1]
    assert "\n" in names[-1]
