"""PDF/A-2b from the real LibreOffice: one conversion for the file."""

import io

import pikepdf
import pytest

from docgen.build.properties import PART, core_properties
from docgen.layout.package import pack, unpack
from docgen.pdf import PdfJob, convert
from docgen.pdf.pages import page_count
from support.made_paper import full_pages
from support.papers import made, office, sort_of
from support.pdfa import fonts_of, pdfa_faults

pytestmark = pytest.mark.pdf

# LibreOffice 7.4 escapes the & twice.
TITLE, OFFICE = "关于“晋位升级”的报告（一）&<", "中共某某医院委员会 A&amp;B"


@pytest.fixture(scope="module")
def archived(tmp_path_factory) -> bytes:
    folder = tmp_path_factory.mktemp("pdfa")
    parts = unpack(made(sort_of("upgrade-method"), office(), office().branches[0]))
    parts[PART] = core_properties(TITLE, OFFICE, None)
    (result,) = convert([PdfJob(pack(parts), folder / "a.pdf")], pdfa=True)
    assert result.error is None
    return result.job.target.read_bytes()


def test_nothing_that_pdfa_2b_asks_is_missing(archived):
    assert pdfa_faults(archived) == []


def test_the_check_sees_what_is_wrong_in_an_ordinary_pdf(tmp_path):
    (result,) = convert([PdfJob(full_pages(23), tmp_path / "plain.pdf")])

    plain = result.job.target.read_bytes()

    assert {fault.split()[0] for fault in pdfa_faults(plain)} >= {"6.2.3", "6.6.2.1"}
    assert page_count(plain) == result.pages == 2


def test_every_font_is_embedded(archived):
    fonts = fonts_of(archived)

    assert fonts
    assert all(fonts.values())


def test_title_author_and_language_are_those_of_the_paper(archived):
    with pikepdf.open(io.BytesIO(archived)) as document:
        assert str(document.docinfo.Title) == TITLE
        assert str(document.docinfo.Author) == OFFICE
        assert str(document.Root.Lang) == "zh-CN"
        assert document.Root.ViewerPreferences.DisplayDocTitle


def test_the_text_is_tagged(archived):
    with pikepdf.open(io.BytesIO(archived)) as document:
        assert document.Root.MarkInfo.Marked
        roles = {str(role) for role in document.Root.StructTreeRoot.RoleMap.values()}
        assert {"/P", "/H1", "/Table", "/TD"} <= roles
        assert all("/StructParents" in page for page in document.pages)
