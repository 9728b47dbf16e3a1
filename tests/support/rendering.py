"""Templates made by code, docxtpl's results for them, and how the two are compared."""

import io
import struct
import zipfile
import zlib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from docx import Document
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docxtpl import DocxTemplate
from lxml import etree

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
NS = (
    f'xmlns:w="{W}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
)


def made(*steps: Callable[[Any], None] | str) -> bytes:
    """A template: each step is a paragraph's text, or a function that adds to the document."""
    document = Document()
    for step in steps:
        if isinstance(step, str):
            document.add_paragraph(step)
        else:
            step(document)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def table(*rows: list[str]) -> Callable[[Any], None]:
    """A step: a table with these texts; shorter rows leave their last cells empty."""

    def add(document: Any) -> None:
        grid = document.add_table(rows=len(rows), cols=max(map(len, rows)))
        for cells, texts in zip(grid.rows, rows, strict=True):
            for cell, text in zip(cells.cells, texts, strict=False):
                cell.text = text

    return add


def raw(xml: str) -> Callable[[Any], None]:
    """A step: XML put before the section's properties; the usual prefixes are known."""

    def add(document: Any) -> None:
        holder = parse_xml(f"<w:body {NS}>{xml}</w:body>")
        for element in list(holder):
            document.element.body.insert_element_before(element, "w:sectPr")

    return add


def header(text: str, footer: str = "") -> Callable[[Any], None]:
    """A step: the first section's header and footer."""

    def add(document: Any) -> None:
        document.sections[0].header.paragraphs[0].text = text
        if footer:
            document.sections[0].footer.paragraphs[0].text = footer

    return add


def footnote(text: str) -> Callable[[Any], None]:
    """A step: a footnotes part with this text."""

    def add(document: Any) -> None:
        xml = (
            '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
            f'<w:footnotes xmlns:w="{W}"><w:footnote w:id="1"><w:p><w:r><w:t>{text}</w:t></w:r></w:p>'
            "</w:footnote></w:footnotes>"
        )
        part = Part(
            PackURI("/word/footnotes.xml"), CONTENT_TYPE.WML_FOOTNOTES, xml.encode(), document.part.package
        )
        document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)

    return add


def png(width: int = 2, height: int = 2) -> bytes:
    """A grey picture."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = b"".join(b"\0" + b"\x80" * width for _ in range(height))
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"IDAT", zlib.compress(rows))
        + chunk(b"IEND", b"")
    )


def cell(text: str, properties: str = '<w:tcW w:w="2000" w:type="dxa"/>') -> str:
    """The XML of a table's cell."""
    return f"<w:tc><w:tcPr>{properties}</w:tcPr><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>"


def docxtpl_renders(template: bytes, context: Any, jinja_env: Any = None) -> bytes:
    """docxtpl as its manual shows it, escaping."""
    tpl = DocxTemplate(io.BytesIO(template))
    values = context(tpl) if callable(context) else context
    tpl.render(values, jinja_env, autoescape=True)
    buffer = io.BytesIO()
    tpl.save(buffer)
    return buffer.getvalue()


def members(docx: bytes) -> dict[str, bytes]:
    """The members of a .docx; XML ones canonical."""
    with zipfile.ZipFile(io.BytesIO(docx)) as package:
        assert package.testzip() is None
        return {name: _canonical(name, package.read(name)) for name in package.namelist()}


def member(docx: bytes, name: str = "word/document.xml") -> str:
    """One member's text as it stands."""
    with zipfile.ZipFile(io.BytesIO(docx)) as package:
        return package.read(name).decode()


def text_of(docx: bytes, name: str = "word/document.xml") -> str:
    """The text of a part: paragraphs by line, tabs and breaks as characters."""
    root = etree.fromstring(member(docx, name).encode(), etree.XMLParser(huge_tree=True))
    signs = {f"{{{W}}}tab": "\t", f"{{{W}}}br": "\n"}
    return "\n".join(
        "".join(signs.get(n.tag) or n.text or "" for n in p.iter(f"{{{W}}}t", *signs))
        for p in root.iter(f"{{{W}}}p")
    )


def differing(ours: bytes, theirs: bytes) -> list[str]:
    """The members that are not canonically equal, or are in one file only."""
    mine, other = members(ours), members(theirs)
    return sorted(name for name in {*mine, *other} if mine.get(name) != other.get(name))


def _canonical(name: str, content: bytes) -> bytes:
    if not name.endswith((".xml", ".rels")):
        return content
    return etree.tostring(etree.fromstring(content, etree.XMLParser(huge_tree=True)), method="c14n")


def saved(folder: Path, template: bytes, name: str = "form.docx") -> Path:
    """The template as a file."""
    path = folder / name
    path.write_bytes(template)
    return path


Context = Mapping[str, Any]
