import pytest

from docgen.layout.finish import finish, finish_header
from docgen.layout.package import unpack
from support.layout import laid_out, part, rendered

HEADERS = ("word/header1.xml", "word/header2.xml", "word/header3.xml")


def test_every_header_of_a_draft_is_marked_and_no_header_of_another():
    docx = rendered("- text: 好")

    draft, clean = laid_out(docx, draft=True), laid_out(docx)

    assert all('string="草稿"' in part(draft, name) for name in HEADERS)
    assert not any("草稿" in part(clean, name) for name in HEADERS)
    assert "草稿" not in part(draft, "word/document.xml")


def test_a_header_of_a_paper_that_is_no_draft_is_not_touched():
    header = unpack(rendered("- text: 好"))["word/header1.xml"]

    assert finish_header(header, draft=False) is header


def test_a_document_without_headers_is_marked_itself():
    document = (
        '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        "<w:body><w:p><w:r><w:t>好</w:t></w:r></w:p></w:body></w:document>"
    ).encode()

    assert "草稿" in finish(document, draft=True).xml.decode()
    assert "草稿" not in finish(document).xml.decode()


@pytest.mark.pdf
def test_the_watermark_is_grey_ink_on_every_page():
    from support.pdf import all_measured

    docx = rendered("- text: 一\n- page_break: true\n- text: 二\n- landscape: [{text: 横}]")

    draft, clean = all_measured([laid_out(docx, draft=True), laid_out(docx)])

    assert len(draft.pages) == len(clean.pages) == 3
    for marked, plain in zip(draft.pages, clean.pages, strict=True):
        assert len(marked.picture(40)) > 1.2 * len(plain.picture(40))
