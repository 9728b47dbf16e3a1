"""A rendered document.xml as the layout pass sees it: paragraphs with a style name and a text."""

import copy
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from lxml import etree

from docgen.layout.markup import W
from docgen.layout.styles import STYLE_ID, STYLES

Element = etree._Element  # noqa: SLF001 lxml gives its class no other name

_PPR_ORDER = """
pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs
suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd
snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment
textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange
"""
_RPR_ORDER = """
rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid
vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs
em lang eastAsianLayout specVanish oMath
"""


def w(name: str) -> str:
    """The full name of an element or attribute of WordprocessingML."""
    return f"{{{W}}}{name}"


P, R, T, BR, TAB, PPR, RPR, TC = (w(name) for name in ("p", "r", "t", "br", "tab", "pPr", "rPr", "tc"))
VAL, SECT, TBL, PSTYLE = w("val"), w("sectPr"), w("tbl"), w("pStyle")

_CONTAINERS = frozenset(
    w(name) for name in ("hyperlink", "ins", "smartTag", "sdt", "sdtContent", "fldSimple")
)
_OWN_NAMES = {style.id: style.name for style in STYLES}
_PPR_RANK = {w(name): rank for rank, name in enumerate(_PPR_ORDER.split())}
_RPR_RANK = {w(name): rank for rank, name in enumerate(_RPR_ORDER.split())}
_PARSER = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=True)


def parse(xml: bytes) -> Element:
    """The tree of a part; external entities are never fetched."""
    return etree.fromstring(xml, _PARSER)


def serialize(root: Element) -> bytes:
    """The part as Word writes it: UTF-8, standalone."""
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


class StyleNames:
    """Style ids to names and back: Word and LibreOffice give ids of their own to the styles they save."""

    def __init__(self, names: dict[str, str]) -> None:
        self._names = names
        self._ids = {name: style_id for style_id, name in reversed(names.items())}

    def name(self, paragraph: Element) -> str:
        """The name of the paragraph's style, "" for none."""
        properties = paragraph.find(PPR)
        style = None if properties is None else properties.find(PSTYLE)
        return "" if style is None else self.name_of(style)

    def name_of(self, style: Element) -> str:
        """The name that a `w:pStyle` stands for."""
        return self._names.get(style.get(VAL) or "", "")

    def id(self, name: str) -> str:
        """The id of the style of that name."""
        return self._ids.get(name) or STYLE_ID[name]

    def has(self, name: str) -> bool:
        return name in self._ids


@lru_cache(maxsize=64)
def style_names(styles_xml: bytes | None) -> StyleNames:
    """The names that a styles part gives; without one, our own."""
    if styles_xml is None:
        return StyleNames(_OWN_NAMES)
    names: dict[str, str] = {}
    for style in parse(styles_xml).iter(w("style")):
        name = style.find(w("name"))
        if name is not None:
            names[style.get(w("styleId")) or ""] = name.get(VAL) or ""
    return StyleNames(names)


def text_of(paragraph: Element) -> str:
    """The paragraph's own text: a line break is a newline, a tab a tab; text boxes in it are not read."""
    return "".join(text_of_run(run) for run in runs_of(paragraph))


def runs_of(parent: Element) -> Iterator[Element]:
    """The runs of a paragraph in order, also those within links, insertions and content controls."""
    for element in parent:
        if element.tag == R:
            yield element
        elif element.tag in _CONTAINERS:
            yield from runs_of(element)


def _piece(element: Element) -> str:
    if element.tag == T:
        return element.text or ""
    if element.tag == BR and is_line_break(element):
        return "\n"
    return "\t" if element.tag == TAB else ""


def is_line_break(element: Element) -> bool:
    """Whether a `w:br` breaks the line, not the page or column."""
    return element.get(w("type")) in (None, "textWrapping")


def is_blank(paragraph: Element) -> bool:
    """Whether the paragraph prints an empty row: no text, no drawing, no break of the page."""
    return not text_of(paragraph).strip() and not any(True for _ in _things(paragraph))


def _things(paragraph: Element) -> Iterator[Element]:
    for element in paragraph.iter():
        name = element.tag
        if name in (w("drawing"), w("pict"), w("object"), w("fldChar"), w("fldSimple"), SECT) or (
            name == BR and not is_line_break(element)
        ):
            yield element


