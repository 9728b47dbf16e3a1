"""What rendered values may do to the XML around them: break lines, and hold characters XML cannot.

docxtpl gives four characters inside `w:t` a meaning: tab, line feed, bell (new paragraph) and form
feed (new page). Everything else below U+0020 is illegal in XML and is left out, and so are lone
surrogates, U+FFFE and U+FFFF; the rest of the text stays whole.
"""

from docgen.render.docxtpl_api import DocxTemplate

_ILLEGAL_BYTES = bytes(i for i in range(32) if i not in b"\t\n\r")
_NONCHARACTERS = ("\ufffe", "\uffff")
_PARAGRAPH_END = "</w:p>"


def expand_breaks(xml: str) -> str:
    """The XML with tabs, line, paragraph and page breaks in `w:t` made into elements, as docxtpl does."""
    if not _has_break(xml):
        return xml
    # docxtpl's expression matches never reach past a paragraph's end: only the pieces that hold a
    # break go through it, which is much faster on a long document.
    pieces = xml.split(_PARAGRAPH_END)
    last = pieces.pop()
    return "".join(_expanded(piece + _PARAGRAPH_END) for piece in pieces) + last


def breaks_paragraphs(xml: str) -> bool:
    """Whether a value asks for a new paragraph or page, which may not fit where it stands."""
    return "\a" in xml or "\f" in xml


def encode_xml(xml: str) -> bytes:
    """The XML in UTF-8, without the characters that XML cannot hold."""
    # Looking costs a tenth of replacing, and there is hardly ever something to replace.
    for character in _NONCHARACTERS:
        if character in xml:
            xml = xml.replace(character, "")
    if "\r" in xml:  # an XML parser reads it as LF: write what will be read
        xml = xml.replace("\r", "\n")
    data = _encoded(xml)
    return data.translate(None, _ILLEGAL_BYTES) if any(byte in data for byte in _ILLEGAL_BYTES) else data


def _encoded(xml: str) -> bytes:
    try:
        return xml.encode()
    except UnicodeEncodeError:
        # Halves of a pair that stand together are one character (Python keeps them apart); others go.
        return xml.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "ignore").encode()


def _has_break(xml: str) -> bool:
    return "\n" in xml or "\t" in xml or "\a" in xml or "\f" in xml


def _expanded(piece: str) -> str:
    return str(DocxTemplate.resolve_listing(None, piece)) if _has_break(piece) else piece
