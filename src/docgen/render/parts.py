"""One part of a prepared template, and how its text becomes the member of a finished document."""

import re
from collections.abc import Mapping
from copy import deepcopy
from dataclasses import dataclass
from html import unescape
from typing import Any
from xml.parsers import expat

from lxml import etree

from docgen.render import tables
from docgen.render.compiling import Compiled
from docgen.render.docxtpl_api import serialize_part_xml
from docgen.render.faults import Place
from docgen.render.places import PartText
from docgen.render.text import breaks_paragraphs, encode_xml, expand_breaks
from docgen.render.undefined import Run

_BODY = "<w:body>"
_ANY_DRAWING = re.compile(r"<[\w.-]+:docPr\b")
_DRAWING = re.compile(r'<wp:docPr\b([^>]*?)\bid="[^"]*"')
_FIRST_DRAWING_ID = 1001  # docxtpl counts from here
_DRAWING_TAG = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_PARENTS = {
    "tr": ("tbl", "sdtContent", "customXml"),
    "tc": ("tr", "sdtContent", "customXml"),
    "sectPr": ("body", "pPr"),
}
_ANY_TAG = re.compile(r"<[^>]*>")


class Malformed(Exception):
    """The rendered XML does not nest, and mending it would lose text."""


@dataclass(frozen=True, slots=True)
class PreparedPart:
    """A part that is rendered: `head` + the compiled text + `tail` is the member `name`."""

    name: str
    text: PartText
    compiled: Compiled
    head: bytes = b""
    tail: bytes = b""

    @property
    def is_static(self) -> bool:
        """Whether no tag is in it."""
        return self.compiled.is_static

    @property
    def names(self) -> frozenset[str]:
        """The root names that it takes from the data."""
        return self.compiled.names

    def place_of(self, line: int, name: str) -> tuple[Place, str]:
        """The place and the tag that stand on this line of the source."""
        return self.text.at_line(self.compiled.source, line, name)

    def fill(self, context: Mapping[str, Any], run: Run) -> bytes:
        """The member for this context. Raises Malformed and whatever the template raises."""
        rendered = self.compiled.template.render(context)
        member = self.head + encode_xml(expand_breaks(rendered)) + self.tail
        is_doubtful = run.has_markup or not self.compiled.is_proven or breaks_paragraphs(rendered)
        if is_doubtful and not is_well_formed(member):
            raise Malformed(self.name)
        return member


@dataclass(frozen=True, slots=True)
class PreparedBody:
    """The main part. `shell` is its root with an empty body, `body_start` docxtpl's start tag for it."""

    name: str
    text: PartText
    compiled: Compiled
    head: bytes
    tail: bytes
    shell: Any
    body_start: str
    grids: tables.Grids
    has_drawings: bool
    has_twin_prefixes: bool

    @property
    def is_static(self) -> bool:
        """Never: callers pass it on to further passes."""
        return False

    @property
    def names(self) -> frozenset[str]:
        """The root names that it takes from the data."""
        return self.compiled.names

    def place_of(self, line: int, name: str) -> tuple[Place, str]:
        """The place and the tag that stand on this line of the source."""
        return self.text.at_line(self.compiled.source, line, name)

    def fill(self, context: Mapping[str, Any], run: Run) -> bytes:
        """The member for this context, tables and drawing numbers put right as docxtpl does."""
        xml = expand_breaks(rendered := self.compiled.template.render(context))
        if run.has_structure or self.has_twin_prefixes or self.grids is tables.Grids.TREE:
            return self._through_tree(xml)
        fitted = tables.fit_in_text(xml) if self.grids is tables.Grids.COUNTED else xml
        if fitted is None:
            return self._through_tree(xml)
        member = self.head + encode_xml(_renumber(fitted) if self.has_drawings else fitted) + self.tail
        is_doubtful = run.has_markup or not self.compiled.is_proven or breaks_paragraphs(rendered)
        return self._through_tree(xml) if is_doubtful and not is_well_formed(member) else member

    def _through_tree(self, xml: str) -> bytes:
        body = parse_body(xml.replace(_BODY, self.body_start, 1))
        tables.fit_in_tree(body)
        for number, drawing in enumerate(body.iter(_DRAWING_TAG), start=_FIRST_DRAWING_ID):
            drawing.set("id", str(number))
        root = deepcopy(self.shell)
        root.replace(root.body, body)
        return bytes(serialize_part_xml(root))


def has_odd_drawings(source: str) -> bool:
    """Whether a drawing's number cannot be found in the text as Word writes it."""
    return len(_ANY_DRAWING.findall(source)) != len(_DRAWING.findall(source))


def is_well_formed(member: bytes) -> bool:
    """Whether the XML nests and knows its prefixes. (expat: twice as fast as building lxml's tree.)"""
    try:
        expat.ParserCreate(namespace_separator=" ").Parse(member, True)
    except expat.ExpatError:
        return False
    return True


def parse_body(xml: str) -> etree._Element:
    """The rendered body as a tree. Tags that do not nest are mended as docxtpl does it (libxml2's
    recovery), but only if no text is lost and no table torn; else Malformed.
    """
    data = encode_xml(xml)
    try:
        return etree.fromstring(data, etree.XMLParser(huge_tree=True, resolve_entities=False))
    except etree.XMLSyntaxError as reason:
        body = etree.fromstring(data, etree.XMLParser(recover=True, huge_tree=True, resolve_entities=False))
        if body is None or not (_keeps_text(body, data) and _keeps_structure(body)):
            raise Malformed(str(reason)) from reason
        return body


def _keeps_text(body: etree._Element, data: bytes) -> bool:
    return _letters("".join(map(str, body.itertext()))) == _letters(unescape(_ANY_TAG.sub("", data.decode())))


def _keeps_structure(body: etree._Element) -> bool:
    return all(
        etree.QName(element).localname in _PARENTS[name]
        for name in _PARENTS
        for element in (child.getparent() for child in body.iter(f"{_W}{name}"))
        if element is not None
    )


def _letters(text: str) -> str:
    return "".join(text.split())


def _renumber(xml: str) -> str:
    number = _FIRST_DRAWING_ID - 1

    def renumbered(match: re.Match[str]) -> str:
        nonlocal number
        number += 1
        return f'<wp:docPr{match.group(1)}id="{number}"'

    return _DRAWING.sub(renumbered, xml)
