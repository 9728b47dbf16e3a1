"""分段, 留空, 去句号, 补句号."""

import pytest

from docgen.render.filters.texts import ensure_stop, no_stop, or_blank, paragraphs


def test_text_is_split_into_its_paragraphs():
    assert paragraphs(" 甲\r\n\n　乙 \n") == ["甲", "乙"]
    assert paragraphs(None) == []


def test_blank_is_as_wide_as_told():
    assert or_blank(None, 3) == "　　　"
    assert or_blank("", 2) == "　　"
    assert or_blank("甲") == "甲"
    assert or_blank(0) == "0"


def test_stop_at_the_end_goes():
    assert no_stop("甲。") == "甲"
    assert no_stop("甲；") == "甲"
    assert no_stop("甲") == "甲"


@pytest.mark.parametrize(
    ("text", "ended"),
    [("甲", "甲。"), ("甲。", "甲。"), ("甲；", "甲。"), ("甲！", "甲！"), ("“甲”", "“甲”"), (None, "")],
)
def test_stop_at_the_end_comes(text, ended):
    assert ensure_stop(text) == ended
