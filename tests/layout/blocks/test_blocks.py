"""Every block, rendered: what it prints and in which styles."""

import re

import pytest

from docgen.layout.tree import parse, w
from support.layout import paper, paragraphs, part, rendered, texts


def rows(docx: bytes) -> list[list[str]]:
    """The texts of the cells of every table row."""
    root = parse(part(docx, "word/document.xml").encode())
    return [
        ["".join(text.text or "" for text in cell.iter(w("t"))) for cell in row.findall(w("tc"))]
        for row in root.iter(w("tr"))
    ]


def test_every_line_of_a_text_is_a_paragraph_styled_by_its_numbering():
    made = paper("- text: |\n    正文。\n\n    一、甲\n    （一）乙\n    1.丙\n    （1）丁")

    assert paragraphs(made) == [
        ("公文正文", "正文。"),
        ("公文一级标题", "一、甲"),
        ("公文二级标题", "（一）乙"),
        ("公文三级标题", "1.丙"),
        ("公文四级标题", "（1）丁"),
    ]


def test_for_and_if_repeat_and_choose_blocks():
    blocks = """
- for: p in ps
  do: [{text: "{{ p }}"}]
  else: [{text: 无}]
- if: ps
  do: [{note: 有}]
  else: [{note: 没有}]
"""

    assert texts(paper(blocks, ps=["甲", "乙"]), "公文正文") == ["甲", "乙"]
    assert texts(paper(blocks, ps=[]), "公文正文") == ["无"]
    assert texts(paper(blocks, ps=[]), "附注") == ["没有"]


def test_a_red_head_keeps_three_rows_above_the_mark_and_two_under_it():
    made = paper('- red_head: {mark: 中共某某委员会文件, number: "某发〔2012〕1号", secrecy: 秘密}')

    assert [style for style, _ in paragraphs(made)] == [
        "公文空行",
        "密级和紧急程度",
        "公文空行",
        "发文机关标志",
        "公文空行",
        "公文空行",
        "发文字号",
        "公文空行",
        "公文空行",
    ]


def test_recipients_stand_one_row_under_the_title():
    made = paper("- title: 通知\n- recipients: 各党支部：")

    assert [style for style, _ in paragraphs(made)] == ["公文标题", "公文空行", "主送机关"]


def test_a_table_repeats_its_header_and_prints_a_row_for_each():
    blocks = """
- table:
    caption: 任务表
    columns: [{title: 序号, mm: 16, align: center}, {title: 任务, mm: 140}]
    rows: t in tasks
    cells: ["{{ loop.index }}", "{{ t }}"]
    footer: [[{text: 合计, span: 2}]]
    empty: 无
"""
    made = paper(blocks, tasks=["甲", "乙"])

    assert rows(made) == [["序号", "任务"], ["1", "甲"], ["2", "乙"], ["合计"]]
    assert rows(paper(blocks, tasks=[])) == [["序号", "任务"], ["无"], ["合计"]]
    document = part(made, "word/document.xml")
    assert document.count("<w:tblHeader/>") == 1
    assert document.count("<w:cantSplit/>") == 4
    assert texts(made, "表题") == ["任务表"]
    assert texts(made, "表格居中") == ["1", "2", "合计"]


def test_a_table_of_a_blank_form_has_empty_rows_to_write_in():
    blocks = """
- table:
    columns: [{title: 序号, mm: 16}, {title: 任务, mm: 140}]
    rows: t in tasks
    cells: ["{{ loop.index }}", "{{ t }}"]
    empty: 无
    blank_rows: 3
"""

    assert rows(paper(blocks, tasks=[], is_blank=True)) == [["序号", "任务"], *[["", ""]] * 3]
    assert rows(paper(blocks, tasks=[], is_blank=False)) == [["序号", "任务"], ["无"]]
    assert rows(paper(blocks, tasks=["甲"], is_blank=True)) == [["序号", "任务"], ["1", "甲"]]


