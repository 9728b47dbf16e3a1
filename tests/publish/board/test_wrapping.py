import pytest

from docgen.publish.board.wrapping import in_words


@pytest.mark.parametrize(
    ("text", "together"),
    [
        ("关于门诊党支部晋位升级目标和办法的公示", ("党支部", "晋位升级", "公示")),
        ("关于2027年度党支部拟审定档次的公示", ("2027年度", "党支部", "档次")),
        ("中共滨海市第一人民医院（滨海医科大学附属第一医院）委员会", ("第一人民医院", "委员会")),
    ],
)
def test_a_heading_breaks_between_words_only(text, together):
    parts = in_words(text).split("<wbr>")

    assert "".join(parts) == text
    assert len(parts) > 3
    assert all(any(word in part for part in parts) for word in together)


def test_what_a_record_says_is_never_markup():
    assert in_words("<b>关于</b>&公示").replace("<wbr>", "") == "&lt;b&gt;关于&lt;/b&gt;&amp;公示"


def test_a_heading_may_be_empty():
    assert in_words("") == ""
