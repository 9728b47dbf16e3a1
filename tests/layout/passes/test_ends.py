import re

import pytest

from docgen.layout.passes.ends import attachment_name, rows_of_copy
from docgen.layout.spacing import rows_filled
from support.layout import indents, paper, part, texts

CHAR = 315


def test_one_attachment_hangs_after_its_colon():
    made = paper("- attachment_note: [实施方案]")

    assert texts(made, "附件说明") == ["附件：实施方案"]
    assert indents(made, "附件说明") == [{"left": 5 * CHAR, "hanging": 3 * CHAR}]


def test_several_attachments_are_numbered_and_their_names_stand_under_each_other():
    made = paper("- attachment_note: [实施方案, 一览表]")

    assert texts(made, "附件说明") == ["附件：1.实施方案", "2.一览表"]
    first, second = indents(made, "附件说明")
    assert first == {"left": 6 * CHAR, "hanging": 4 * CHAR}
    assert second == {"left": 6 * CHAR, "hanging": CHAR}


def test_a_tenth_attachment_leaves_room_for_its_number():
    made = paper("- attachment_note: {for: a in names, text: '{{ a }}'}", names=["方案"] * 10)

    assert texts(made, "附件说明")[9] == "10.方案"
    assert indents(made, "附件说明")[9] == {"left": round(6.5 * CHAR), "hanging": round(1.5 * CHAR)}


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("附件：实施方案", "实施方案"),
        ("附件：1.实施方案；", "实施方案"),
        ("2. 一览表。", "一览表"),
        ("《实施方案》", "实施方案"),
        ("关于印发《方案》的通知", "关于印发《方案》的通知"),
        ("实施方案（试行）", "实施方案（试行）"),
    ],
)
def test_the_name_of_an_attachment_is_bare(written, name):
    assert attachment_name(written) == name


def test_sealed_lines_share_their_indents():
    made = paper("- text: 正文。\n- signature: {org: 中共滨江大学委员会, date: 2012年5月29日, sealed: true}")

    assert indents(made, "落款署名") == indents(made, "成文日期")
    [both] = indents(made, "成文日期")
    centre_from_right = (both["right"] + 8844 - both["left"]) / 2 / (8844 / 28)
    assert centre_from_right == pytest.approx(4 + 6.5 / 2, abs=0.01)


def test_unsealed_the_date_begins_two_characters_after_the_name():
    made = paper("- text: 正文。\n- signature: {org: 机关第一党支部, date: 2012年6月5日, sealed: false}")

    [name], [date] = indents(made, "落款署名（不盖章）"), indents(made, "成文日期（不盖章）")
    assert date["left"] - name["left"] == pytest.approx(2 * 8844 / 28, abs=1)


def test_a_name_longer_than_a_row_stands_in_several():
    org = "中共示范学院公共基础教学部与民族团结进步教育研究中心教工联合党支部委员会"
    made = paper(f"- signature: {{org: {org}, date: 2012年6月5日, sealed: false}}")

    [text] = texts(made, "落款署名（不盖章）")
    assert "\n" in text
    assert text.replace("\n", "") == org
    assert indents(made, "落款署名（不盖章）")[0]["left"] > 0


def test_the_signature_is_kept_with_the_last_paragraph():
    document = part(
        paper("- text: |\n    甲。\n    乙。\n- signature: {org: 支部, date: 2012年6月5日}"),
        "word/document.xml",
    )

    kept = ["<w:keepNext/>" in paragraph for paragraph in re.findall(r"<w:p>.*?</w:p>", document)]
    assert kept == [False, True, True, True, True, False]  # 甲, 乙, two blank rows, 署名, date


def test_a_note_is_kept_with_the_date_above_it():
    document = part(
        paper("- text: 甲。\n- signature: {org: 支部, date: 2012年6月5日}\n- note: （联系人：甲）"),
        "word/document.xml",
    )

    kept = ["<w:keepNext/>" in paragraph for paragraph in re.findall(r"<w:p>.*?</w:p>", document)]
    assert kept[-3:] == [True, True, False]  # 署名, date, 附注


def test_the_signature_is_kept_with_the_last_row_of_a_table():
    blocks = """
- table: {columns: [{title: a, mm: 40}], rows: n in rows, cells: ["{{ n }}"]}
- signature: {org: 支部, date: 2012年6月5日}
"""
    document = part(paper(blocks, rows=["甲"] * 40), "word/document.xml")

    rows = re.findall(r"<w:tr>.*?</w:tr>", document)
    assert ["<w:keepNext/>" in row for row in rows[-4:]] == [False, False, True, True]


def test_copies_end_in_one_full_stop_and_hang_after_the_colon():
    made = paper("- imprint: {copy_to: '{{ to }}', issuer: 办公室, date: 2012年6月5日}", to="上级。")

    assert texts(made, "抄送") == ["抄送：上级。"]
    assert indents(made, "抄送")[0] == {"left": 4 * 280, "hanging": 3 * 280, "right": 280}


def test_an_imprint_without_copies_has_two_lines():
    for copy_to in ("", "copy_to: '{{ nobody }}', "):
        made = paper(f"- imprint: {{{copy_to}issuer: 办公室, date: 2012年6月5日}}", nobody="")

        assert texts(made, "抄送") == []
        assert texts(made, "版记细线") == []
        assert len(texts(made, "版记粗线")) == 2


