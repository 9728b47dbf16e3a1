import re

import pytest

from support.layout import paper, part

TABLE = """
- text: 各档次分布如下：
- table: {columns: [{title: 档次, mm: 40}], rows: n in rows, cells: ["{{ n }}"]}
- text: 正文。
"""


def kept_rows(blocks: str, **values: object) -> list[bool]:
    document = part(paper(blocks, **values), "word/document.xml")
    return ["<w:keepNext/>" in row for row in re.findall(r"<w:tr>.*?</w:tr>", document)]


def test_a_small_table_stands_on_one_page():
    assert kept_rows(TABLE, rows=["甲", "乙", "丙"]) == [True, True, True, False]


def test_a_long_table_parts_neither_after_its_first_row_nor_before_its_last():
    assert kept_rows(TABLE, rows=["甲"] * 40) == [True, True, *[False] * 37, True, False]


def test_a_row_as_high_as_a_page_is_kept_with_nothing():
    assert kept_rows(TABLE, rows=["甲乙丙丁" * 300] * 4) == [True, False, False, False, False]


def test_the_words_before_a_table_stand_on_its_page():
    document = part(paper(TABLE, rows=["甲"]), "word/document.xml")

    [lead] = re.findall(r"<w:p>(?:(?!</w:p>).)*如下：", document)
    [after] = re.findall(r"<w:p>(?:(?!</w:p>).)*正文。", document)
    assert "<w:keepNext/>" in lead
    assert "<w:keepNext/>" not in after


def test_rows_that_share_a_cell_stand_on_one_page():
    blocks = """
- table:
    columns: [{title: 问题, mm: 40}, {title: 措施, mm: 60}]
    body:
      - for: p in problems
        rows:
          - for: m in p
            cells: [{text: "{% if loop.first %}问题{% endif %}", merge: loop}, "{{ m }}"]
"""

    rows = kept_rows(blocks, problems=[["一"] * 3] * 12)

    inner = rows[1:]
    assert [inner[at : at + 3] for at in range(0, 33, 3)] == [[True, True, False]] * 11
    assert inner[33:] == [True, True, False]


def test_ruled_lines_to_write_on_stand_on_one_page():
    document = part(paper("- blank: {label: 下步打算, lines: 3}\n- text: 正文。"), "word/document.xml")

    lines = re.findall(r"<w:p>(?:(?!</w:p>).)*GwFillIn.*?</w:p>", document)
    assert ["<w:keepNext/>" in line for line in lines] == [True, True, False]


@pytest.mark.parametrize(("chars", "whole"), [(40, 1), (900, 0)])
def test_only_a_row_that_would_run_over_its_page_breaks_within(chars, whole):
    columns = "[{title: 方面, mm: 30}, {title: 任务, mm: 60}]"
    blocks = f"- table: {{columns: {columns}, rows: t in texts, cells: [甲, '{{{{ t }}}}']}}"

    made = part(paper(blocks, texts=["国" * chars]), "word/document.xml")

    rows = made.split("<w:tr>")
    assert rows[-1].count("<w:cantSplit/>") == whole
    assert "<w:cantSplit/>" in rows[1]  # the header row never breaks


def test_the_paragraph_after_a_last_table_takes_no_room():
    document = part(paper("- table: {columns: [{title: 档次, mm: 40}], cells: [甲]}"), "word/document.xml")

    last = document[document.rindex("</w:tbl>") : document.rindex("<w:sectPr>")]
    assert '<w:spacing w:before="0" w:after="0" w:line="1" w:lineRule="exact"/>' in last
    assert last.count("<w:vanish/>") == 1
