import io

import numpy as np
import pypdfium2
import pytest
from PIL import Image

from docgen.inspect.pages.reader import read_pages
from docgen.inspect.paper import NotAPdf, PdfToolsMissing, open_paper, page_png
from support.made_paper import MadePaper, red_headed
from support.pdf import measured, to_pdf

pytestmark = pytest.mark.pdf


def test_a_page_knows_its_size_in_millimetres():
    (page,) = measured(red_headed()).pages

    assert (page.width_mm, page.height_mm) == (pytest.approx(210, abs=0.1), pytest.approx(297, abs=0.1))


def test_lines_are_read_from_the_top_and_have_no_guessed_spaces():
    page = measured(red_headed()).pages[0]

    assert page.text.splitlines() == [
        "中共示范学院委员会文件",
        "示院党发〔2026〕12号",
        "关于做好工作的通知",
        "各党支部：",
        "请芮𬱖、镕喆同志负责，于2026年6月5日前完成。",
        "中共示范学院委员会",
        "抄送：院纪委。",
        "示范学院党委办公室　　2026年6月5日印发",
        "— 1 —",
    ]


def test_a_sentence_broken_over_lines_is_whole_in_the_flowing_text():
    sentence = "".join(chr(0x4E00 + number) for number in range(60))
    paper = MadePaper()
    paper.line(sentence)

    page = measured(paper.bytes).pages[0]

    assert len(page.lines) == 3
    assert sentence in page.flowing_text


def test_cells_of_a_table_row_are_parted_by_a_tab():
    paper = MadePaper()
    table = paper.document.add_table(rows=1, cols=2)
    for cell, text in zip(table.rows[0].cells, "甲乙", strict=True):
        paper.line(text, within=cell)

    assert "甲\t乙" in measured(paper.bytes).pages[0].text


def test_text_is_found_whatever_white_space_stands_in_it():
    (found,) = measured(red_headed()).pages[0].find("党委办公室 2026年6月5日")

    assert found.text.startswith("党委办公室")


@pytest.mark.parametrize("data", [b"", b"no pdf", b"%PDF-1.6\n%%EOF"])
def test_what_is_no_pdf_is_refused_by_name(data):
    with pytest.raises(NotAPdf, match=r"通知\.pdf") as caught:
        open_paper(data, "通知.pdf")

    assert caught.value.remedy


def test_without_the_extra_the_remedy_names_it(monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "pypdfium2", None)

    with pytest.raises(PdfToolsMissing) as caught:
        open_paper(b"%PDF")

    assert caught.value.exit_status == 3
    assert "docgen-gongwen[pdf]" in caught.value.remedy


def test_the_picture_of_a_page_has_its_proportions_and_its_red():
    picture = Image.open(io.BytesIO(page_png(to_pdf(red_headed()), dpi=72)))

    pixels = np.asarray(picture).astype(int)
    red = (pixels[:, :, 0] - pixels[:, :, 2] > 100).nonzero()[0]
    assert picture.size == (596, 842)
    assert 72 / 297 * 842 - 5 < red.min() < 72 / 297 * 842 + 5


def test_the_same_page_gives_the_same_picture():
    pdf = to_pdf(red_headed())

    assert page_png(pdf, dpi=50) == page_png(pdf, dpi=50)


def test_a_page_that_is_held_open_opens_the_pdf_once(monkeypatch):
    pdf = to_pdf(red_headed())
    (page,) = open_paper(pdf).pages
    opened = []
    monkeypatch.setattr(
        pypdfium2, "PdfDocument", lambda data, real=pypdfium2.PdfDocument: opened.append(data) or real(data)
    )

    read_pages(pdf)

    assert len(opened) == 1 + 1  # to list the pages, and for the one page
    with page.held_open():
        assert page.chars
        assert page.black.bounds
        assert page.turned_degrees == 0
    assert len(opened) == 3
