import pytest

from docgen.layout.outline import lead_of, level_of, style_of, styled

H1, H2, H3, H4, BODY = "公文一级标题", "公文二级标题", "公文三级标题", "公文四级标题", "公文正文"


@pytest.mark.parametrize(
    ("line", "style"),
    [
        ("一、总体要求", H1),
        ("十二、附则", H1),
        ("（一）指导思想", H2),
        ("1.建立问题档案", H3),
        ("12.建立问题档案", H3),
        ("（1）逐条整改", H4),
        ("　　一、总体要求", H1),
        ("根据要求，现通知如下。", BODY),
        ("1.5万元用于阵地建设", BODY),
        ("2012.6.5召开大会", BODY),
        ("一是加强领导", BODY),
        ("（联系人：张三）", BODY),
        ("", BODY),
    ],
)
def test_the_numbering_gives_the_style(line, style):
    assert style_of(line) == style


def test_a_numbered_paragraph_with_a_sentence_after_its_heading_is_body_text():
    line = "（一）加强领导。各支部要高度重视，把这项工作抓紧抓实。"

    assert style_of(line) == BODY
    assert lead_of(line) == (1, "（一）加强领导。")


def test_a_heading_alone_has_no_lead():
    assert lead_of("一、总体要求") is None
    assert lead_of("没有编号。第二句。") is None


def test_a_long_numbered_sentence_is_no_heading():
    assert style_of("一、" + "很长的一句话" * 10) == BODY


def test_plain_text_is_styled_line_by_line_and_empty_lines_go():
    assert styled("一、总体要求\n\n  正文。\n（一）指导思想\n") == [
        (H1, "一、总体要求"),
        (BODY, "正文。"),
        (H2, "（一）指导思想"),
    ]


def test_a_list_is_styled_like_text():
    assert styled(["一、要求", "1.第一\n2.第二"]) == [(H1, "一、要求"), (H3, "1.第一"), (H3, "2.第二")]


def test_levels_count_from_nought():
    assert [level_of(line) for line in ("一、甲", "（一）甲", "1.甲", "（1）甲", "甲")] == [0, 1, 2, 3, None]
