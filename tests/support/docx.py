"""What a .docx says, paragraph by paragraph, for tests and golden texts."""

import io
import zipfile
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from docx import Document
from docx.oxml.ns import qn
from docx.styles import BabelFish
from lxml import etree

_SIGNS = {qn("w:tab"): "\t", qn("w:ptab"): "\t", qn("w:cr"): "\n", qn("w:noBreakHyphen"): "-"}
_T, _BR, _R, _P, _LINK = qn("w:t"), qn("w:br"), qn("w:r"), qn("w:p"), qn("w:hyperlink")
_VAL, _TYPE, _ID, _NAME = qn("w:val"), qn("w:type"), qn("w:styleId"), qn("w:name")


def styled_paragraphs(docx: bytes) -> list[tuple[str, str]]:
    """Style name and text of every paragraph of the body, cells of tables included, in order."""
    return list(_read(docx))


# By hand what python-docx's `Paragraph.style` and `.text` say: most tests on papers ask for it, and
# python-docx takes twenty times as long.
@lru_cache(maxsize=256)
def _read(docx: bytes) -> tuple[tuple[str, str], ...]:
    with zipfile.ZipFile(io.BytesIO(docx)) as package:
        body = etree.fromstring(package.read("word/document.xml"))
        styles = etree.fromstring(package.read("word/styles.xml"))
    names, usual = _style_names(styles)
    return tuple((names.get(_style_id(one), usual), _text(one)) for one in body.iter(_P))


def _style_names(styles: Any) -> tuple[dict[str, str], str]:
    """The names of the paragraph styles by id, and the default one's."""
    found = [one for one in styles.iter(qn("w:style")) if one.get(_TYPE) == "paragraph"]
    names = {one.get(_ID): BabelFish.internal2ui(one.find(_NAME).get(_VAL)) for one in found}
    default = [names[one.get(_ID)] for one in found if one.get(qn("w:default")) in ("1", "true")]
    return names, default[-1] if default else ""


def _style_id(paragraph: Any) -> str:
    named = paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
    return "" if named is None else named.get(_VAL)


def _text(paragraph: Any) -> str:
    runs = (run for child in paragraph for run in (child if child.tag == _LINK else (child,)))
    return "".join(_said(part) for run in runs if run.tag == _R for part in run)


def _said(part: Any) -> str:
    if part.tag == _T:
        return part.text or ""
    if part.tag == _BR:
        return "\n" if part.get(_TYPE, "textWrapping") == "textWrapping" else ""
    return _SIGNS.get(part.tag, "")


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
