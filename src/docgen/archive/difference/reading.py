"""What a reader sees of a paper, paragraph by paragraph and cell by cell, each with its place."""

from collections.abc import Iterator
from dataclasses import dataclass

from docgen.archive.difference.fingerprint import runs
from docgen.archive.difference.package import Paper
from docgen.archive.difference.revisions import accept_all, is_marked
from docgen.layout.tree import TBL, TC, Element, P, w

_ROW = w("tr")
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_BOX = w("txbxContent")
_HIDDEN = {"\ufff9": None, "\ufffb": None}


@dataclass(frozen=True, slots=True)
class Said:
    """A paragraph, or a table with the texts of its cells by row."""

    text: str = ""
    rows: tuple[tuple[str, ...], ...] | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """What stands together: the body (named ""), a header, the notes."""

    name: str
    said: tuple[Said, ...]


def sections(paper: Paper) -> tuple[Section, ...]:
    """The paper's sections, tracked changes taken as accepted; equal headers of several pages once."""
    found: dict[Section, None] = {}
    for part, place in paper.places.items():
        root = paper.parts[part]
        if is_marked(root):
            accept_all(root)
        said = tuple(_blocks(root))
        if any(one.rows is not None or one.text for one in said) or not place:
            found[Section(place, said)] = None
    return tuple(found)


def plain_text(paper: Paper) -> str:
    """All of it, a paragraph or a cell a line."""
    return "\n".join(line for section in sections(paper) for line in _lines(section) if line)


def _lines(section: Section) -> Iterator[str]:
    for one in section.said:
        yield one.text
        for row in one.rows or ():
            yield from row


def _blocks(parent: Element) -> Iterator[Said]:
    for child in parent:
        if child.tag == P:
            yield Said(paragraph_text(child))
            yield from _boxes(child)
        elif child.tag == TBL:
            yield Said(rows=tuple(tuple(_cells(row)) for row in _own(child, _ROW)))
        elif isinstance(child.tag, str):
            yield from _blocks(child)


def _boxes(paragraph: Element) -> Iterator[Said]:
    """The text boxes anchored in the paragraph; Word keeps each a second time, for older programs."""
    for box in paragraph.iter(_BOX):
        if not any(above.tag in (_FALLBACK, _BOX) for above in box.iterancestors()):
            yield from _blocks(box)


def _own(parent: Element, tag: str) -> Iterator[Element]:
    for child in parent:
        if child.tag == tag:
            yield child
        elif isinstance(child.tag, str) and child.tag != TBL:
            yield from _own(child, tag)


def _cells(row: Element) -> Iterator[str]:
    for cell in _own(row, TC):
        yield "\n".join(line for one in _blocks(cell) for line in _lines(Section("", (one,)))).strip("\n")


def paragraph_text(paragraph: Element) -> str:
    """The paragraph's characters; a field shows its result, a picture as one sign."""
    text, shown = [], True
    for piece, _ in runs(paragraph):
        for field in piece.split("\ufffb"):
            before, _, code = field.partition("\ufff9")
            text.append(before if shown else "")
            # Between a field's begin and its separator stands its code.
            shown = {"begin": False, "separate": True, "end": True}.get(code, shown)
    return "".join(_without_drawings("".join(text)))


def _without_drawings(text: str) -> Iterator[str]:
    first, *rest = text.split("\ufffc")
    yield first
    yield from (one[12:] if len(one) >= 12 and one[:12].isalnum() else one for one in rest)
