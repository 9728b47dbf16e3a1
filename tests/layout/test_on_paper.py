"""Measured on PDFs: every number of GB/T 9704 that a page made by LibreOffice can show."""

import pytest

from docgen.inspect import measures
from docgen.inspect.paper import Page
from docgen.layout.profile import GLYPH
from support.layout import paper
from support.pdf import CELL_MM, TYPE_AREA, measured, to_pdfs

pytestmark = pytest.mark.pdf

NOTICE = """
- red_head: {mark: 中共滨江大学委员会文件, number: "滨大党发〔2012〕12号"}
- title: 中共滨江大学委员会关于印发《基层党组织整改提高晋位升级实施方案》的通知
- recipients: "各党支部，机关各部门："
- text: "{{ body }}"
- attachment_note: [晋位升级实施方案, 一览表]
- signature: {org: 中共滨江大学委员会, date: 2012年6月15日, sealed: true}
- attachment: {number: 1, title: 晋位升级实施方案, blocks: [{text: 正文。}]}
- imprint:
    copy_to: 中共江滨市委组织部，江滨市教育工作委员会，中共滨江大学委员会各委员，滨江大学各学院
    issuer: 党委办公室
    date: 2012年6月15日
"""
BODY = "国" * 28 * 50
REQUEST = """
- red_head: {mark: "{{ mark }}", number: "滨大党发〔2012〕12号", signers: "{{ signers }}"}
- title: 请示
"""
LYING = "- text: 前\n- landscape: [{text: 一}, {page_break: true}, {text: 二}]"


IMPRINT = "- text: '{{ body }}'\n- imprint: {copy_to: 上级, issuer: 办公室, date: 2012年6月5日}"
SIGNED = "- text: '{{ body }}'\n- signature: {org: 机关第一党支部, date: 2012年6月5日, sealed: true}"
FORM = "- form: {columns_mm: [30, 126], rows: [[{label: 表现}, '{{ body }}']]}"
TABLE = """
- table:
    columns: [{title: 序号, mm: 16}, {title: 任务, mm: 140}]
    rows: n in rows
    cells: ["{{ n }}", "{{ text }}"]
"""
COVER = "- cover: {title: 问题档案}\n- text: 好"
SIGNERS = [("滨江大学文件", "欧阳景和"), ("滨江大学文件", "张三、李四明、王五")]
MARKS = ["滨江大学文件", "中共滨江大学附属第一医院临床医学院委员会文件"]


@pytest.fixture(scope="module", autouse=True)
def _printed_in_one_start() -> None:
    to_pdfs(
        [
            paper(NOTICE, body=BODY),
            paper(NOTICE, profile=GLYPH, body=BODY),
            *(_of_rows(IMPRINT, rows) for rows in (20, 21)),
            *(_of_rows(SIGNED, rows) for rows in range(18, 23)),
            *(paper(REQUEST, mark=mark, signers=signers) for mark, signers in SIGNERS),
            *(paper(REQUEST, mark=mark, signers="") for mark in MARKS),
            paper(LYING),
            _long_form(),
            _long_table(),
            paper(COVER),
        ]
    )


def _of_rows(blocks: str, rows: int) -> bytes:
    return paper(blocks, body="\n".join(["国"] * rows))


def _long_form() -> bytes:
    return paper(FORM, body="国" * 3000)


def _long_table() -> bytes:
    return paper(TABLE, rows=list(range(20)), text="任务" * 60)


@pytest.fixture(scope="module")
def notice() -> list[Page]:
    return list(measured(paper(NOTICE, body=BODY)).pages)


def line_with(page: Page, text: str):
    [line] = [line for line in page.lines if text in line.text]
    return line


def test_a_full_page_has_22_rows_of_28_characters(notice):
    page = notice[1]

    assert len(measures.body_rows(page, TYPE_AREA)) == 22
    assert measures.chars_in_fullest_row(page, TYPE_AREA) == 28


def test_nothing_stands_outside_the_text_area(notice):
    assert [measures.outside(page, TYPE_AREA) for page in notice] == [[]] * len(notice)


def test_rows_fill_the_text_area(notice):
    rows = measures.body_rows(notice[1], TYPE_AREA)

    assert measures.first_ink_top_mm(notice[1]) == pytest.approx(40.4, abs=0.6)
    assert rows[-1].ink.bottom_mm >= 258
    assert measures.pitch_mm(rows) == pytest.approx(579 / 1440 * 25.4, abs=0.05)


