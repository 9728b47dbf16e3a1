import pytest

from docgen.official.joining import paragraphs_of


def test_a_sentence_broken_over_lines_and_empty_lines_is_one_paragraph():
    text = "努力实现基层党组织战斗力、基层党组织书记素\n\n质、党员队伍生机活力进一步提升。\n二、方法步骤\n"

    assert paragraphs_of(text) == [
        "努力实现基层党组织战斗力、基层党组织书记素质、党员队伍生机活力进一步提升。",
        "二、方法步骤",
    ]


def test_lines_that_a_program_broke_are_joined_also_where_a_sentence_ends_at_the_break():
    paragraph = f"{'国' * 33}，{'民' * 33}、{'家' * 33}。{'院' * 33}，{'校' * 20}。"
    text = "\n".join(paragraph[at : at + 34] for at in range(0, len(paragraph), 34))

    assert paragraphs_of(f"{text}\n新的一段。") == [paragraph, "新的一段。"]


@pytest.mark.parametrize(
    "text",
    [
        "时间：6月5日上午9时\n地点：三楼会议室\n参加人员：全体党员",
        "一、总体要求\n全面落实上级要求。\n二、措施\n（一）领导\n抓好落实。",
        "第一段。\n第二段。",
        "特此通知\n\n附件：名单",
        "名单\n张三\n李四",
    ],
)
def test_lines_that_were_meant_to_end_stay_apart(text):
    assert paragraphs_of(text) == [line for line in text.splitlines() if line]


def test_an_indented_line_begins_a_paragraph():
    text = "　　" + "国" * 30 + "\n　　" + "民" * 30

    assert paragraphs_of(text) == ["国" * 30, "民" * 30]


def test_words_of_latin_keep_their_space():
    text = "国" * 20 + "GB\nT 9704的要求。"

    assert paragraphs_of(text) == ["国" * 20 + "GB T 9704的要求。"]


def test_nothing_is_an_empty_text():
    assert paragraphs_of(" \n\n　\n") == []
