import pytest

from docgen.layout.passes.text_tables import column_widths
from docgen.layout.tree import parse, w
from support.layout import paper, part, texts

FRAME = 8844
BLOCKS = "- text_table: {rows: rows}"


@pytest.mark.parametrize("chars", [[2, 30, 4], [2, 2], [50, 60, 3, 200], [5], [12] * 12])
def test_columns_fill_the_frame(chars):
    assert sum(column_widths(chars, FRAME)) == FRAME


def test_narrow_columns_have_what_they_want_and_wide_ones_share_the_rest():
    number, name, reason = column_widths([2, 40, 160], FRAME)

    assert number >= 2 * 240 + 170
    assert number < name < reason
    assert reason < 3 * name


def test_a_table_has_its_words_in_order_under_a_head_that_repeats():
    made = paper(BLOCKS, rows=[["序号", "名称"], ["1", "甲&<b>"], ["2", "乙" * 60]])
    root = parse(part(made, "word/document.xml").encode())
    [table] = root.iter(w("tbl"))

    cells = [["".join(t.text or "" for t in cell.iter(w("t"))) for cell in row.iter(w("tc"))]
             for row in table.iter(w("tr"))]  # fmt: skip
    assert cells == [["序号", "名称"], ["1", "甲&<b>"], ["2", "乙" * 60]]
    assert len(list(table.iter(w("tblHeader")))) == 1
    assert texts(made, "表头") == ["序号", "名称"]
    widths = {cell.find(f"{w('tcPr')}/{w('tcW')}").get(w("w")) for cell in table.iter(w("tc"))}
    assert len(widths) == 2
    assert sum(map(int, widths)) == FRAME


def test_a_table_of_one_column_is_as_wide_as_the_text():
    root = parse(part(paper(BLOCKS, rows=[["名称"], ["甲"]]), "word/document.xml").encode())

    widths = {cell.get(w("w")) for cell in root.iter(w("tcW"))}
    assert widths == {str(FRAME)}
