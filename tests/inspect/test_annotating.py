"""Findings as comments at their paragraphs, and as boxes on the pages."""

import io

import numpy
from docx import Document
from PIL import Image

from docgen.findings import Severity
from docgen.inspect.annotating import boxed_page, commented
from docgen.inspect.document import read_document
from docgen.inspect.fixing import fixed
from docgen.inspect.geometry import Box
from docgen.inspect.house import House
from docgen.inspect.judging import judged
from docgen.inspect.seeing import seen_of
from support.checkers import faults_of
from support.plain import texts_of, typed


def annotated(data, deviations=None):
    document = read_document(data, "a.docx")
    deviations = deviations or judged(seen_of(document, None, House()), House())
    return commented(data, document, deviations), deviations


def test_each_finding_is_a_comment_and_the_text_is_as_it_was():
    copy, deviations = annotated(typed())

    comments = [comment.text for comment in Document(io.BytesIO(copy)).comments]
    assert len(comments) == len(deviations) > 10
    assert any("T06" in text and "主送机关后面没有全角冒号" in text for text in comments)
    assert texts_of(copy) == texts_of(typed())


def test_a_comment_stands_at_its_paragraph():
    copy, _ = annotated(typed())

    at = [
        paragraph.text
        for paragraph in Document(io.BytesIO(copy)).paragraphs
        if paragraph._p.xpath("./w:commentRangeStart")
    ]
    assert "附件：1、清单；" in at
    assert "特此通知。" not in at or any("特此通知" in one.text for one in annotated(typed())[1])


def test_comments_that_were_there_stay():
    document = Document(io.BytesIO(typed()))
    document.add_comment(document.paragraphs[0].runs, text="请领导审阅", author="王五")
    made = io.BytesIO()
    document.save(made)

    copy, deviations = annotated(made.getvalue())

    comments = list(Document(io.BytesIO(copy)).comments)
    assert [comment.author for comment in comments].count("王五") == 1
    assert len({comment.comment_id for comment in comments}) == len(deviations) + 1


def test_the_corrected_and_annotated_copy_is_a_sound_document(tmp_path):
    document = read_document(typed(), "a.docx")
    corrected = fixed("a.docx", typed(), seen_of(document, None, House())).data
    file = tmp_path / "a.docx"
    file.write_bytes(annotated(corrected, judged(seen_of(document, None, House()), House()))[0])

    # python-docx's own template carries a part that no longer matches; nothing else may be told.
    assert [fault for fault in faults_of(file) if "stylesWithEffects" not in fault] == []


class _Page:
    """A white page."""

    def pixels(self, dpi):
        return numpy.full((1286, 909, 3), 255, dtype=numpy.uint8)


def test_a_box_is_drawn_around_its_place():
    picture = Image.open(io.BytesIO(boxed_page(_Page(), [(12, Severity.ERROR, Box(50, 60, 100, 70))])))

    scale = 110 / 25.4
    assert picture.size == (909, 1286)
    assert picture.getpixel((round((50 - 0.8) * scale), round(65 * scale))) == (214, 39, 40)
    assert picture.getpixel((round(75 * scale), round(65 * scale))) == (255, 255, 255)


def test_a_box_beyond_the_page_ends_at_its_edge():
    picture = Image.open(io.BytesIO(boxed_page(_Page(), [(1, Severity.INFO, Box(-9, -9, 400, 400))])))

    assert picture.getpixel((0, 600)) == (31, 119, 180)
