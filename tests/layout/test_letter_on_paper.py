"""Measured on PDFs: the head, the first page and the end of a letter (GB/T 9704, 10.1)."""

import pytest

from docgen.inspect import measures
from docgen.inspect.paper import Page
from docgen.layout.profile import GLYPH
from support.layout import paper
from support.pdf import TYPE_AREA, measured, to_pdfs

pytestmark = pytest.mark.pdf

LETTER = """
- letter_head:
    {mark: "{{ mark }}", number: 滨大党函〔2012〕3号, copy_no: "{{ copy_no }}", secrecy: "{{ secrecy }}"}
- title: 关于协调解决实验楼二层漏水问题的函
- recipients: "后勤管理处："
- text: "{{ body }}"
- signature: {org: 中共滨江大学委员会, date: 2012年6月15日}
- imprint: {copy_to: "{{ copies }}"}
"""
BODY = "\n".join("国" * 56 for _ in range(15))


def letter(mark: str = "中共滨江大学委员会", *, glyph: bool = False, **fields: str) -> bytes:
    context = {"mark": mark, "copy_no": "000001", "secrecy": "秘密★1年", "copies": "基建处", "body": BODY}
    options = {"profile": GLYPH} if glyph else {}
    return paper(LETTER, "letter", **options, **(context | fields))


@pytest.fixture(scope="module")
def letters() -> dict[str, list[Page]]:
    made = {
        "ordinary": letter(),
        "short": letter("滨江大学", copy_no="", secrecy="", copies=""),
        "long": letter("中共滨江大学附属第一医院临床医学院委员会第二十七号支部委员会", copy_no=""),
        "glyph": letter(glyph=True),
    }
    to_pdfs(list(made.values()))
    return {name: list(measured(docx).pages) for name, docx in made.items()}


ALL = ("ordinary", "short", "long", "glyph")


@pytest.mark.parametrize("name", ALL)
def test_the_mark_begins_at_30_mm_in_the_middle_of_the_text_area(letters, name):
    mark = measures.mark(letters[name][0])

    assert mark is not None
    assert mark.top_mm == pytest.approx(30, abs=0.5)
    assert mark.centre_x_mm == pytest.approx(106, abs=0.5)
    assert mark.width_mm <= 156


@pytest.mark.parametrize("name", ALL)
def test_two_red_double_lines_of_170_mm_stand_4_mm_under_the_mark_and_at_277_mm(letters, name):
    page = letters[name][0]
    mark, rules = measures.mark(page), measures.red_rules(page)

    assert mark is not None
    assert [rule.thickness_mm > 0.6 for rule in rules] == [True, False, False, True]
    assert rules[0].box.top_mm - mark.bottom_mm == pytest.approx(4, abs=0.4)
    assert rules[3].box.bottom_mm == pytest.approx(277, abs=0.2)
    for rule in rules:
        assert rule.box.left_mm == pytest.approx(21, abs=0.2)
        assert rule.box.right_mm == pytest.approx(191, abs=0.2)


@pytest.mark.parametrize("name", ALL)
def test_the_number_stands_right_under_the_first_double_line(letters, name):
    page = letters[name][0]
    [number] = [line for line in page.lines if "〔2012〕3号" in line.text]

    assert number.ink.top_mm - measures.red_rules(page)[1].box.bottom_mm == pytest.approx(4.94, abs=0.6)
    assert number.cells.right_mm == pytest.approx(184, abs=0.4)


def test_copy_number_and_secrecy_stand_left_from_the_numbers_row_down(letters):
    first, second = letters["ordinary"][0].lines[1:3]

    assert first.text.startswith("000001")
    assert first.text.endswith("3号")
    assert second.text == "秘密★1年"
    assert letters["long"][0].lines[1].text.startswith("秘密★1年")


def test_absent_classification_takes_no_row(letters):
    page = letters["short"][0]
    number, title = page.lines[1], page.lines[2]

    assert "秘密" not in "".join(line.text for line in page.lines)
    assert title.baseline_mm - number.baseline_mm == pytest.approx(3 * 10.21, abs=0.7)


def test_only_the_first_page_has_red_lines_and_no_page_number(letters):
    first, second = letters["ordinary"][0], letters["ordinary"][1]

    assert measures.page_number(first) is None
    number = measures.page_number(second)
    assert number is not None
    assert number.number == 2
    assert measures.red_rules(second) == []


def test_copies_stand_at_the_foot_of_the_text_area_without_lines(letters):
    page = letters["ordinary"][-1]
    [copies] = [line for line in page.lines if line.text.startswith("抄送：")]

    assert copies.text == "抄送：基建处。"
    assert copies.cells.left_mm == pytest.approx(28 + 4.94, abs=0.3)
    assert 252 <= copies.ink.top_mm <= copies.ink.bottom_mm <= 262
    assert measures.black_rules(page) == []
    assert not [line for line in letters["short"][-1].lines if "抄送" in line.text]


def test_text_stays_in_the_text_area_but_for_the_mark_and_its_lines(letters):
    for page in letters["ordinary"][1:]:
        assert measures.outside(page, TYPE_AREA) == []
