"""What a .docx says, paragraph by paragraph, for tests and golden texts."""

import io
from collections.abc import Iterator

from docx import Document
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph


def styled_paragraphs(docx: bytes) -> list[tuple[str, str]]:
    """Style name and text of every paragraph of the body, cells of tables included, in order."""
    document = Document(io.BytesIO(docx))
    return [
        (paragraph.style.name if paragraph.style is not None else "", paragraph.text)
        for paragraph in (Paragraph(element, document) for element in document.element.body.iter(qn("w:p")))
    ]


def text_of(docx: bytes) -> str:
    """All text of the body, one paragraph a line."""
    return "\n".join(text for _, text in styled_paragraphs(docx))


def texts_with_style(docx: bytes, style: str) -> Iterator[str]:
    """The paragraphs of one style."""
    return (text for name, text in styled_paragraphs(docx) if name == style)


def table_rows(docx: bytes) -> list[list[str]]:
    """The cells of every row of every table, without line ends; a cell of several columns once."""
    document = Document(io.BytesIO(docx))
    return [
        ["".join(text.text or "" for text in cell.iter(qn("w:t"))) for cell in row.iter(qn("w:tc"))]
        for row in document.element.body.iter(qn("w:tr"))
    ]
