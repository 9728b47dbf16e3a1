"""What a PDF alone tells of bold type, of missing empty rows and of rows and characters set too close."""

from dataclasses import replace

import pytest

from docgen.inspect.house import House
from docgen.inspect.judging import judged
from docgen.inspect.seeing import pages_of, seen_of
from support.official_documents import ordinary_rows
from support.pdf import to_pdfs
from support.typed_paper import changed, docx_of

_HOUSE = House()


def ordinary(**changes):
    return docx_of(changed(ordinary_rows(pages=2, attachments=1), **changes))


def every_text(**change):
    """The change in all paragraphs of the text."""
    rows = ordinary_rows(pages=2)
    return docx_of(
        tuple(replace(row, **change) if row.first == 2 and row.key != "remark" else row for row in rows)
    )


BROKEN = {
    "a bold paragraph": ("B06", ordinary(body1={"bold": True})),
    "二级 in bold": ("B08", ordinary(heading2={"bold": True})),
    "recipients in bold": ("B04", ordinary(recipients={"bold": True})),
    "note of attachments in bold": ("B12", ordinary(note1={"bold": True})),
    "title one row under the line": ("B01", ordinary(above_title1=None)),
    "title right under the line": ("B01", ordinary(above_title1=None, above_title2=None)),
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
    papers = [ordinary(), *(docx for _, docx in BROKEN.values())]
    return dict(zip(["right", *BROKEN], to_pdfs(papers), strict=True))


def codes(pdf):
    seen = seen_of(None, pages_of(pdf, "公文.pdf", _HOUSE, is_ours=True), _HOUSE)
    return {one.rule.code for one in judged(seen, _HOUSE)}


@pytest.mark.parametrize("name", BROKEN)
def test_one_fault_is_told_by_its_own_rule_alone(name, pdfs):
    assert codes(pdfs[name]) == {BROKEN[name][0]}


def test_the_right_paper_is_silent(pdfs):
    assert codes(pdfs["right"]) == set()