def test_the_mark_begins_at_72_mm_and_stands_in_the_middle(notice):
    mark = measures.mark(notice[0])

    assert mark is not None
    assert mark.top_mm == pytest.approx(72, abs=0.8)
    assert mark.centre_x_mm == pytest.approx(106, abs=1)
    assert mark.left_mm >= 28
    assert mark.right_mm <= 184


def test_the_number_stands_two_rows_under_the_mark(notice):
    mark, number = measures.mark(notice[0]), line_with(notice[0], "〔2012〕12号")

    assert mark is not None
    assert 22.8 <= number.ink.top_mm - mark.bottom_mm <= 25.5
    assert number.ink.centre_x_mm == pytest.approx(106, abs=0.5)


def test_the_red_line_stands_4_mm_under_the_number_as_wide_as_the_text(notice):
    [rule] = measures.red_rules(notice[0])
    number = line_with(notice[0], "〔2012〕12号")

    assert 3.5 <= rule.box.top_mm - number.ink.bottom_mm <= 4.3
    assert rule.box.left_mm == pytest.approx(28, abs=0.3)
    assert rule.box.right_mm == pytest.approx(184, abs=0.3)


def test_the_title_stands_two_rows_under_the_red_line(notice):
    [rule] = measures.red_rules(notice[0])
    title = line_with(notice[0], "中共滨江大学委员会关于印发")

    assert title.ink.top_mm - rule.box.bottom_mm == pytest.approx(2 * 10.21 + 2.2, abs=1)


def test_page_numbers_stand_7_mm_under_the_text_odd_right_and_even_left(notice):
    for page in notice:
        number = measures.page_number(page)
        assert number is not None
        assert number.dash_y_mm == pytest.approx(269, abs=0.5)
        if number.number % 2:
            assert number.cells.right_mm == pytest.approx(184 - 4.94, abs=0.3)
        else:
            assert number.cells.left_mm == pytest.approx(28 + 4.94, abs=0.3)


def test_signature_and_date_have_one_centre(notice):
    page = next(page for page in notice if page.find("2012年6月15日") and page.find("附件："))
    name, date = line_with(page, "中共滨江大学委员会"), line_with(page, "2012年6月15日")

    assert name.cells.centre_x_mm == pytest.approx(date.cells.centre_x_mm, abs=0.5)
    assert date.cells.centre_x_mm == pytest.approx(184 - (4 + 7 / 2) * CELL_MM, abs=1.5)


def test_an_attachment_has_its_label_in_row_1_and_its_title_in_row_3(notice):
    page = notice[-1]

    assert 37 <= line_with(page, "附件1").ink.top_mm <= 47
    assert 57 <= line_with(page, "晋位升级实施方案").ink.top_mm <= 68
    assert line_with(page, "附件1").cells.left_mm == pytest.approx(28, abs=0.5)


def test_the_imprint_ends_at_262_mm_between_lines_as_wide_as_the_text(notice):
    rules = measures.imprint_rules(notice[-1])

    assert len(rules) == 3
    assert rules[-1].box.bottom_mm == pytest.approx(262, abs=0.3)
    for rule, thickness in zip(rules, (0.35, 0.25, 0.35), strict=True):
        assert rule.thickness_mm == pytest.approx(thickness, abs=0.05)
        assert rule.box.left_mm == pytest.approx(28, abs=0.3)
        assert rule.box.right_mm == pytest.approx(184, abs=0.3)


def test_copies_stand_one_character_in_and_continue_after_their_colon(notice):
    first = line_with(notice[-1], "抄送：")
    rows = [line for line in notice[-1].lines if first.baseline_mm < line.baseline_mm < 252]

    assert first.cells.left_mm == pytest.approx(28 + 4.94, abs=0.3)
    assert rows[0].cells.left_mm == pytest.approx(28 + 4 * 4.94, abs=0.4)


def test_an_imprint_never_covers_text():
    pages = [page for rows in (20, 21) for page in measured(_of_rows(IMPRINT, rows)).pages]

    for page in pages:
        rules = measures.imprint_rules(page)
        if rules:
            text = [char for char in page.chars if char.text == "国"]
            assert all(char.ink.bottom_mm < rules[0].box.top_mm for char in text)


