"""A template read once: its parts compiled, its other members ready to be copied.

The package goes through python-docx as docxtpl's does, so that members which no relationship reaches
drop out and the rest is written as docxtpl writes it.
"""

import io
import re
import zipfile
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.part import Part
from jinja2 import Environment
from lxml import etree

from docgen.render import diagnosis, tables
from docgen.render.compiling import Compiled, patch
from docgen.render.docxtpl_api import DocxTemplate, parse_xml, serialize_part_xml
from docgen.render.faults import BrokenTemplate
from docgen.render.parts import PreparedBody, PreparedPart, has_odd_drawings
from docgen.render.places import PartText, read_part
from docgen.render.properties import PreparedProperties, prepare_properties
from docgen.render.source import RESAVE
from docgen.render.wrappers import without_torn
from docgen.zip_damage import ZIP_DAMAGE

_BODY_START = re.compile(r"<w:body[^>]*>")
_DECLARATION = b"<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n"
_HOLE = "\ue000"
_HEADERS = (RELATIONSHIP_TYPE.HEADER, RELATIONSHIP_TYPE.FOOTER)
_UNREADABLE = (*ZIP_DAMAGE, AttributeError, IndexError, TypeError, etree.XMLSyntaxError)

AnyPart = PreparedPart | PreparedBody | PreparedProperties


@dataclass(frozen=True, slots=True)
class Prepared:
    """What rendering needs of a template: parts to fill, and the contents of all members."""

    body: PreparedBody
    others: tuple[PreparedPart | PreparedProperties, ...]
    members: dict[str, bytes]

    @property
    def parts(self) -> tuple[AnyPart, ...]:
        """All parts that are filled, in docxtpl's order."""
        return (self.body, *self.others)


def prepare(name: str, data: bytes, env: Environment, *, strict: bool) -> Prepared:
    """The template prepared. Raises BrokenTemplate and TemplateError."""
    try:
        return _prepared(DocxTemplate(io.BytesIO(data)), _Reader(name, env, strict))
    except _UNREADABLE as reason:  # what python-docx and lxml raise for a package with faulty parts
        raise BrokenTemplate(name, "里没有可读的 Word 正文", RESAVE) from reason


def _prepared(tpl: Any, reader: "_Reader") -> Prepared:
    tpl.init_docx()
    body = reader.body(tpl)
    headers = [reader.header(part) for part in _headers(tpl)]
    properties = prepare_properties(reader.template, tpl.docx, reader.env)
    footnotes = [reader.footnotes(part) for part in _footnotes(tpl)]
    return Prepared(body, (*headers, properties, *footnotes), _members(tpl))


@dataclass(frozen=True, slots=True)
class _Reader:
    template: str
    env: Environment
    strict: bool

    def body(self, tpl: Any) -> PreparedBody:
        part, root = tpl.docx.part, tpl.docx.element
        xml = without_torn(tpl.get_xml())
        start = _BODY_START.match(xml)
        source = xml if start is None else "<w:body>" + xml[start.end() :]
        name = _member(part)
        text = read_part(name, root)
        compiled = self._compile(source, text)
        shell = deepcopy(root)
        _empty(shell.body)
        head, tail = _around_hole(shell)
        return PreparedBody(
            name, text, compiled, head, tail, shell,
            body_start=start.group() if start else "<w:body>",
            grids=tables.Grids.TREE if has_odd_drawings(source) else tables.classify(compiled.source),
            has_drawings="docPr" in compiled.source,
            has_twin_prefixes=_has_twin_prefixes(xml),
        )  # fmt: skip

    def header(self, part: Part) -> PreparedPart:
        root = parse_xml(part.blob)
        text = read_part(_member(part), root)
        xml = without_torn(etree.tostring(root, encoding="unicode"))
        return PreparedPart(_member(part), text, self._compile(xml, text), _DECLARATION)

    def footnotes(self, part: Part) -> PreparedPart:
        root = parse_xml(part.blob)
        text = read_part(_member(part), root)
        xml = without_torn(_decoded(part.blob, root))
        return PreparedPart(_member(part), text, self._compile(xml, text))

    def _compile(self, xml: str, text: PartText) -> Compiled:
        if self.strict:
            diagnosis.refuse_full_width(self.template, text)
        return diagnosis.compile_or_explain(self.template, self.env, patch(xml), text)


def _headers(tpl: Any) -> Iterator[Part]:
    seen = set()
    for kind in _HEADERS:
        for relation in tpl.docx.part.rels.values():
            if relation.reltype == kind and relation.target_part.blob and relation.target_part not in seen:
                seen.add(relation.target_part)
                yield relation.target_part


def _footnotes(tpl: Any) -> Iterator[Part]:
    for part in tpl.docx.part.package.iter_parts():
        if part.content_type == CONTENT_TYPE.WML_FOOTNOTES:
            yield part


def _members(tpl: Any) -> dict[str, bytes]:
    buffer = io.BytesIO()
    tpl.docx.save(buffer)
    with zipfile.ZipFile(buffer) as package:
        return {name: package.read(name) for name in package.namelist()}


def _member(part: Part) -> str:
    return str(part.partname).lstrip("/")


def _empty(body: Any) -> None:
    for child in list(body):
        body.remove(child)
    body.text = None


def _around_hole(shell: Any) -> tuple[bytes, bytes]:
    shell.body.text = _HOLE
    whole = bytes(serialize_part_xml(shell))
    shell.body.text = None
    before, after = whole.split(_HOLE.encode())
    return before[: before.rindex(b"<")], after[after.index(b">") + 1 :]


def _has_twin_prefixes(xml: str) -> bool:
    """Whether one namespace has two prefixes: lxml then writes one of them only (docxtpl's result)."""
    prefixes: dict[str, set[str]] = {}
    for prefix, uri in re.findall(r'xmlns(?::([\w.-]+))?="([^"]*)"', xml):
        prefixes.setdefault(uri, set()).add(prefix)
    return any(len(names) > 1 for names in prefixes.values())


def _decoded(blob: bytes, root: etree._Element) -> str:
    try:
        return blob.decode()
    except UnicodeDecodeError:
        return bytes(etree.tostring(root, encoding="UTF-8", standalone=True)).decode()
