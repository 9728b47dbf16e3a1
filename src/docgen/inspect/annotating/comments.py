"""Findings as comments of Word, each at its paragraph; what was there, comments included, stays."""

import posixpath
from collections.abc import Sequence

from lxml import etree

from docgen.inspect.deviation import Deviation
from docgen.inspect.document.model import Document
from docgen.inspect.fixing.parts import CONTENT_TYPES, Parts
from docgen.layout.markup import W
from docgen.layout.tree import PPR, Element, serialize, w

_AUTHOR = "docgen"
_KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"


def commented(data: bytes, document: Document, deviations: Sequence[Deviation]) -> bytes:
    """The document with a comment for each deviation; one that has no paragraph stands at the first.

    Raises UnreadableDocument.
    """
    parts = Parts.open(document.name, data)
    paragraphs = parts.paragraphs(parts.main)
    if not paragraphs or not deviations:
        return data
    name, comments = _comments_part(parts)
    taken = [int(one.get(w("id")) or 0) for one in comments if (one.get(w("id")) or "").isdigit()]
    number = max(taken, default=-1)
    for deviation in deviations:
        number += 1
        _append(comments, number, deviation)
        _anchor(_paragraph_of(deviation, document, paragraphs, parts.main), number)
    parts.add(name, serialize(comments))
    return parts.packed()


def _paragraph_of(deviation: Deviation, document: Document, paragraphs: list[Element], main: str) -> Element:
    if 0 < deviation.paragraph <= len(document.paragraphs):
        paragraph = document.paragraphs[deviation.paragraph - 1]
        if paragraph.part == main and paragraph.at < len(paragraphs):
            return _outside_a_choice(paragraphs[paragraph.at])
    return paragraphs[0]


def _outside_a_choice(paragraph: Element) -> Element:
    """A comment within a text box is not allowed: the paragraph that the box hangs on bears it."""
    outer = list(paragraph.iterancestors(w("p")))
    return outer[-1] if outer else paragraph


def _anchor(paragraph: Element, number: int) -> None:
    properties = paragraph.find(PPR)
    start = etree.Element(w("commentRangeStart"))
    start.set(w("id"), str(number))
    paragraph.insert(0 if properties is None else 1, start)
    end = etree.SubElement(paragraph, w("commentRangeEnd"))
    end.set(w("id"), str(number))
    run = etree.SubElement(paragraph, w("r"))
    etree.SubElement(run, w("commentReference")).set(w("id"), str(number))


def _append(comments: Element, number: int, deviation: Deviation) -> None:
    comment = etree.SubElement(comments, w("comment"))
    comment.set(w("id"), str(number))
    comment.set(w("author"), _AUTHOR)
    comment.set(w("initials"), "dg")
    severity = deviation.weight.severity.label
    lines = [f"{severity}（{deviation.rule.code}，{deviation.rule.clause}）：{deviation.message}"]
    if deviation.expected or deviation.found:
        lines.append(f"应为：{deviation.expected or '—'}；现为：{deviation.found or '—'}")
    lines.append(deviation.remedy)
    for line in lines:
        run = etree.SubElement(etree.SubElement(comment, w("p")), w("r"))
        text = etree.SubElement(run, w("t"))
        text.text = _printable(line)
        text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")


def _printable(text: str) -> str:
    # XML cannot hold control characters, which a damaged document may have shown.
    return "".join(char for char in text if char in "\t\n" or (char >= " " and char not in "\ufffe\uffff"))


def _comments_part(parts: Parts) -> tuple[str, Element]:
    for relation in parts.package.relations.values():
        if relation.kind == "comments" and parts.package.has(relation.target):
            return relation.target, parts.tree(relation.target)
    name = posixpath.join(posixpath.dirname(parts.main), "comments.xml")
    while parts.has(name):
        name = name.replace(".xml", "1.xml")
    _declare(parts, name)
    return name, etree.Element(w("comments"), nsmap={"w": W})


def _declare(parts: Parts, name: str) -> None:
    if not parts.has(CONTENT_TYPES):
        return
    types = parts.tree(CONTENT_TYPES)
    etree.SubElement(types, f"{{{_PACKAGE}/content-types}}Override", PartName=f"/{name}", ContentType=_TYPE)
    relation = {"Id": "docgenComments", "Type": _KIND, "Target": posixpath.basename(name)}
    if parts.has(parts.rels):
        etree.SubElement(parts.tree(parts.rels), f"{{{_PACKAGE}/relationships}}Relationship", relation)
    else:
        root = etree.fromstring(f'<Relationships xmlns="{_PACKAGE}/relationships"/>')
        etree.SubElement(root, f"{{{_PACKAGE}/relationships}}Relationship", relation)
        parts.add(parts.rels, serialize(root))
