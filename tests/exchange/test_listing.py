import pytest

from docgen.exchange.listing import listed

REST = "schema: jinwei-shengji/v1   # 第一行\n"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("branches: [a.yaml, b.yaml]  # 清单\n", "branches: [a.yaml, b.yaml, c.yaml]  # 清单\n"),
        ("branches: []\n", "branches: [c.yaml]\n"),
        (
            "branches:\n  - a.yaml   # 甲\n  - b.yaml\n",
            "branches:\n  - a.yaml   # 甲\n  - b.yaml\n  - c.yaml\n",
        ),
        ("branches:\n- a.yaml", "branches:\n- a.yaml\n- c.yaml"),
        ("branches:\n", "branches: [c.yaml]\n"),
        ("支部文件: [a.yaml]\nplan:\n", "支部文件: [a.yaml, c.yaml]\nplan:\n"),
        ("branches: [\n  a.yaml,\n  b.yaml\n]\n", "branches: [\n  a.yaml,\n  b.yaml, c.yaml\n]\n"),
        ("branches:\r\n  - a.yaml\r\nplan:\r\n", "branches:\r\n  - a.yaml\r\n  - c.yaml\r\nplan:\r\n"),
    ],
)
def test_the_file_is_added_and_everything_else_stays(before, after):
    assert listed(REST + before, "c.yaml") == REST + after


@pytest.mark.parametrize(
    "text",
    [
        "plan: {}\n",
        "branches: 一个也没有\n",
        "- 列表\n",
        "a: [",
        "",
        "branches: [a.yaml]\n支部文件: [b.yaml]\n",
        "branches: {a: b}\n",
    ],
)
def test_what_cannot_be_done_without_doubt_is_not_done(text):
    assert listed(text, "c.yaml") is None
