"""Measured on PDFs: orders (10.2), minutes (10.3), and papers of several organs (7.2.4, 7.3.5.1)."""

from itertools import pairwise

import pytest

from docgen.inspect import measures
from docgen.inspect.lettering import TextLine
from docgen.inspect.paper import Page
from support.layout import paper
from support.pdf import CELL_MM, measured, to_pdfs

pytestmark = pytest.mark.pdf

ORDER = """
- order_head: {mark: 滨江大学令, number: 第5号}
- text: "{{ body }}"
- signature_stamp: {for: s in signers, post: "{{ s }}", name: 张大明, date: 2012年6月15日}
"""
MINUTES = """
- minutes_head: {mark: 滨江大学党委会议纪要, number: 〔2012〕5号}
- text: "{{ body }}"
- attendees: {出席: "{{ present }}", 请假: "", 列席: 王五}
"""
JOINT = """
- red_head: {mark: "{{ organs }}\\n文件", number: 滨大党发〔2012〕3号}
- title: 关于联合检查的通知
- text: "{{ body }}"
- signature: {org: "{{ organs }}", date: 2012年6月15日}
"""
ORGANS = ("中共滨江大学委员会", "滨江市教育局", "滨江市人力资源和社会保障局", "滨江市财政局")
SEAL_MM = 42


def joint(count: int) -> bytes:
    return paper(JOINT, organs="\n".join(ORGANS[:count]), body="为做好检查工作，通知如下。")


@pytest.fixture(scope="module")
def pages() -> dict[str, list[Page]]:
    made = {
        "order": paper(ORDER, body="现公布《滨江大学章程》。", signers=["校长"]),
        "minutes": paper(MINUTES, body="会议认为可行。", present="、".join(["欧阳景和"] * 12)),
        **{f"joint{count}": joint(count) for count in (2, 3, 4)},
    }
    to_pdfs(list(made.values()))
    return {name: list(measured(docx).pages) for name, docx in made.items()}


def line_with(page: Page, text: str):
    [line] = [line for line in page.lines if text in line.text]
    return line


def test_an_orders_mark_begins_20_mm_under_the_text_areas_edge(pages):
    [page] = pages["order"]
    mark, number = measures.mark(page), line_with(page, "第5号")

    assert mark is not None
    assert mark.top_mm == pytest.approx(57, abs=0.6)
    assert 22.8 <= number.ink.top_mm - mark.bottom_mm <= 25.9
    assert number.ink.centre_x_mm == pytest.approx(106, abs=0.5)
    assert measures.red_rules(page) == []


def test_an_orders_text_begins_two_rows_under_its_number_and_its_date_ends_four_characters_in(pages):
    [page] = pages["order"]
    number, text = line_with(page, "第5号"), line_with(page, "现公布")
    signer, date = line_with(page, "校长"), line_with(page, "2012年6月15日")

    assert text.baseline_mm - number.baseline_mm == pytest.approx(3 * 10.21, abs=0.5)
    assert signer.text == "校长　　张大明"
    assert signer.cells.right_mm == pytest.approx(184 - 4 * CELL_MM, abs=0.5)
    assert signer.baseline_mm - text.baseline_mm == pytest.approx(3 * 10.21, abs=0.5)
    assert date.baseline_mm - signer.baseline_mm == pytest.approx(2 * 10.21, abs=0.5)
    assert date.cells.right_mm == pytest.approx(184 - 4 * CELL_MM, abs=3.5)


def test_minutes_have_their_mark_at_72_mm_and_attendees_under_the_text(pages):
    page = pages["minutes"][0]
    mark, text, first = measures.mark(page), line_with(page, "会议认为"), line_with(page, "出席：")
    second = next(line for line in page.lines if line.baseline_mm > first.baseline_mm)

    assert mark is not None
    assert mark.top_mm == pytest.approx(72, abs=0.8)
    assert first.baseline_mm - text.baseline_mm == pytest.approx(2 * 10.21, abs=0.5)
    assert first.cells.left_mm == pytest.approx(28 + 2 * CELL_MM, abs=0.4)
    assert second.cells.left_mm == pytest.approx(28 + 5 * CELL_MM, abs=0.4)
    assert [line.text for line in page.lines if "请假" in line.text] == []


@pytest.mark.parametrize("count", [2, 3, 4])
def test_the_names_of_a_joint_mark_are_as_wide_as_each_other(pages, count):
    page = pages[f"joint{count}"][0]
    mark = measures.mark(page)
    assert mark is not None
    chars = [char for char in page.chars if char.text.strip() and mark.contains(char.ink, 1.0)]

    names = chars[:-2] if count == 2 else [char for char in chars if char.text not in "文件"]
    rows = {name: [char.ink for char in names if char.text in name] for name in ORGANS[:count]}
    lefts = [min(ink.left_mm for ink in inks) for inks in rows.values()]
    rights = [max(ink.right_mm for ink in inks) for inks in rows.values()]

    assert mark.top_mm == pytest.approx(72, abs=0.6)
    assert 28 <= mark.left_mm <= mark.right_mm <= 184
    assert max(lefts) - min(lefts) <= 1.5
    assert max(rights) - min(rights) <= 1.5


@pytest.mark.parametrize("count", [2, 3, 4])
def test_the_word_for_papers_stands_beside_the_middle_of_a_joint_mark(pages, count):
    page = pages[f"joint{count}"][0]
    mark = measures.mark(page)
    assert mark is not None
    last = max((char for char in page.chars if mark.contains(char.ink, 1.0)), key=lambda c: c.ink.right_mm)

    assert last.text == "件"
    assert last.ink.centre_y_mm == pytest.approx(mark.centre_y_mm, abs=1.5)


@pytest.mark.parametrize("count", [2, 3, 4])
def test_joint_seals_neither_touch_nor_leave_the_text_area(pages, count):
    page = pages[f"joint{count}"][-1]
    date, text = line_with(page, "2012年6月15日"), line_with(page, "通知如下")
    rows = [line for line in page.lines if text.baseline_mm < line.baseline_mm <= date.baseline_mm]
    middles = _middles([group for row in rows for group in _groups(row)])

    assert len(middles) == 2  # the longest name fills half a row
    assert date.cells.right_mm == pytest.approx(184 - 4 * CELL_MM, abs=3.5)
    assert middles[0] - SEAL_MM / 2 >= 28
    assert middles[-1] + SEAL_MM / 2 <= 184
    assert all(after - before > SEAL_MM for before, after in pairwise(middles))


def _groups(row: TextLine) -> list[tuple[float, float]]:
    """The left and right ends of what stands together on a row."""
    groups: list[tuple[float, float]] = []
    for char in (char for char in row.chars if char.text.strip()):
        if groups and char.ink.left_mm - groups[-1][1] < CELL_MM:
            groups[-1] = groups[-1][0], char.ink.right_mm
        else:
            groups.append((char.ink.left_mm, char.ink.right_mm))
    return groups


def _middles(groups: list[tuple[float, float]]) -> list[float]:
    found: list[float] = []
    for middle in sorted((left + right) / 2 for left, right in groups):
        if not found or middle - found[-1] > 3:
            found.append(middle)
    return found
