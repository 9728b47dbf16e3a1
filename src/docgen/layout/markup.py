"""The few shapes of WordprocessingML that the blocks are written in, as text.

Text may hold tags of the template language; they pass through untouched, `&` and `<` escaped as
docxtpl expects them.
"""

import re
from xml.sax.saxutils import escape, quoteattr

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
A = "http://schemas.openxmlformats.org/drawingml/2006/main"
WPS = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
V = "urn:schemas-microsoft-com:vml"
O = "urn:schemas-microsoft-com:office:office"  # noqa: E741 the prefix that Office gives it
W10 = "urn:schemas-microsoft-com:office:word"

NAMESPACES = (
    f'xmlns:w="{W}" xmlns:r="{R}" xmlns:wp="{WP}" xmlns:a="{A}" xmlns:wps="{WPS}" '
    f'xmlns:mc="{MC}" xmlns:v="{V}" xmlns:o="{O}" xmlns:w10="{W10}"'
)
XML_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

# The hint puts “”, —, … and · in the Chinese face; Word takes it from the run.
HINT = '<w:rFonts w:hint="eastAsia"/>'

_SIGNS = {"\t": "<w:tab/>", "\n": "<w:br/>"}
_SIGN = re.compile(r"(\t|\n)(?![^{]*[%}]\})")  # not within a tag
_IN_TAG = re.compile(r"\{\{.*?\}\}")
_FIELD = re.compile(r"@page\(([^()]*(?:\([^()]*\)[^()]*)*)\)")


def attribute(text: str) -> str:
    """`text` quoted as an attribute's value."""
    return quoteattr(text)


def run(text: str, properties: str = "") -> str:
    """One run of text in the paragraph's style; a tab character becomes a tab, a line end a line break."""
    pieces = (_SIGNS.get(piece) or f'<w:t xml:space="preserve">{escape(piece)}</w:t>'
              for piece in _SIGN.split(text) if piece)  # fmt: skip
    return "".join(f"<w:r><w:rPr>{HINT}{properties}</w:rPr>{piece}</w:r>" for piece in pieces)


def inline(text: str, properties: str = "") -> str:
    """Runs of `text`, in which `@page(NAME)` is the number of the page where the bookmark NAME stands."""
    pieces = _FIELD.split(text)
    return "".join(
        page_reference(piece.strip(), properties) if index % 2 else run(piece, properties)
        for index, piece in enumerate(pieces)
    )


def page_reference(bookmark: str, properties: str = "") -> str:
    """A PAGEREF field, marked dirty so that Word fills it on opening."""
    return field(f" PAGEREF {bookmark_name(bookmark)} \\h ", "", properties, dirty=True)


def field(instruction: str, shown: str, properties: str = "", *, dirty: bool = False) -> str:
    """A field with what it shows until it is computed."""
    head = f"<w:r><w:rPr>{HINT}{properties}</w:rPr>"
    mark = ' w:dirty="true"' if dirty else ""
    return (
        f'{head}<w:fldChar w:fldCharType="begin"{mark}/></w:r>'
        f'{head}<w:instrText xml:space="preserve">{escape(instruction)}</w:instrText></w:r>'
        f'{head}<w:fldChar w:fldCharType="separate"/></w:r>'
        f'{head}<w:t xml:space="preserve">{escape(shown)}</w:t></w:r>'
        f'{head}<w:fldChar w:fldCharType="end"/></w:r>'
    )


def paragraph(style_id: str, content: str = "", properties: str = "") -> str:
    """A paragraph of a style; `properties` are further children of `w:pPr`, in schema order."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style_id}"/>{properties}</w:pPr>{content}</w:p>'


def control(tag: str, level: str = "p") -> str:
    """A tag that stands alone in its paragraph and vanishes with it: `{%p for … %}`."""
    return f'<w:p><w:r><w:t xml:space="preserve">{{%{level} {escape(tag)} %}}</w:t></w:r></w:p>'


def control_row(tag: str, columns: int) -> str:
    """A table row that holds a tag only and vanishes with it: `{%tr for … %}`."""
    span = f'<w:gridSpan w:val="{columns}"/>' if columns > 1 else ""
    return f"<w:tr><w:tc><w:tcPr>{span}</w:tcPr>{control(tag, 'tr')}</w:tc></w:tr>"


def bookmark_name(template: str) -> str:
    """The name of a bookmark with its tags as LibreOffice keeps them: it cuts a name at the first space."""
    return _IN_TAG.sub(lambda tag: tag.group().replace(" ", ""), template)
