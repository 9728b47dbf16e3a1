import re

from support.layout import paper, paragraphs, part, texts

BODY = "- text: '{{ body }}'"


def test_a_value_of_several_lines_becomes_paragraphs_styled_by_their_numbering():
    made = paper(BODY, body="说明。\n一、要求\n\n（一）领导\n1.第一\n（1）细目")

    assert paragraphs(made) == [
        ("公文正文", "说明。"),
        ("公文一级标题", "一、要求"),
        ("公文二级标题", "（一）领导"),
        ("公文三级标题", "1.第一"),
        ("公文四级标题", "（1）细目"),
    ]


def test_text_around_a_value_stays_with_its_line():
    made = paper("- text: '前{{ body }}后'", body="甲\n乙")

    assert texts(made, "公文正文") == ["前甲", "乙后"]


def test_markup_in_a_value_stays_text():
    made = paper(BODY, body="甲 & <w:p/>\n{{ 7*7 }}")

    assert texts(made, "公文正文") == ["甲 & <w:p/>", "{{ 7*7 }}"]


def test_a_heading_within_a_paragraph_takes_its_face_and_the_rest_does_not():
    made = paper(BODY, body="（一）加强领导。各支部要抓紧。")

    document = part(made, "word/document.xml")

    runs = re.findall(r"<w:r>(.*?)</w:r>", document)
    assert ["GwLeadKaiti" in run for run in runs] == [True, False]
    assert [re.sub(r"<[^>]+>", "", run) for run in runs] == ["（一）加强领导。", "各支部要抓紧。"]
    assert texts(made, "公文正文") == ["（一）加强领导。各支部要抓紧。"]


def test_lines_in_a_cell_stay_in_their_cell():
    made = paper('- table: {columns: [{title: a, mm: 40}], cells: ["{{ body }}"]}', body="甲\n一、乙")

    assert texts(made, "表格正文") == ["甲\n一、乙"]


LYING = """
- text: 前
- if: rows
  do: [{landscape: [{for: r in rows, do: [{text: "{{ r }}"}]}]}]
- text: "{{ after }}"
"""


def sections(docx: bytes) -> list[str]:
    found = re.findall(r"<w:sectPr>.*?</w:sectPr>", part(docx, "word/document.xml"))
    return ["lying" if "landscape" in section else "upright" for section in found]


def test_a_landscape_part_is_a_section_of_its_own():
    assert sections(paper(LYING, rows=["横"], after="后")) == ["upright", "lying", "upright"]


def test_a_paper_that_ends_lying_has_no_empty_page_behind():
    assert sections(paper(LYING, rows=["横"], after="")) == ["upright", "lying"]


def test_a_landscape_part_that_is_absent_leaves_one_section():
    assert sections(paper(LYING, rows=[], after="后")) == ["upright"]


def test_a_landscape_part_without_content_leaves_no_page():
    made = paper("- text: 前\n- landscape: [{for: r in rows, do: [{text: '{{ r }}'}]}]\n- text: 后", rows=[])

    assert sections(made) == ["upright", "upright"]


def test_a_paper_that_begins_lying_has_no_empty_page_before():
    assert sections(paper("- landscape: [{text: 横}]\n- text: 后")) == ["lying", "upright"]