def test_a_cross_table_has_a_column_for_each_and_fills_the_width():
    blocks = """
- cross_table:
    {corner: 原, first_mm: 30, columns: g in gs, head: "{{ g }}", rows: r in rs, label: "{{ r[0] }}",
     cells: "n in r[1]", cell: "{{ n }}"}
"""

    made = paper(blocks, gs=["甲", "乙", "丙"], rs=[("甲", [1, 0, 2]), ("乙", [0, 4, 0])])

    assert rows(made) == [["原", "甲", "乙", "丙"], ["甲", "1", "0", "2"], ["乙", "0", "4", "0"]]
    document = part(made, "word/document.xml")
    widths = [int(width) for width in re.findall(r'<w:gridCol w:w="(\d+)"/>', document)]
    assert sum(widths) == 8844
    assert widths[1:] == [(8844 - 1701) // 3] * 3  # the first has what rounding leaves
    assert set(map(int, re.findall(r'<w:tcW w:w="(\d+)"', document))) == set(widths)


def test_a_table_without_rows_prints_its_cells():
    blocks = "- table: {columns: [{title: a, mm: 20}, {title: b, mm: 20}], cells: [[甲, 乙], [丙, 丁]]}"

    assert rows(paper(blocks)) == [["a", "b"], ["甲", "乙"], ["丙", "丁"]]


def test_columns_that_fill_the_page_fill_it_exactly():
    blocks = (
        "- table: {columns: [{title: a, mm: 52}, {title: b, mm: 52}, {title: c, mm: 52}], cells: [1, 2, 3]}"
    )

    widths = [
        int(width)
        for width in re.findall(r'<w:gridCol w:w="(\d+)"', part(paper(blocks), "word/document.xml"))
    ]

    assert sum(widths) == 8844


FORM = """
- form:
    columns_mm: [24, 54, 24, 54]
    rows:
      - [{label: 编号}, "{{ no }}", {label: 日期}, "{{ day }}"]
      - [{label: 表现}, {text: "{{ text }}", span: 3, min_mm: 30}]
      - for: m in measures
        cells: [{label: 措施, merge: loop}, {text: "{{ m }}", span: 3}]
      - if: measures | length > 5
        cells: [{label: 多}, {text: "", span: 3}]
      - opinion: {label: 支部意见, text: "{{ opinion }}", sign: "书记（签字）：", date: "　　年　月　日"}
"""


def test_a_form_prints_labels_values_loops_and_an_opinion():
    made = paper(FORM, no="Z01", day="6月5日", text="问题。", measures=["甲", "乙"], opinion="同意。")

    assert rows(made) == [
        ["编号", "Z01", "日期", "6月5日"],
        ["表现", "问题。"],
        ["措施", "甲"],
        ["", "乙"],
        ["支部意见", "同意。"],
        ["", "书记（签字）：　　年　月　日"],
    ]
    document = part(made, "word/document.xml")
    assert "盖章" not in document
    assert '<w:ind w:right="1440"/>' in document  # room for the signature: six characters of 12 pt
    assert '<w:trHeight w:val="1701" w:hRule="atLeast"/>' in document  # 30 mm
    assert texts(made, "表单标签")[:2] == ["编号", "日期"]


def test_text_cells_of_a_form_may_break_and_opinions_may_not():
    document = part(paper(FORM, no=1, day=2, text=3, measures=[4], opinion=5), "word/document.xml")

    assert document.count("<w:cantSplit/>") == 1


def test_a_cell_of_lines_holds_only_those_that_are_there():
    blocks = """
- form:
    columns_mm: [30, 60]
    rows:
      - - {label: 原因}
        - text: [甲, {for: c in causes, text: "{{ c }}"}, {if: not causes, text: 无}]
"""
    assert texts(paper(blocks, causes=["乙", "丙"]), "表单正文") == ["甲", "乙", "丙"]
    assert texts(paper(blocks, causes=[]), "表单正文") == ["甲", "无"]


def test_a_cell_whose_lines_are_all_absent_keeps_an_empty_paragraph():
    blocks = (
        '- form: {columns_mm: [30, 60], rows: [[{label: a}, {text: {for: c in causes, text: "{{ c }}"}}]]}'
    )
    made = paper(blocks, causes=[])

    root = parse(part(made, "word/document.xml").encode())

    assert all(cell[-1].tag == w("p") for cell in root.iter(w("tc")))


def test_sealed_may_depend_on_the_record():
    blocks = "- signature: {org: 支部, date: 2012年6月5日, sealed: has_seal}"

    assert texts(paper(blocks, has_seal=True), "落款署名") == ["支部"]
    assert texts(paper(blocks, has_seal=False), "落款署名（不盖章）") == ["支部"]
    assert texts(paper(blocks, has_seal=False), "落款署名") == []


def test_a_signature_without_a_date_leaves_it_open():
    made = paper('- signature: {org: 支部, date: "", sealed: false}')

    assert texts(made, "成文日期（不盖章）") == ["　　　　年　　月　　日"]


def test_two_parties_stand_line_beside_line_and_are_kept_together():
    blocks = """
- two_party_signature:
    left: [甲方, {text: （盖章）, if: seal}, 日期]
    right: [乙方, "", 日期]
"""
    made = paper(blocks, seal=True)

    assert rows(made) == [["甲方", "乙方"], ["（盖章）", ""], ["日期", "日期"]]
    assert rows(paper(blocks, seal=False))[1] == ["", ""]
    assert part(made, "word/document.xml").count("<w:keepNext/>") == 7


def test_sign_lines_and_pledges_leave_room_for_the_hand():
    made = paper("- sign_lines: [{label: 组长：, date: true}]\n- pledge_signature: {label: 承诺人：}")

    assert texts(made, "签署栏") == ["组长：\t　　　　年　　月　　日", "承诺人：", "　　　　年　　月　　日"]


def test_a_paper_without_a_red_head_names_its_signer_at_the_right():
    made = paper("- signer_line: {signers: 甲, number: 某党〔2012〕1号}\n- signer_line: {signers: 乙}")

    assert texts(made, "签署栏") == ["某党〔2012〕1号\t签发人：甲", "\t签发人：乙"]


def test_a_blank_is_labelled_and_ruled():
    made = paper("- blank: {label: 下一步打算, lines: 3}")

    assert texts(made, "公文正文") == ["（下一步打算，请在此填写）"]
    assert len(texts(made, "空白填写")) == 3


def test_a_cover_names_the_paper_and_its_facts():
    made = paper("- cover: {title: 问题档案, lines: [{label: 党支部, text: 机关第一党支部}]}")

    assert texts(made, "封面标题") == ["问题档案"]
    assert texts(made, "封面信息") == ["党支部", "机关第一党支部"]
    assert 'w:br w:type="page"' in part(made, "word/document.xml")


def test_a_bookmark_goes_into_the_first_paragraph_that_prints():
    blocks = """
- for: p in ps
  do:
    - bookmark: "W_{{ loop.index }}"
    - if: p
      do: [{text: "{{ p }}，见@page(W_{{ 1 }})页"}]
"""
    document = part(paper(blocks, ps=["甲", "乙"]), "word/document.xml")

    assert re.findall(r'<w:bookmarkStart w:id="(\d+)" w:name="(\w+)"/>', document) == [
        ("0", "W_1"),
        ("1", "W_2"),
    ]
    assert document.count(" PAGEREF W_1 \\h ") == 2
    assert document.count('w:dirty="true"') == 2


def test_an_attachment_begins_a_page_with_its_label_in_row_one_and_title_in_row_three():
    made = paper("- attachment: {number: 1, title: 实施方案, blocks: [{text: 好}]}")

    assert paragraphs(made) == [
        ("附件标记", "附件1"),
        ("公文空行", ""),
        ("附件标题", "实施方案"),
        ("公文空行", ""),
        ("公文正文", "好"),
    ]


def test_a_single_attachment_has_no_number():
    assert texts(paper("- attachment: {number: null, title: 方案}"), "附件标记") == ["附件"]


def test_an_imprint_has_three_lines_and_a_fallback_for_old_word():
    made = paper("- text: 好\n- imprint: {copy_to: 上级, issuer: 办公室, date: 2012年6月5日}")

    assert [style for style, _ in paragraphs(made)][2:] == [
        "版记粗线",
        "抄送",
        "版记细线",
        "印发",
        "版记粗线",
    ]
    assert texts(made, "印发") == ["办公室\t2012年6月5日印发"]
    document = part(made, "word/document.xml")
    assert "<wps:txbx>" in document
    assert "<v:textbox" in document


def test_a_footer_line_prints_on_every_upright_page():
    blocks = "footer: 校验码：{{ code }}\nblocks: [{text: 好}]"

    made = rendered(blocks, code="ab12")

    assert "校验码：ab12" in part(made, "word/footer1.xml")
    assert "校验码：ab12" in part(made, "word/footer2.xml")


def test_an_opinion_in_small_type_is_no_higher_than_it_is_asked_to_be():
    blocks = """
- form:
    size: {size}
    columns_mm: [26, 130]
    rows:
      - opinion: {{label: 意见, sign: 书记（签字）：, date: 2012年6月5日, min_mm: 24}}
"""

    def height_mm(size: str) -> float:
        document = part(paper(blocks.format(size=size), "form"), "word/document.xml")
        return sum(map(int, re.findall(r'<w:trHeight w:val="(\d+)"', document))) / 56.7

    assert height_mm("五号") == pytest.approx(24, abs=0.1)
    assert height_mm("小四") > 26  # two lines to sign and one of room need that
