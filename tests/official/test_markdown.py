import pytest

from docgen.official.body import body_pieces
from docgen.official.pieces import Piece

TEXT = """# 关于检查的通知

为做好工作，
通知如下：

## 时间
1. 甲
2. 乙
   - **丙**
## 一、自己编号的标题
### 地点
[会议室](http://x)

| 序号 | 名称 |
|---|---|
| 1 | a&<b> |
"""


def test_headings_get_their_numbers_and_the_title_is_not_repeated():
    texts = [piece.text for piece in body_pieces(TEXT, title="关于检查的通知")]

    assert texts == [
        "为做好工作，通知如下：",
        "一、时间",
        "1.甲",
        "2.乙",
        "丙",
        "一、自己编号的标题",
        "（一）地点",
        "会议室",
        "",
    ]


def test_a_table_keeps_its_cells():
    assert body_pieces(TEXT)[-1] == Piece(rows=(("序号", "名称"), ("1", "a&<b>")))


def test_html_and_code_are_words():
    texts = [piece.text for piece in body_pieces("# 甲\n<b>乙</b>\n\n```\n{{ 丙 }}\n```\n")]

    assert texts == ["一、甲", "<b>乙</b>", "{{ 丙 }}"]


def test_plain_text_is_not_taken_for_markdown():
    assert [piece.text for piece in body_pieces("1、甲*乙*\n2、_丙_")] == ["1.甲*乙*", "2._丙_"]


def test_title_organ_and_date_pasted_with_the_text_are_printed_once():
    text = "关于做好基层党组织\n整改工作的意见\n\n一、总体要求\n抓好落实。\n中共某委员会\n2012年5月29日"

    pieces = body_pieces(
        text, title="关于做好基层党组织整改工作的意见", endings=("中共某委员会", "2012年5月29日")
    )

    assert [piece.text for piece in pieces] == ["一、总体要求", "抓好落实。"]


def test_organs_below_a_wrapped_text_are_not_its_last_words():
    line = "国" * 33
    text = f"{line}，\n{line}，\n{line}。\n甲局\n乙 局\n\n2025年4月5日\n"

    pieces = body_pieces(text, endings=("甲局", "乙局", "2025年4月5日"))

    assert [piece.text for piece in pieces] == [f"{line}，{line}，{line}。"]


@pytest.mark.parametrize("day", ["2012年05月29日", "2012 年 5 月 29 日", "二○一二年五月二十九日"])
def test_a_pasted_date_is_known_however_it_is_written(day):
    pieces = body_pieces(f"抓好落实。\n{day}", endings=("2012年5月29日", "二〇一二年五月二十九日"))

    assert [piece.text for piece in pieces] == ["抓好落实。"]


def test_sentences_on_lines_of_their_own_are_paragraphs_beside_a_table_too():
    text = "甲事已办。\n乙事未办。\n详见下表：\n\n| 事 | 人 |\n|---|---|\n| 甲 | 乙 |\n"

    assert [piece.text for piece in body_pieces(text)] == ["甲事已办。", "乙事未办。", "详见下表：", ""]


def test_a_sentence_that_ends_where_an_editor_wrapped_goes_on():
    full = "国" * 34
    text = f"# 甲\n{full}，\n{full}。\n{full}。"

    assert [piece.text for piece in body_pieces(text)] == ["一、甲", f"{full}，{full}。{full}。"]


def test_a_line_at_the_margin_under_a_list_is_no_longer_of_it():
    text = "# 举报\n- 电话：0000-1234567\n- 信箱：城东路1号\n特此通告。"

    assert [piece.text for piece in body_pieces(text)][-2:] == ["信箱：城东路1号", "特此通告。"]
