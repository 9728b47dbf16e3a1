"""Papers of blocks, rendered as docxtpl renders them and laid out, for tests of the layout."""

import io
from collections.abc import Mapping
from typing import Any

import yaml
from docxtpl import DocxTemplate

from docgen.layout.builder import build_template
from docgen.layout.finish import finish, finish_header, finish_styles
from docgen.layout.package import pack, unpack
from docgen.layout.profile import SETUP, Profile
from docgen.layout.tree import parse, style_names, text_of, w


def blocks_of(text: str) -> dict[str, Any]:
    """The blocks of a blocks.yaml, or of its list of blocks alone."""
    loaded = yaml.safe_load(text)
    return loaded if isinstance(loaded, dict) else {"blocks": loaded}


def rendered(blocks: str, layout: str = "plain", **context: object) -> bytes:
    """The template of these blocks, rendered."""
    template = DocxTemplate(io.BytesIO(build_template(blocks_of(blocks), layout)))
    template.render(context, autoescape=True)
    buffer = io.BytesIO()
    template.save(buffer)
    return buffer.getvalue()


def laid_out(docx: bytes, *, profile: Profile = SETUP, draft: bool = False, **options: Any) -> bytes:
    """The document after the layout pass."""
    parts = unpack(docx)
    styles = parts["word/styles.xml"]
    finished = finish(parts["word/document.xml"], styles_xml=styles, profile=profile, draft=draft, **options)
    parts["word/document.xml"] = finished.xml
    parts["word/styles.xml"] = finish_styles(styles, profile)
    for name in parts:
        if name.startswith("word/header"):
            parts[name] = finish_header(parts[name], draft=draft)
    return pack(parts)


def paper(blocks: str, layout: str = "plain", *, profile: Profile = SETUP, **context: object) -> bytes:
    """A paper of these blocks, ready to print."""
    return laid_out(rendered(blocks, layout, **context), profile=profile)


def paragraphs(docx: bytes) -> list[tuple[str, str]]:
    """Style and text of every paragraph; text boxes once."""
    parts = unpack(docx)
    names = style_names(parts["word/styles.xml"])
    root = parse(parts["word/document.xml"])
    fallbacks = {found for box in root.iter(f"{{{_MC}}}Fallback") for found in box.iter(w("p"))}
    return [(names.name(found), text_of(found)) for found in root.iter(w("p")) if found not in fallbacks]


def texts(docx: bytes, style: str) -> list[str]:
    """The texts of the paragraphs of one style."""
    return [text for name, text in paragraphs(docx) if name == style]


def indents(docx: bytes, style: str) -> list[Mapping[str, int]]:
    """The indents of the paragraphs of one style, in twips."""
    parts = unpack(docx)
    names = style_names(parts["word/styles.xml"])
    found = [found for found in parse(parts["word/document.xml"]).iter(w("p")) if names.name(found) == style]
    return [
        {key.rpartition("}")[2]: int(value) for key, value in indent.attrib.items()}
        for element in found
        if (indent := element.find(f"{w('pPr')}/{w('ind')}")) is not None
    ]


def part(docx: bytes, name: str) -> str:
    """One part as text."""
    return unpack(docx)[name].decode()


_MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
