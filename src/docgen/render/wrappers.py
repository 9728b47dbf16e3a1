"""Elements that Word put around a part of a tag: they go, or the rendered XML would not nest.

Word keeps smart tags, tracked insertions, links and content controls around runs, and one of them may
begin or end within `{{ name }}`. docxtpl takes what stands within a tag away, one end of such an element
with it, and then mends the broken XML into paragraphs within paragraphs. Where what ends and what begins
within a tag are alike (Word tracks the two halves of a tag as two insertions), nesting holds, and
nothing is changed here.
"""

import re
from collections.abc import Iterator
from itertools import accumulate

from lxml import etree

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_KINDS = ("smartTag", "ins", "moveTo", "hyperlink", "sdt", "customXml", "fldSimple", "bdo", "dir")
_WRAPPERS = frozenset(_W + kind for kind in _KINDS)
_HEADS = frozenset(_W + name for name in ("smartTagPr", "customXmlPr", "sdtPr", "sdtEndPr"))
_ANY = re.compile(rf"<w:(?:{'|'.join(_KINDS)})[ >]")
_TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)

Wrappers = list[etree._Element]  # noqa: SLF001 (lxml gives its class no other name)


def without_torn(xml: str) -> str:
    """The part's XML without the elements that begin or end within a tag."""
    if not _ANY.search(xml):
        return xml
    root = etree.fromstring(xml.encode(), etree.XMLParser(huge_tree=True, resolve_entities=False))
    changed = False
    while torn := dict.fromkeys(_torn(root)):  # in order, each once
        for wrapper in torn:
            _unwrap(wrapper)
        changed = True
    return str(etree.tostring(root, encoding="unicode")) if changed else xml


def _torn(root: etree._Element) -> Iterator[etree._Element]:
    texts = [text for text in root.iter(f"{_W}t") if text.text]
    ends = list(accumulate(len(text.text or "") for text in texts))
    at = 0
    for tag in _TAG.finditer("".join(text.text or "" for text in texts)):
        while ends[at] <= tag.start():
            at += 1
        last = at
        while ends[last] < tag.end():
            last += 1
        # The minus signs join the tag to the text before or after it.
        first = at - 1 if tag.group().startswith("{%-") and at else at
        last += tag.group().endswith("-%}") and last + 1 < len(texts)
        if first != last:
            yield from _unlike(_around(texts[first]), _around(texts[last]))


def _around(text: etree._Element) -> Wrappers:
    """The wrappers around a text, the outermost first."""
    return [element for element in text.iterancestors() if element.tag in _WRAPPERS][::-1]


def _unlike(before: Wrappers, after: Wrappers) -> Wrappers:
    ending = [wrapper for wrapper in before if wrapper not in after]
    beginning = [wrapper for wrapper in after if wrapper not in before]
    is_alike = [wrapper.tag for wrapper in ending] == [wrapper.tag for wrapper in beginning]
    return [] if is_alike else [*ending, *beginning]


def _unwrap(wrapper: etree._Element) -> None:
    parent = wrapper.getparent()
    if parent is None:
        return
    content = wrapper.find(f"{_W}sdtContent")
    inside = wrapper if content is None else content
    at = parent.index(wrapper)
    parent[at : at + 1] = [child for child in inside if child.tag not in _HEADS]
