"""The corrected copy: page set-up, faces, sizes, rows, and the writing of numbers, marks and dates."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from docgen.inspect.document import read_document
from docgen.inspect.document.model import Paragraph
from docgen.inspect.elements import Align, Element, Format, Place
from docgen.inspect.fixing.edits import own_text, write_text
from docgen.inspect.fixing.looks import has_own_properties, set_look
from docgen.inspect.fixing.page import set_pages
from docgen.inspect.fixing.page_numbers import set_page_numbers
from docgen.inspect.fixing.parts import Parts
from docgen.inspect.fixing.places import set_places
from docgen.inspect.fixing.words import last_copy, rewritten, title_end
from docgen.inspect.house import House
from docgen.inspect.seeing import seen_of
from docgen.inspect.seen import Seen
from docgen.layout.tree import Element as Xml
from docgen.layout.tree import set_property, w

# 版记 is often set as a table.
_IN_TABLES = (Element.COPY_TO, Element.IMPRINT, Element.MARK)
_OF_PAPERS = (
    Element.RECIPIENTS,
    Element.DATE,
    Element.NOTE,
    Element.COPY_TO,
    Element.ATTACHMENT_NOTE,
    Element.IMPRINT,
)
_REVISED = tuple(w(name) for name in ("ins", "del", "moveFrom", "moveTo"))


@dataclass(frozen=True, slots=True)
class Fixed:
    """The corrected document, and what was done, in the user's words; nothing done: the same document."""

    data: bytes
    done: tuple[str, ...]


def fixed(name: str, data: bytes, seen: Seen, off: frozenset[str] = frozenset()) -> Fixed:
    """A copy of the document that was seen, with what is mechanical put right. Raises UnreadableDocument.

    What no official paper is (a form, a ledger) keeps its looks; only its marks and dates are mended.
    `off`: rules that the unit has silenced; what only they would ask is not done.
    """
    if seen.document is None:
        return Fixed(data, ())
    parts = Parts.open(name, data)
    done: Counter[str] = Counter()
    if seen.format.is_official and "P02" not in off:
        root = parts.tree(parts.main)
        done.update(set_pages(root, seen.document.sections, seen.profile, seen.numbers))
    by_part: dict[str, list[Xml]] = {}
    for paragraph, said in _with_ends(seen):
        if paragraph.place in (Place.HEADER, Place.FOOTER):
            continue
        listed = by_part.setdefault(paragraph.part, parts.paragraphs(paragraph.part))
        xml = listed[paragraph.at]
        if next(xml.iter(*_REVISED), None) is not None or has_own_properties(xml):
            continue  # revisions are for the clerk to accept or refuse
        done.update(_fix(xml, paragraph, said, seen))
    written = parts.packed() if done else data
    if seen.format.is_official:
        written = _placed(name, written, seen, off, done)
    return Fixed(written, tuple(_told(what, times) for what, times in done.items()))


def _placed(name: str, data: bytes, before: Seen, off: frozenset[str], done: Counter[str]) -> bytes:
    """The same with all in its place, which only shows when rows and indents are what they should be."""
    house = House(before.numbers, before.tolerances_mm, off)
    seen = seen_of(read_document(data, name), None, house)
    parts = Parts.open(name, data)
    placed = [*set_places(parts, seen, off), *set_page_numbers(parts, seen, off)]
    done.update(placed)
    return parts.packed() if placed else data


def _with_ends(seen: Seen) -> Iterator[tuple[Paragraph, str]]:
    """Each paragraph with the role that its end plays: "title", "copies" for the last of these."""
    document = seen.document
    if document is None:
        return
    last = {
        element: max((one.number for one in seen.paragraphs(element)), default=0)
        for element in (Element.TITLE, Element.COPY_TO)
    }
    for paragraph in document.paragraphs:
        roles = {last[Element.TITLE]: "title", last[Element.COPY_TO]: "copies"}
        yield paragraph, roles.get(paragraph.number, "")


def _fix(xml: Xml, paragraph: Paragraph, role: str, seen: Seen) -> list[str]:
    element = seen.element_of(paragraph)
    # A form asks for a day and a name: it is no paper's date, and nobody is addressed.
    is_text = not seen.format.is_official and element in _OF_PAPERS
    done = _words(xml, Element.BODY, "") if is_text else _words(xml, element, role)
    if seen.format.is_official and (paragraph.place is not Place.CELL or element in _IN_TABLES):
        done += set_look(xml, paragraph, element, seen.numbers, seen.profile.pitch_twips)
        if (
            seen.format is Format.ORDINARY
            and element is Element.NUMBER
            and paragraph.align is not Align.CENTER
        ):
            set_property(xml, "jc", {"val": "center"})
            set_property(xml, "ind", {"left": 0, "firstLine": 0})
            done.append("发文字号改为居中")
    return done


def _words(xml: Xml, element: Element, role: str) -> list[str]:
    old = own_text(xml)
    new = rewritten(element, old)
    if role == "title":
        new = title_end(new)
    elif role == "copies":
        new = last_copy(new)
    if new == old or not write_text(xml, new):
        return []
    return [f"{element}的写法：“{_short(old, new)}”改为“{_short(new, old)}”"]


def _short(text: str, other: str) -> str:
    """The part of `text` that differs from the other, with a little around it."""
    start = next(
        (at for at, (a, b) in enumerate(zip(text, other, strict=False)) if a != b), min(len(text), len(other))
    )
    return text[max(0, start - 6) : start + 10].strip().replace("\n", "")


def _told(what: str, times: int) -> str:
    return f"{what}（{times} 处）" if times > 1 else what
