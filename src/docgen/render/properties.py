"""Title, author and the like: tags in docProps/core.xml, rendered as docxtpl does but escaped once."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import chain
from typing import Any
from xml.sax.saxutils import escape

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from jinja2 import Environment

from docgen.render import diagnosis
from docgen.render.compiling import Compiled
from docgen.render.docxtpl_api import serialize_part_xml
from docgen.render.faults import Place
from docgen.render.places import PartText, text_part
from docgen.render.text import encode_xml
from docgen.render.undefined import Run

# Those that docxtpl renders; and the elements that keep them.
PROPERTIES = {
    "author": "creator",
    "comments": "description",
    "identifier": "identifier",
    "language": "language",
    "subject": "subject",
    "title": "title",
}
_HOLE = "\ue000"


@dataclass(frozen=True, slots=True)
class PreparedProperties:
    """The properties' part, cut where each rendered property stands."""

    name: str
    text: PartText
    pieces: tuple[bytes, ...]
    values: tuple[Compiled, ...]

    @property
    def is_static(self) -> bool:
        """Whether no tag is in them."""
        return all(value.is_static for value in self.values)

    @property
    def names(self) -> frozenset[str]:
        """The root names that they take from the data."""
        return frozenset().union(*(value.names for value in self.values))

    def place_of(self, _line: int, name: str) -> tuple[Place, str]:
        """The property that holds a name, as near as a text without paragraphs allows."""
        tag = next((tag for tag in self.text.tags if name in tag.text), None)
        return (self.text.paragraphs[0], "") if tag is None else (tag.place, tag.text)

    def fill(self, context: Mapping[str, Any], _run: Run) -> bytes:
        """The member for this context."""
        rendered = [encode_xml(escape(value.template.render(context))) for value in self.values]
        pairs = zip(rendered, self.pieces[1:], strict=True)
        return self.pieces[0] + b"".join(value + piece for value, piece in pairs)


def prepare_properties(template: str, document: Document, env: Environment) -> PreparedProperties:
    """The properties compiled; afterwards `document` holds marks in place of their texts."""
    plain = env.overlay(autoescape=False)
    part = core_part(document)
    name = str(part.partname).lstrip("/")
    texts = {prop: getattr(part.core_properties, prop) for prop in PROPERTIES}
    for prop, element in PROPERTIES.items():
        part.element._set_element_text(element, _HOLE + prop + _HOLE)  # noqa: SLF001
    pieces, order = _cut(bytes(serialize_part_xml(part.element)))
    singles = [text_part(name, texts[prop]) for prop in order]
    values = tuple(
        diagnosis.compile_or_explain(template, plain, texts[prop], single)
        for prop, single in zip(order, singles, strict=True)
    )
    paragraphs = tuple(chain.from_iterable(single.paragraphs for single in singles))
    tags = tuple(chain.from_iterable(single.tags for single in singles))
    return PreparedProperties(name, PartText(name, paragraphs, tags), pieces, values)


def core_part(document: Document) -> Any:
    """The properties' part; a new one where there is none, without the present time in it."""
    package = document.part.package
    is_new = all(relation.reltype != RELATIONSHIP_TYPE.CORE_PROPERTIES for relation in package.rels.values())
    part = package._core_properties_part  # noqa: SLF001 (python-docx offers no other way)
    if is_new and part.element.modified is not None:
        part.element.remove(part.element.modified)
    return part


def _cut(xml: bytes) -> tuple[tuple[bytes, ...], list[str]]:
    pieces = xml.split(_HOLE.encode())
    return tuple(pieces[::2]), [name.decode() for name in pieces[1::2]]