def set_property(paragraph: Element, name: str, attributes: Mapping[str, object] | None = None) -> Element:
    """The paragraph has this property with these attributes alone; it stands where the schema wants it."""
    properties = paragraph.find(PPR)
    if properties is None:
        properties = etree.Element(PPR)
        paragraph.insert(0, properties)
    return _put(properties, name, attributes or {}, _PPR_RANK)


def set_run_property(run: Element, name: str, attributes: Mapping[str, object]) -> Element:
    """The run has this property with these attributes alone."""
    properties = run.find(RPR)
    if properties is None:
        properties = etree.Element(RPR)
        run.insert(0, properties)
    return _put(properties, name, attributes, _RPR_RANK)


def _put(parent: Element, name: str, attributes: Mapping[str, object], ranks: dict[str, int]) -> Element:
    old = parent.find(w(name))
    made = etree.Element(w(name)) if old is None else old
    made.attrib.clear()
    for key, value in attributes.items():
        made.set(w(key), str(value))
    if old is None:
        rank = ranks[w(name)]
        at = sum(1 for child in parent if ranks.get(str(child.tag), 99) < rank)
        parent.insert(at, made)
    return made


def set_style(paragraph: Element, style_id: str) -> None:
    """The paragraph is in the style of that id."""
    set_property(paragraph, "pStyle", {"val": style_id})


def remove(element: Element) -> None:
    """The element is gone; no text hangs after it in a document part."""
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def like(paragraph: Element) -> Element:
    """An empty paragraph with the same properties, save a section's end."""
    made = etree.Element(P)
    properties = paragraph.find(PPR)
    if properties is not None:
        twin = copy.deepcopy(properties)
        for section in twin.findall(SECT):
            twin.remove(section)
        made.append(twin)
    return made


def set_text(paragraph: Element, text: str) -> None:
    """The paragraph reads `text`, in the manner of its first run; newlines and tabs as breaks and tabs.

    One with text in a link or a content control stays as it is: that would be lost.
    """
    runs = paragraph.findall(R)
    if any(run.getparent() is not paragraph for run in runs_of(paragraph)):
        return
    manner = next((run.find(RPR) for run in runs if run.find(RPR) is not None), None)
    for run in runs:
        paragraph.remove(run)
    paragraph.append(make_run(text, manner))


def make_run(text: str, manner: Element | None = None) -> Element:
    """A run of `text` with a copy of the properties `manner`."""
    run = etree.Element(R)
    if manner is not None:
        run.append(copy.deepcopy(manner))
    for piece in _split_keeping(text):
        if piece == "\n":
            etree.SubElement(run, BR)
        elif piece == "\t":
            etree.SubElement(run, TAB)
        else:
            made = etree.SubElement(run, T)
            made.text = piece
            made.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return run


def _split_keeping(text: str) -> Iterable[str]:
    piece = ""
    for char in text:
        if char in "\n\t":
            if piece:
                yield piece
            yield char
            piece = ""
        else:
            piece += char
    if piece:
        yield piece


def text_of_run(run: Element) -> str:
    """The run's own text, breaks and tabs as in text_of."""
    return "".join(_piece(element) for element in run)


def run_like(run: Element) -> Element:
    """An empty run with the same properties."""
    made = etree.Element(R)
    manner = run.find(RPR)
    if manner is not None:
        made.append(copy.deepcopy(manner))
    return made


def split_run_at(run: Element, offset: int) -> Element | None:
    """The run ends after `offset` characters of its text; the rest is a new run behind it, or None."""
    rest = run_like(run)
    left = offset
    moving: list[Element] = []
    for element in run:
        if element.tag == RPR:
            continue
        length = len(_piece(element))
        if left <= 0:
            moving.append(element)
        elif element.tag == T and length > left:
            moving.append(_cut(element, left))
        left -= length
    rest.extend(moving)
    if not moving:
        return None
    run.addnext(rest)
    return rest


def _cut(text: Element, offset: int) -> Element:
    whole = text.text or ""
    text.text, tail = whole[:offset], etree.Element(T)
    tail.text = whole[offset:]
    for element in (text, tail):
        element.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return tail