def test_an_imprint_is_as_high_as_its_rows_in_drawing_fallback_and_place():
    def height(to: str) -> tuple[int, float, int]:
        document = part(
            paper("- imprint: {copy_to: '{{ to }}', issuer: 办公室, date: 6月5日}", to=to),
            "word/document.xml",
        )
        drawn = int(re.findall(r'<wp:extent cx="\d+" cy="(\d+)"', document)[0])
        fallback = float(re.findall(r"[^-]height:([\d.]+)pt", document)[0])
        place = int(re.findall(r'GwImprintPlace"/><w:spacing[^>]*w:line="(\d+)"', document)[0])
        return drawn, fallback, place

    drawn, fallback, place = height("上级")
    more = height("国" * 27)

    assert place == 2 * 500 + 3 * 40
    assert drawn == pytest.approx(place * 635, abs=400)
    assert fallback == pytest.approx(place / 20, abs=0.05)
    assert more[2] == place + 500


@pytest.mark.parametrize(("chars", "rows"), [(1, 1), (25, 1), (26, 2), (51, 2), (52, 3)])
def test_copies_are_counted_in_rows_of_26_with_their_full_stop(chars, rows):
    assert rows_of_copy("国" * chars) == rows


def test_a_long_name_under_a_pledge_moves_its_lines_left():
    blocks = """
- text: 正文。
- pledge_signature: {label: ["承诺人：{{ name }}", "签字："], date: 2012年6月15日}
"""
    short, long = (
        indents(paper(blocks, name=name), "签署栏") for name in ("尉迟远", "热依汗古丽·阿卜杜外力·买买提明")
    )

    assert len({indent["left"] for indent in long}) == 1
    assert long[0]["left"] == 8844 - round(20.5 * CHAR) < short[0]["left"]  # half a character to spare


def test_lines_to_sign_on_stand_on_one_page_with_the_text_before_them():
    made = paper("- text: 正文。\n- sign_lines: [{label: 主持人：}, {label: 记录人：}, {label: 审核人：}]")

    lines = re.findall(r"<w:p>.*?</w:p>", part(made, "word/document.xml"))
    assert ["<w:keepNext/>" in line for line in lines] == [True, True, True, True, False]


@pytest.mark.parametrize(
    ("issuer", "lines"),
    [
        ("办公室", ["办公室\t2012年12月15日印发"]),
        ("国" * 24, ["国" * 24, "\t2012年12月15日印发"]),
        ("国" * 33, None),
    ],
)
def test_a_date_goes_under_an_issuer_that_leaves_it_no_room(issuer, lines):
    made = paper("- imprint: {issuer: '{{ name }}', date: 2012年12月15日}", name=issuer)

    text = texts(made, "印发")[0]
    assert lines is None or text.split("\n") == lines
    assert text.replace("\n", "") == f"{issuer}\t2012年12月15日印发"
    rows = text.count("\n") + 1
    assert f'w:line="{rows * 500 + 2 * 40}"' in part(made, "word/document.xml")


def test_rows_are_counted_with_the_marks_that_no_row_begins_with():
    assert rows_filled("国" * 26, 26) == 1
    assert rows_filled("国" * 26 + "。", 26) == 2
    assert rows_filled(("国" * 26 + "、") * 10, 26) > 10 * 27 / 26


def test_the_signature_has_the_last_of_the_text_above_the_names_of_attachments():
    blocks = """
- text: 正文。
- text: 妥否，请批示。
- attachment_note: {for: n in names, text: "{{ n }}"}
- signature: {org: 支部, date: 2012年6月5日}
"""

    def kept(names: int, blocks: str = blocks) -> list[bool]:
        document = part(paper(blocks, names=["名单"] * names), "word/document.xml")
        found = re.findall(r"<w:p>.*?</w:p>", document)
        return ["<w:keepNext/>" in one for one in found if "正文" in one or "批示" in one or "名单" in one]

    assert kept(2) == [False, True, True, True]
    assert kept(9) == [False] * 10 + [True]
    assert kept(2, blocks.replace("- text: 正文。", "")) == [False, False, True]  # the first page has it


@pytest.mark.parametrize(
    ("before", "kept"),
    [("已经办结的事项另行报告。", True), ("国" * 28 * 6 + "。", False)],
    ids=["short", "long"],
)
def test_closing_words_take_the_sentence_before_them_to_the_signatures_page(before, kept):
    blocks = """
- text: |
    开头的一段。
    {{ before }}
    特此报告。
- signature: {org: 支部, date: 2012年6月5日}
"""
    document = part(paper(blocks, before=before), "word/document.xml")

    paragraphs = re.findall(r"<w:p>.*?</w:p>", document)
    assert ["<w:keepNext/>" in paragraph for paragraph in paragraphs[:3]] == [False, kept, True]


def test_a_note_of_two_rows_parts_before_its_telephone():
    def note(name: str) -> list[str]:
        return texts(paper("- note: （联系人：{{ name }}，电话：0000-7700002）", name=name), "附注")

    assert note("于丹") == ["（联系人：于丹，电话：0000-7700002）"]
    assert note("买买提依明·吐尔逊尼亚孜") == ["（联系人：买买提依明·吐尔逊尼亚孜，\n电话：0000-7700002）"]