def test_the_glyph_reading_measures_to_the_ink():
    page = list(measured(paper(NOTICE, profile=GLYPH, body=BODY)).pages)[1]
    rows = measures.body_rows(page, TYPE_AREA)

    assert len(rows) == 22
    assert measures.first_ink_top_mm(page) == pytest.approx(37.8, abs=0.8)
    assert rows[-1].ink.bottom_mm == pytest.approx(262, abs=1)
    assert measures.pitch_mm(rows) == pytest.approx(592 / 1440 * 25.4, abs=0.05)


def test_the_glyph_reading_keeps_mark_number_and_imprint_where_they_are():
    pages = list(measured(paper(NOTICE, profile=GLYPH, body=BODY)).pages)

    mark, number = measures.mark(pages[0]), measures.page_number(pages[0])
    assert mark is not None
    assert number is not None
    assert mark.top_mm == pytest.approx(72, abs=0.8)
    assert number.dash_y_mm == pytest.approx(269, abs=0.5)
    assert measures.imprint_rules(pages[-1])[-1].box.bottom_mm == pytest.approx(262, abs=0.3)


def test_number_and_last_signer_share_a_row():
    for mark, signers in SIGNERS:
        page = measured(paper(REQUEST, mark=mark, signers=signers)).pages[0]
        row = line_with(page, "〔2012〕12号")
        assert signers.split("、")[-1] in row.text
        assert row.cells.left_mm == pytest.approx(28 + CELL_MM, abs=0.3)
        assert row.cells.right_mm <= 184 - CELL_MM + 0.3
        [rule] = measures.red_rules(page)
        assert 3.5 <= rule.box.top_mm - row.ink.bottom_mm <= 4.3


def test_continued_signers_stand_under_the_first_name():
    mark, signers = SIGNERS[1]
    page = measured(paper(REQUEST, mark=mark, signers=signers)).pages[0]
    first, second = line_with(page, "张三"), line_with(page, "王五")

    left = [
        next(c for c in line.chars if c.text == name).cell.left_mm
        for line, name in ((first, "张"), (second, "王"))
    ]
    assert left[0] == pytest.approx(left[1], abs=0.3)


@pytest.mark.parametrize("mark", MARKS)
def test_a_mark_of_any_length_is_one_row_at_72_mm(mark):
    box = measures.mark(measured(paper(REQUEST, mark=mark, signers="")).pages[0])

    assert box is not None
    assert box.top_mm == pytest.approx(72, abs=0.8)
    assert box.height_mm <= 22.5
    assert box.width_mm <= 156


def test_a_lying_page_has_its_number_where_upright_pages_have_it():
    pages = list(measured(paper(LYING)).pages)[1:]

    for page, (top_mm, bottom_mm) in zip(pages, ((28 + 4.94, None), (None, 184 - 4.94)), strict=True):
        number = measures.page_number(page)
        assert number is not None
        assert number.is_turned
        assert number.dash.centre_x_mm == pytest.approx(297 - 269, abs=0.5)
        if top_mm:
            assert number.cells.top_mm == pytest.approx(top_mm, abs=0.4)
        if bottom_mm:
            assert number.cells.bottom_mm == pytest.approx(bottom_mm, abs=0.4)


def test_a_signature_never_stands_alone_on_a_page():
    for rows in range(18, 23):
        last = measured(_of_rows(SIGNED, rows)).pages[-1]
        assert [line for line in last.lines if line.text.startswith("国")]


def test_the_frame_of_a_long_form_goes_on_over_the_page():
    pages = measured(_long_form()).pages

    assert len(pages) >= 3
    for page in pages[:-1]:
        standing = page.black.standing_rules(40)
        assert {round(rule.box.left_mm) for rule in standing} >= {28, 58, 184}


def test_the_header_row_of_a_ledger_repeats_and_rows_do_not_break():
    pages = measured(_long_table()).pages

    assert len(pages) >= 3
    for page in pages:
        assert page.lines[0].text.replace("\t", "").startswith("序号")
        rows = [line for line in page.lines if line.text.startswith("任务")]
        assert len(rows) % 4 == 0


def test_a_cover_has_no_page_number_and_the_next_page_has():
    first, second = measured(paper(COVER)).pages

    assert measures.page_number(first) is None
    number = measures.page_number(second)
    assert number is not None
    assert number.number == 2
