import io
from datetime import date

import docx

from docgen.publish.print_run.index import Heading, index_docx, totals
from docgen.publish.print_run.paper import LeftOut, Manner, Placed
from support.print_run import paper, signing

HEADING = Heading("某某水务党委", "作风建设", date(2027, 7, 1))


def placed(tmp_path, name="Z01 D22", pages=3, heading="Z01党支部", is_a3=False, **changes) -> Placed:
    return Placed(heading, paper(tmp_path, name, 1, **changes), pages, pages % 2, 5, is_a3)


def tables(data: bytes) -> list[list[list[str]]]:
    """The cells of every table; a joined cell once."""
    document = docx.Document(io.BytesIO(data))
    return [
        [list(dict.fromkeys(cell.text for cell in row.cells)) for row in table.rows]
        for table in document.tables
    ]


def text(data: bytes) -> str:
    return "\n".join(paragraph.text for paragraph in docx.Document(io.BytesIO(data)).paragraphs)


def test_a_row_tells_pages_copies_first_page_and_who_signs_under_its_owner(tmp_path):
    one = placed(tmp_path, copies=4, signing=signing())

    index, _ = tables(index_docx(HEADING, [one], [], Manner()))

    assert index[1] == ["Z01党支部"]
    assert index[2] == ["1", "D22 升级办法", "3", "4", "5", "王某（党支部书记）", "补空白 1 页"]


def test_remarks_tell_what_is_special_of_a_paper(tmp_path):
    one = placed(tmp_path, pages=2, is_a3=True, draft=True, edited=True)

    (index,) = tables(index_docx(HEADING, [one], [], Manner()))

    assert index[2][-1] == "草稿；手工改过；A3 纸"


def test_by_kind_a_row_names_the_branch(tmp_path):
    one = placed(tmp_path, heading="D22 升级办法")

    (index,) = tables(index_docx(HEADING, [one], [], Manner()))

    assert index[1] == ["D22 升级办法"]
    assert index[2][1] == "Z01党支部 升级办法"


def test_what_is_left_out_is_listed_with_its_reason(tmp_path):
    left = LeftOut("k", "Z02", "Z02党支部", "D22", "升级办法", "", "草稿：记录有误 &<{{", True)

    _, left_out = tables(index_docx(HEADING, [placed(tmp_path)], [left], Manner()))

    assert left_out[1] == ["Z02党支部", "D22 升级办法", "草稿：记录有误 &<{{"]


def test_the_checklist_keeps_the_number_of_the_index(tmp_path):
    papers = [placed(tmp_path), placed(tmp_path, "Z01 D25", signing=signing())]

    _, checklist = tables(index_docx(HEADING, papers, [], Manner()))

    assert checklist[2] == [
        "2", "D25 升级办法", "王某（党支部书记）", "正文末尾的署名处", "不盖章", "待签", "□",
    ]  # fmt: skip


def test_sheets_are_counted_for_all_copies_by_size_of_paper(tmp_path):
    papers = [
        placed(tmp_path, pages=3, copies=4),
        placed(tmp_path, "Z01 D25", pages=1, copies=2, is_a3=True),
    ]

    both, one_side = totals(papers, Manner()), totals(papers, Manner(duplex=False))

    assert (both.a4_sheets, both.a3_sheets) == (8, 2)
    assert (one_side.a4_sheets, one_side.a3_sheets) == (12, 2)
    assert "A4 纸 8 张和 A3 纸 2 张" in text(index_docx(HEADING, papers, [], Manner()))


def test_a_collated_run_is_printed_once(tmp_path):
    said = text(index_docx(HEADING, [placed(tmp_path)], [], Manner(collate=True)))

    assert "全部打印一遍即可" in said
