import re

import pytest

from docgen.layout.finish import OnePage, finish
from docgen.layout.package import unpack
from support.layout import laid_out, part, rendered

BODY = "- title: 公开承诺书\n- text: '{{ body }}'"
FLOOR = OnePage(min_line_twips=480, min_size_half_points=28)


def finished(rows: int, floor: OnePage = FLOOR):
    docx = rendered(BODY, body="\n".join(["国" * 20] * rows))
    return finish(unpack(docx)["word/document.xml"], one_page=floor)


def lines_of(xml: bytes) -> set[str]:
    return set(re.findall(r'w:line="(\d+)"', xml.decode()))


def test_a_paper_that_fits_is_left_alone():
    result = finished(15)

    assert result.fits
    assert lines_of(result.xml) == set()


def test_rows_move_closer_before_type_becomes_smaller():
    result = finished(23)

    assert result.fits
    [line] = lines_of(result.xml)
    assert 480 <= int(line) < 579
    assert b'<w:sz w:val="28"/>' not in result.xml


def test_type_becomes_smaller_when_closer_rows_do_not_help():
    docx = rendered(BODY, body="\n".join(["国" * 27] * 15))  # two rows each at 16 pt, one at 14

    result = finish(unpack(docx)["word/document.xml"], one_page=FLOOR)

    assert result.fits
    sizes = {int(size) for size in re.findall(r'<w:sz w:val="(\d+)"', result.xml.decode())}
    assert sizes
    assert max(sizes) < 32


def test_large_type_does_not_stand_in_rows_too_close_for_it():
    result = finished(31, OnePage(min_line_twips=300, min_size_half_points=22))

    line = min(map(int, lines_of(result.xml)))
    size = min(map(int, re.findall(r'<w:sz w:val="(\d+)"', result.xml.decode())), default=32)
    assert result.fits
    assert line >= 1.25 * size * 10


def test_digits_between_han_take_room():
    plain, mixed = ("国" * 17 + "1" * 16, "国国11" * 8 + "国")  # both 25 wide
    floor = OnePage(min_line_twips=579, min_size_half_points=32)

    fits = [
        finish(unpack(rendered(BODY, body="\n".join([text] * 17)))["word/document.xml"], one_page=floor).fits
        for text in (plain, mixed)
    ]

    assert fits == [True, False]


def test_a_paper_that_cannot_fit_says_so_and_stands_at_the_floor():
    result = finished(40)

    assert not result.fits
    assert "480" in lines_of(result.xml)


@pytest.mark.pdf
def test_what_is_said_to_fit_fits_on_paper():
    from support.pdf import all_measured

    documents = [rendered(BODY, body="\n".join(["国" * 20] * rows)) for rows in (18, 21, 23, 24)]
    assert all(finish(unpack(docx)["word/document.xml"], one_page=FLOOR).fits for docx in documents)

    papers = all_measured([laid_out(docx, one_page=FLOOR) for docx in documents])

    assert [len(paper.pages) for paper in papers] == [1, 1, 1, 1]


def test_a_label_beside_an_opinion_has_the_room_of_both_its_rows():
    opinion = "{opinion: {label: LABEL, text: 同意, sign: 签字：, min_mm: 30}}"
    form = f"- form: {{columns_mm: [30, 126], rows: [{', '.join([opinion] * 6)}]}}"

    fits = [
        finish(
            unpack(rendered(form.replace("LABEL", label)))["word/document.xml"],
            one_page=OnePage(min_line_twips=579, min_size_half_points=32),
        ).fits
        for label in ("党委", '"党委\\n审定\\n意见\\n栏"')
    ]

    assert fits == [True, True]


def test_cells_of_tables_count():
    blocks = "- table: {columns: [{title: a, mm: 40}], rows: r in rows, cells: ['{{ r }}']}"
    few, many = (
        finish(unpack(rendered(blocks, rows=list(range(count))))["word/document.xml"], one_page=FLOOR).fits
        for count in (10, 40)
    )

    assert few
    assert not many
    assert "w:tbl" in part(rendered(blocks, rows=[1]), "word/document.xml")


def test_a_row_loses_room_where_a_bracket_may_not_end_it():
    # 55.4 characters wide with its indent: two rows by division, three in a renderer.
    text = "你支部2031年3月16日报送的《护理党支部提升办法》（第1版）收悉。经2031年3月22日"
    text += "党委会研究，现批复如下："
    floor = OnePage(min_line_twips=579, min_size_half_points=32)
    docx = rendered(BODY, body="\n".join([text] * 7))

    assert not finish(unpack(docx)["word/document.xml"], one_page=floor).fits
