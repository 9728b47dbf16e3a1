import pytest

from docgen.layout.finish import finish
from docgen.layout.markup import W
from docgen.layout.tree import parse, w
from support.layout import paper, paragraphs, part, texts

HEAD = """
- title: 通知
- subtitle: "（{{ adopted }}）"
- recipients: "{{ to }}："
- text: |
    正文。
    {{ more }}
- attachment_note: ["{{ a }}", "{{ b }}"]
- note: "（{{ note }}）"
"""


def styles(**context: str) -> list[str]:
    empty = dict.fromkeys(("adopted", "to", "more", "a", "b", "note"), "")
    return [style for style, _ in paragraphs(paper(HEAD, **(empty | context)))]


def test_absent_elements_leave_neither_paragraph_nor_blank_row():
    assert styles() == ["公文标题", "公文正文"]


def test_present_elements_keep_their_blank_rows():
    assert styles(adopted="2012年", to="各党支部", more="又一段。", a="甲", b="乙", note="电话") == [
        "公文标题",
        "公文副题",
        "公文空行",
        "主送机关",
        "公文正文",
        "公文正文",
        "公文空行",
        "附件说明",
        "附件说明",
        "附注",
    ]


def test_one_of_two_attachments_keeps_the_blank_row():
    assert styles(b="乙")[-2:] == ["公文空行", "附件说明"]
    assert styles(a="甲")[-2:] == ["公文空行", "附件说明"]


def test_a_loop_over_no_attachments_leaves_no_gap():
    blocks = '- text: 正文。\n- attachment_note: {for: a in names, text: "{{ a }}"}'

    assert [style for style, _ in paragraphs(paper(blocks, names=[]))] == ["公文正文"]
    assert [style for style, _ in paragraphs(paper(blocks, names=["甲", "乙"]))] == [
        "公文正文",
        "公文空行",
        "附件说明",
        "附件说明",
    ]


def test_runs_that_a_tag_left_empty_are_gone_and_the_text_around_stays():
    made = paper("- text: '甲{{ x }}\t{{ x }}乙@page(W_1)'\n- sign_lines: [{label: '{{ x }}'}]", x="")

    document = part(made, "word/document.xml")

    assert texts(made, "公文正文") == ["甲\t乙"]
    assert texts(made, "签署栏") == [""]
    assert document.count("<w:t ") == 3  # 甲, 乙, the place of the number of the page


def test_a_row_that_the_author_left_empty_stays():
    made = paper("- text: 甲\n- blank_row: 2\n- text: 乙")

    assert [style for style, _ in paragraphs(made)] == ["公文正文", "公文空行", "公文空行", "公文正文"]


def cell_of(inside: str) -> list[str]:
    """The elements of a table's cell after the pass, without their prefix."""
    cell = f"<w:tc><w:tcPr/>{inside}</w:tc>"
    xml = f'<w:document xmlns:w="{W}"><w:body><w:tbl><w:tr>{cell}</w:tr></w:tbl></w:body></w:document>'
    root = parse(finish(xml.encode()).xml)
    return [str(child.tag).removeprefix(w("")) for child in next(root.iter(w("tc")))][1:]


@pytest.mark.parametrize(
    ("inside", "after"),
    [
        ("", ["p"]),
        ("<w:tbl/>", ["tbl", "p"]),
        ("<w:bookmarkEnd w:id='1'/>", ["bookmarkEnd", "p"]),
        ("<w:p/><w:bookmarkEnd w:id='1'/>", ["p", "bookmarkEnd"]),
        ("<w:sdt><w:sdtContent><w:p/></w:sdtContent></w:sdt>", ["sdt"]),
        ("<w:p><w:pPr><w:pStyle w:val='GwBody'/></w:pPr><w:r><w:t/></w:r></w:p>", ["p"]),
        ("<w:tbl/><w:p><w:pPr><w:pStyle w:val='GwBody'/></w:pPr><w:r><w:t/></w:r></w:p>", ["tbl", "p"]),
    ],
)
def test_every_cell_ends_in_a_paragraph_whatever_a_tag_took_away(inside, after):
    assert cell_of(inside) == after


def test_a_text_of_many_megabytes_is_laid_out():
    long = "长" * 4_000_000

    text = f"<w:p><w:r><w:t>{long}</w:t></w:r></w:p>"
    made = finish(f'<w:document xmlns:w="{W}"><w:body>{text}</w:body></w:document>'.encode())

    assert long.encode() in made.xml


def test_a_cell_whose_only_paragraph_was_not_printed_is_set_as_its_row():
    form = """
- form:
    size: 五号
    columns_mm: [26, 130]
    rows: [[{label: 佐证}, {text: {for: x in found, text: "{{ x }}"}}]]
"""

    assert [style for style, _ in paragraphs(paper(form, found=[]))][:2] == ["表单标签", "表单标签"]
    assert [style for style, _ in paragraphs(paper(form, found=["照片"]))][:2] == ["表单标签", "表单正文"]
