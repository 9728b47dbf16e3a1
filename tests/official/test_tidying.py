import pytest

from docgen.official.tidying import tidy


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("1、深入查找突出问题。", "1.深入查找突出问题。"),
        ("1．甲", "1.甲"),
        ("１、甲", "1.甲"),
        ("2. 甲", "2.甲"),
        ("（一）、甲", "（一）甲"),
        ("(一) 甲", "（一）甲"),
        ("一.总体要求", "一、总体要求"),
        ("(1)甲", "（1）甲"),
        ("1)甲", "（1）甲"),
        ("⑵甲", "（2）甲"),
        ("《意见》（长发[2012]10号）", "《意见》（长发〔2012〕10号）"),
        ("院发（2012）第008号", "院发〔2012〕8号"),
        ("2012年06月05号上午", "2012年6月5日上午"),
        ("请核对,再报送;谢谢!", "请核对，再报送；谢谢！"),
        ("时间:14:30", "时间：14:30"),
        ("见附件(第2页)", "见附件（第2页）"),
        ('办好"两件事"', "办好“两件事”"),
        ("等等...", "等等……"),
        ("党 的 建设", "党的建设"),
        ("完成。。", "完成。"),
        ("报送.", "报送。"),
    ],
)
def test_numbers_brackets_and_marks_are_written_officially(typed, written):
    assert tidy(typed) == written


@pytest.mark.parametrize(
    "text",
    [
        "3.5万元已到账。",
        "2012.5版软件",
        "网址http://a.b/c?d=1,2",
        "住在6月花园3号楼",
        "1、2号楼之间",
        "电话0000-8610001",
        "比例为3:2",
        "use f(x), g(y); ok?",
        "“有什么问题解决什么问题、什么问题突出重点解决什么问题”的原则",
        "——他说……",
    ],
)
def test_what_is_right_or_foreign_stays(text):
    assert tidy(text) == text


def test_tidied_text_stays_as_it_is():
    once = tidy("（一）、根据《意见》(长发[2012]第010号),定于2012年06月05号召开...")

    assert tidy(once) == once
