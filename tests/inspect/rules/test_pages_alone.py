"""What a PDF alone tells of bold type, of missing empty rows and of rows and characters set too close."""

import io
from dataclasses import replace

import pytest
from docx import Document
from docx.enum.section import WD_ORIENT
from docx.shared import Mm

from docgen.inspect.elements import Element
from docgen.inspect.geometry import Box
from docgen.inspect.house import House
from docgen.inspect.judging import judged
from docgen.inspect.seeing import pages_of, seen_of
from support.official_documents import ordinary_rows, upward_rows
from support.pdf import to_pdfs
from support.typed_paper import Row, changed, docx_of, inserted

_HOUSE = House()


def ordinary(**changes):
    return docx_of(changed(ordinary_rows(pages=2, attachments=1), **changes))


def every_text(*, headings=True, **change):
    """The change in all paragraphs of the text."""
    keys = ("lead", "body", "filler", *(["heading"] if headings else []))
    rows = ordinary_rows(pages=2)
    return docx_of(tuple(replace(row, **change) if row.key.startswith(keys) else row for row in rows))


def _with_a_lying_attachment():
    """Its label and title stand by the edges of the turned page."""
    rows = changed(
        ordinary_rows(attachments=1), **dict.fromkeys(("under_attachment1", "attached1", "imprint"))
    )
    document = Document(io.BytesIO(docx_of(changed(rows, label1={"new_page": False}))))
    lying = document.add_section()
    lying.orientation, lying.page_width, lying.page_height = WD_ORIENT.LANDSCAPE, Mm(297), Mm(210)
    lying.left_margin, lying.right_margin = Mm(35), Mm(37)
    lying.footer.is_linked_to_previous = lying.even_page_footer.is_linked_to_previous = False
    ends = next(
        one for one in document.paragraphs if one._p.pPr is not None and one._p.pPr.sectPr is not None
    )
    label = next(one for one in document.paragraphs if one.text == "附件")
    label._p.addprevious(ends._p)
    made = io.BytesIO()
    document.save(made)
    return made.getvalue()


_BLANKS = (Row("blank1"), Row("blank2"))
_DIGITS = "2026年3月1日至2026年6月30日，公司A厂日供水120000吨，B厂日供水85000吨，同比增长3.5%，漏损率9.8%。"
_ROWS = "各" * 25 + "。" + ("各" * 27 + "。") * 30

RIGHT = {
    "a request without a mark": docx_of(
        changed(upward_rows(), **dict.fromkeys(("mark", "above_title1", "above_title2", "remark")))
    ),
    "sentences that end with their rows and pages": docx_of(changed(ordinary_rows(), body1={"text": _ROWS})),
    "ordinary": ordinary(),
    "an attachment on a lying page": _with_a_lying_attachment(),
    "digits and letters in all rows": every_text(headings=False, text=_DIGITS * 3),
}
BROKEN = {
    "a bold paragraph": ("B06", ordinary(body1={"bold": True})),
    "二级 in bold": ("B08", ordinary(heading2={"bold": True})),
    "recipients in bold": ("B04", ordinary(recipients={"bold": True})),
    "note of attachments in bold": ("B12", ordinary(note1={"bold": True})),
    "title one row under the line": ("B01", ordinary(above_title1=None)),
    "title right under the line": ("B01", ordinary(above_title1=None, above_title2=None)),
    "title four rows under the line": (
        "B01", docx_of(inserted(ordinary_rows(pages=2), "above_title1", *_BLANKS)),
    ),
    "recipients two rows under the title": (
        "B04", docx_of(inserted(ordinary_rows(pages=2), "above_recipients", _BLANKS[0])),
    ),
    "attachments two rows under the text": (
        "B12", docx_of(inserted(ordinary_rows(pages=2, attachments=1), "above_note", _BLANKS[0])),
    ),
    "name right under the text": (
        "B15", docx_of(changed(ordinary_rows(pages=2), above_signature0=None, above_signature1=None)),
    ),
    "note without brackets": ("B20", ordinary(remark={"text": "此件公开发布"})),
    "附件 with a colon": ("B21", ordinary(label1={"text": "附件："})),
    "附件 forgotten": ("B21", ordinary(label1=None, above_attachment1={"new_page": True})),
    "attachment not announced": ("B12", ordinary(above_note=None, note1=None)),
    "space after paragraphs": ("P06", every_text(before=160)),
    "narrow characters": ("P07", every_text(spacing=-20)),
}  # fmt: skip


@pytest.fixture(scope="module")
def pdfs():
    """Every paper's pages, made in one start."""
    papers = [*RIGHT.values(), *(docx for _, docx in BROKEN.values())]
    return dict(zip([*RIGHT, *BROKEN], to_pdfs(papers), strict=True))


def codes(pdf):
    seen = seen_of(None, pages_of(pdf, "公文.pdf", _HOUSE, is_ours=True), _HOUSE)
    return {one.rule.code for one in judged(seen, _HOUSE)}


@pytest.mark.parametrize("name", BROKEN)
def test_one_fault_is_told_by_its_own_rule_alone(name, pdfs):
    assert codes(pdfs[name]) == {BROKEN[name][0]}


@pytest.mark.parametrize("name", RIGHT)
def test_a_right_paper_is_silent(name, pdfs):
    assert codes(pdfs[name]) == set()


def test_large_letters_of_a_mark_are_no_seals(pdfs):
    seen = seen_of(None, pages_of(pdfs["ordinary"], "公文.pdf", _HOUSE, is_ours=True), _HOUSE)
    mark = seen.blocks(Element.MARK)[0].ink

    def told(top_mm):
        boxes = tuple(Box(left, top_mm, left + 20, top_mm + 20) for left in (mark.left_mm, mark.left_mm + 8))
        first, *others = seen.pages.pages
        pages = replace(seen.pages, pages=(replace(first, seals=boxes), *others))
        return {one.rule.code for one in judged(replace(seen, pages=pages), _HOUSE)}

    assert "B14" not in told(mark.top_mm)
    assert "B14" in told(mark.bottom_mm + 100)
