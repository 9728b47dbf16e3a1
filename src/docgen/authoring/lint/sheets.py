"""A template as its looks are judged: its paragraphs with style, direct formatting and text; its pages."""

import re
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO
from types import MappingProxyType

from docgen.layout.tree import PPR, VAL, Element, P, parse, runs_of, style_names, text_of_run, w
from docgen.render.faults import Place
from docgen.render.places import area_of, read_part

BODY, STYLES = "word/document.xml", "word/styles.xml"
_TEXT_PARTS = re.compile(r"word/(document|header\d*|footer\d*|footnotes)\.xml$")
_CONTROL = re.compile(r"\{%.*?%\}|\{#.*?#\}", re.DOTALL)

_ATTACHED = b"/relationships/attachedTemplate"

Look = Mapping[str, str]  # size (half points), face (East Asian), line (twips): only what is said


@dataclass(frozen=True, slots=True)
class Para:
    """One paragraph. `direct` is what it or a run of it says of its own against its style."""

    place: Place
    style: str
    direct: Look

    @property
    def text(self) -> str:
        """Its words, without the tags that only choose and repeat."""
        return _CONTROL.sub("", self.place.text).strip()


@dataclass(frozen=True, slots=True)
class PageSetup:
    """Paper and margins of one section, in twips, and its grid."""

    size: tuple[int, int]
    margins: tuple[int, int, int, int]  # top, right, bottom, left
    pitch: int  # 0: no grid of lines


@dataclass(frozen=True, slots=True)
class Sheet:
    """What is judged of a .docx beside its tags; `styles` are the looks by style name."""

    paras: tuple[Para, ...]
    styles: Mapping[str, Look]
    pages: tuple[PageSetup, ...]


def text_parts(docx: bytes) -> Iterator[tuple[str, Element]]:
    """The members that hold text for people, body first."""
    with zipfile.ZipFile(BytesIO(docx)) as package:
        names = [name for name in package.namelist() if _TEXT_PARTS.match(name)]
        for name in sorted(names, key=lambda name: (area_of(name) != "正文", name)):
            yield name, parse(package.read(name))


def carried(docx: bytes) -> Iterator[str]:
    """What every paper made from the template would carry along unseen: macros, a template elsewhere."""
    with zipfile.ZipFile(BytesIO(docx)) as package:
        names = package.namelist()
        if any(name.lower().endswith("vbaproject.bin") for name in names):
            yield "宏"
        if any(_ATTACHED in package.read(name) for name in names if name.startswith("word/_rels/")):
            yield "另一个模板的链接"


def read_sheet(docx: bytes) -> Sheet:
    """The looks of a Word document that `render.source` has let through."""
    with zipfile.ZipFile(BytesIO(docx)) as package:
        styles_xml = package.read(STYLES) if STYLES in package.namelist() else None
        root = parse(package.read(BODY))
    names = style_names(styles_xml)
    places = read_part(BODY, root).paragraphs
    elements = list(root.iter(P))
    paras = tuple(
        Para(place, names.name(element) or "Normal", _direct(element))
        for place, element in zip(places, elements, strict=True)
    )
    return Sheet(paras, _style_looks(styles_xml), tuple(_page(section) for section in root.iter(w("sectPr"))))


def _direct(paragraph: Element) -> Look:
    said: dict[str, str] = {}
    for run in runs_of(paragraph):
        if _CONTROL.sub("", text_of_run(run)).strip():
            said |= _of_run(run.find(w("rPr")))
    return MappingProxyType(said | _of_paragraph(paragraph.find(PPR)))


def _of_run(properties: Element | None) -> dict[str, str]:
    if properties is None:
        return {}
    size, fonts = properties.find(w("sz")), properties.find(w("rFonts"))
    said = {"size": size.get(VAL) or ""} if size is not None else {}
    face = fonts.get(w("eastAsia")) if fonts is not None else None
    return {**said, "face": face} if face else said


def _of_paragraph(properties: Element | None) -> dict[str, str]:
    spacing = properties.find(w("spacing")) if properties is not None else None
    line = spacing.get(w("line")) if spacing is not None else None
    return {"line": line} if line else {}


def _style_looks(styles_xml: bytes | None) -> Mapping[str, Look]:
    if styles_xml is None:
        return {}
    elements = {style.get(w("styleId")) or "": style for style in parse(styles_xml).iter(w("style"))}
    return {
        (name.get(VAL) or ""): MappingProxyType(_cascaded(key, elements))
        for key, style in elements.items()
        if (name := style.find(w("name"))) is not None
    }


def _cascaded(key: str, elements: Mapping[str, Element]) -> dict[str, str]:
    """What a style says, over what the style says that it is based on."""
    said: dict[str, str] = {}
    seen: set[str] = set()
    while key in elements and key not in seen:
        seen.add(key)
        style = elements[key]
        said = _of_run(style.find(w("rPr"))) | _of_paragraph(style.find(PPR)) | said
        based = style.find(w("basedOn"))
        key = (based.get(VAL) or "") if based is not None else ""
    return said


def _page(section: Element) -> PageSetup:
    size, margins, grid = (section.find(w(name)) for name in ("pgSz", "pgMar", "docGrid"))
    sides = ("top", "right", "bottom", "left")
    return PageSetup(
        (_number(size, "w"), _number(size, "h")),
        tuple(_number(margins, side) for side in sides),  # type: ignore[arg-type]  # four of them
        _number(grid, "linePitch") if grid is not None and grid.get(w("type")) != "default" else 0,
    )


def _number(element: Element | None, name: str) -> int:
    told = element.get(w(name)) if element is not None else None
    return round(float(told)) if told and re.fullmatch(r"-?\d+(\.\d+)?", told) else 0
