"""docxtpl's own path, for values that need its object: pictures, sub-documents, replaced media, links.

The steps are docxtpl's; only those that lose data or carry it out as a template are replaced.
"""

import io
import zipfile
from collections.abc import Callable, Mapping
from typing import Any

from docx.opc.constants import CONTENT_TYPE
from docx.opc.part import Part, XmlPart
from docxcompose.image import ImageWrapper
from jinja2 import Environment
from lxml import etree

from docgen.render import tables
from docgen.render.compiling import compile_source, patch
from docgen.render.docxtpl_api import DocxTemplate, parse_long_xml
from docgen.render.parts import parse_body
from docgen.render.properties import PROPERTIES, core_part
from docgen.render.text import encode_xml, expand_breaks
from docgen.render.undefined import Run
from docgen.render.wrappers import without_torn

MakeContext = Callable[[Any], Mapping[str, Any]]


class CarefulTemplate(DocxTemplate):  # type: ignore[misc]  # docxtpl has no types
    """DocxTemplate that escapes, is sandboxed, and leaves values as they are."""

    def __init__(self, data: bytes, env: Environment, run: Run) -> None:
        super().__init__(io.BytesIO(data))
        self.own_env, self.own_run = env, run
        self.init_docx()

    def fill(self, values: Mapping[str, Any]) -> dict[str, bytes]:
        """The members of the finished document, in order."""
        self._mend_images()
        self.render(dict(values), self.own_env, autoescape=True)
        self.own_run.part = ""
        buffer = io.BytesIO()
        self.save(buffer)
        with zipfile.ZipFile(buffer) as package:
            return {name: package.read(name) for name in package.namelist()}

    def _mend_images(self) -> None:
        # docxcompose leaves an object with half of Image's methods where python-docx loads it at need:
        # the same picture could not be inserted again.
        for part in self.docx.part.package.image_parts:
            if isinstance(part._image, ImageWrapper):  # noqa: SLF001 (no other way in)
                part._image = None  # noqa: SLF001

    def patch_xml(self, src_xml: str) -> str:
        return patch(without_torn(src_xml))

    def render_xml_part(
        self, src_xml: str, part: Part, context: Mapping[str, Any], jinja_env: Environment | None = None
    ) -> str:
        self.current_rendering_part, self.own_run.part = part, member_name(part)
        compiled = compile_source(jinja_env or self.own_env, src_xml, self.own_run.part)
        return encode_xml(expand_breaks(compiled.template.render(context))).decode()

    def map_headers_footers_xml(self, relKey: str, xml: bytes) -> None:  # noqa: N803 (docxtpl's name)
        old = self.docx.part.rels[relKey].target_part
        new = XmlPart(old.partname, old.content_type, parse_long_xml(xml), old.package)
        for relation in old.rels.values():
            new.load_rel(relation.reltype, relation._target, relation.rId, relation.is_external)  # noqa: SLF001 (docxtpl's way)
        self.docx.part.rels[relKey]._target = new  # noqa: SLF001

    def fix_tables(self, xml: str) -> etree._Element:
        body = parse_body(xml)
        tables.fit_in_tree(body)
        return body

    def render_properties(self, context: Mapping[str, Any], jinja_env: Environment | None = None) -> None:
        plain = (jinja_env or self.own_env).overlay(autoescape=False)
        part = core_part(self.docx)
        self.own_run.part = member_name(part)
        for prop, element in PROPERTIES.items():
            compiled = compile_source(plain, getattr(part.core_properties, prop), self.own_run.part)
            text = encode_xml(compiled.template.render(context)).decode()
            part.element._get_or_add(element).text = text  # noqa: SLF001 (the public setter stops at 255 characters)

    def render_footnotes(self, context: Mapping[str, Any], jinja_env: Environment | None = None) -> None:
        for part in self.docx.part.package.iter_parts():
            if part.content_type == CONTENT_TYPE.WML_FOOTNOTES:
                xml = self.render_xml_part(self.patch_xml(part.blob.decode()), part, context, jinja_env)
                part._blob = xml.encode()  # noqa: SLF001 (docxtpl's way)


def member_name(part: Part) -> str:
    """The name in the zip file."""
    return str(part.partname).lstrip("/")
