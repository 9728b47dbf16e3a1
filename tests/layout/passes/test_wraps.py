import pytest

from support.layout import paper, texts

FORM = """
- form:
    columns_mm: [26, 130]
    rows:
      - [{label: 具体表现}, "{{ t }}"]
"""
WRAPPED = (
    "支部连续三年被评为先进，部分党员认为“守住就行”，青年教师申报教改项目的比例由\n2009 年的 41% 下降到 24%。"
)
WHOLE = WRAPPED.replace("\n", "")


def in_cell(text: str) -> list[str]:
    return texts(paper(FORM, t=text), "表单正文")


def test_a_sentence_broken_while_typing_runs_on_in_text_and_cells():
    assert texts(paper("- text: '{{ t }}'", t=WRAPPED), "公文正文") == [WHOLE]
    assert in_cell(WRAPPED) == [WHOLE]


def test_paragraphs_stay_apart_and_leave_no_empty_row_in_a_cell():
    two = f"{WRAPPED}\n\n座谈中有党员提出，支部的表彰材料年年差不多。"

    assert texts(paper("- text: '{{ t }}'", t=two), "公文正文") == [WHOLE, two.split("\n")[-1]]
    assert in_cell(two) == [f"{WHOLE}\n座谈中有党员提出，支部的表彰材料年年差不多。"]


@pytest.mark.parametrize(
    "text",
    [
        "张三\n李四\n王五",
        "一条没有句号结尾的事项名称\n另一条没有句号结尾的事项名称",
        "同意机关第一党支部和学生第一党支部的晋位升级办法并报党委审定\n同意后勤党支部的晋位升级办法",
        "这一行足够长，它讲完了一句话，下一行是另一段的开头，所以不能连起来。\n另一段",
        "下面这一行也足够长但它后面是编号开头的另一项内容所以也不能连起来\n1.另一项",
        "下面这一行也足够长但它后面是圆点开头的另一项内容所以也不能连起来\n· 另一项",
        "下面这一行也足够长但它以冒号结尾说明后面要分行列出各项具体的内容：\n另一项",
    ],
)
def test_lines_that_mean_to_be_lines_stay(text):
    assert in_cell(text) == [text]
    assert len(texts(paper("- text: '{{ t }}'", t=text), "公文正文")) + len(
        texts(paper("- text: '{{ t }}'", t=text), "公文三级标题")
    ) == len(text.split("\n"))


def test_words_of_a_foreign_language_keep_their_space():
    text = "党员教师翻译并校对了国际标准组织发布的质量管理体系标准原文 quality management\nsystems 一章。"

    assert in_cell(text) == [text.replace("\n", " ")]
