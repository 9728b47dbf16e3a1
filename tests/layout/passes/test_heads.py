import re

import pytest

from docgen.layout.passes.heads import mark_size
from docgen.text.width import width_em
from support.layout import paper, part, texts

HEAD = '- red_head: {mark: "{{ mark }}", number: "滨大党发〔2012〕12号", signers: "{{ signers }}"}'


@pytest.mark.parametrize(
    "mark", ["滨江大学文件", "国" * 10, "国" * 11, "国" * 20, "中共Ａ大学B委员会文件", "国" * 40]
)
def test_a_mark_is_no_wider_than_the_text_area_and_a_glyph_no_larger_than_22_by_15_mm(mark):
    half_points, percent = mark_size(mark)

    height_mm = half_points / 2 / 72 * 25.4
    width_mm = height_mm * percent / 100
    assert height_mm <= 22
    assert width_mm <= 15
    assert width_mm * width_em(mark) <= 156


def test_a_short_mark_is_as_large_as_habit_wants():
    half_points, _ = mark_size("滨江大学文件")

    assert half_points / 2 / 72 * 25.4 == pytest.approx(22, abs=0.2)


def test_one_signer_stands_on_the_row_of_the_number():
    made = paper(HEAD, mark="滨江大学文件", signers="欧阳景和")

    assert texts(made, "签发人") == ["滨大党发〔2012〕12号\t签发人：欧阳景和"]


def test_three_signers_take_two_rows_and_the_number_stands_on_the_last():
    made = paper(HEAD, mark="滨江大学文件", signers="张三、李四明、王五")

    assert texts(made, "签发人") == ["\t签发人：张三\t李四明", "滨大党发〔2012〕12号\t王五"]
    assert part(made, "word/document.xml").count('<w:bottom w:val="nil"/>') == 1  # one red line only


def test_names_of_signers_are_in_kaiti_and_the_label_is_not():
    document = part(paper(HEAD, mark="滨江大学文件", signers="张三"), "word/document.xml")

    runs = re.findall(r"<w:r>.*?</w:r>", document)
    in_kaiti = [re.sub(r"<[^>]+>", "", run) for run in runs if "楷体_GB2312" in run]
    assert in_kaiti == ["张三"]


def test_a_paper_without_a_signer_yet_keeps_the_place():
    assert texts(paper(HEAD, mark="滨江大学文件", signers=""), "签发人") == ["滨大党发〔2012〕12号\t签发人："]


def test_titles_of_paper_attachment_and_cover_are_broken():
    title = "中共滨江大学委员会关于印发《基层党组织整改提高晋位升级实施方案》的通知"
    made = paper(
        "- cover: {title: '{{ t }}'}\n- title: '{{ t }}'\n- attachment: {number: 1, title: '{{ t }}'}",
        t=title,
    )

    for style in ("公文标题", "附件标题", "封面标题"):
        [text] = texts(made, style)
        assert "\n" in text
        assert text.replace("\n", "") == title


def test_a_clerks_own_line_break_in_a_title_stays():
    assert texts(paper("- title: '{{ t }}'", t="滨江大学\n工作通知"), "公文标题") == ["滨江大学\n工作通知"]


def test_a_long_name_on_the_cover_and_over_a_signature_breaks_between_words():
    name = "中共示范学院学前教育系学生第一支部委员会"
    blocks = """
- cover: {title: 问题档案, lines: [{label: 党支部, text: "{{ name }}"}]}
- two_party_signature: {left: [甲方（盖章）：, 中共示范学院委员会], right: [乙方：, "{{ name }}"]}
"""

    made = paper(blocks, name=name)

    for style in ("封面信息", "签署栏"):
        [lines] = [text.split("\n") for text in texts(made, style) if text.replace("\n", "") == name]
        assert len(lines) == 2
        assert min(len(line) for line in lines) >= 6
        assert "中共示范学院委员会" in texts(made, "签署栏")


TWO_PARTIES = """
- two_party_signature:
    left: ["甲方：", "代表：{{ name }}"]
    right: ["乙方：", "代表：于丹"]
"""


def test_a_long_name_after_a_label_stands_whole_under_it():
    made = paper(TWO_PARTIES, name="帕提古丽·阿不都热依木江")

    assert texts(made, "签署栏")[2:] == ["代表：\n帕提古丽·阿不都热依木江", "代表：于丹"]


COVER = "- cover: {title: '{{ t }}', lines: [{label: 党支部, text: '{{ t }}'}]}"


def test_a_long_cover_title_is_smaller_and_higher_up():
    long = "第三水厂制水车间与城东加压泵站及水质检测中心（含驻厂维修服务队、夜间抢修班）联合党支部问题档案"

    (title,) = texts(paper(COVER, t=long), "封面标题")
    (short,) = texts(paper(COVER, t="机关第一党支部问题档案"), "封面标题")

    assert title.replace("\n", "") == long
    assert max(map(width_em, title.split("\n"))) <= 16
    assert '<w:sz w:val="52"/>' in part(paper(COVER, t=long), "word/document.xml")
    assert short == "机关第一党支部问题档案"
    assert '<w:sz w:val="52"/>' not in part(paper(COVER, t=short), "word/document.xml")
