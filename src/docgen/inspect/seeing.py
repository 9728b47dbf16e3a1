"""A paper's document and pages made one Seen: what each part is, in which format, by which reading."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from docgen.inspect.document.looks import looks_of
from docgen.inspect.document.model import Document
from docgen.inspect.elements.element import Element
from docgen.inspect.elements.format import Hints, format_of
from docgen.inspect.elements.look import Look
from docgen.inspect.elements.recognise import recognise
from docgen.inspect.house import House
from docgen.inspect.pages import PagesView
from docgen.inspect.pages.reader import read_pages
from docgen.inspect.seen import Seen
from docgen.layout.gbt9704 import TWIPS_PER_MM
from docgen.layout.profile import GLYPH, SETUP, Profile

_NEAR_TWIPS = 30
_PAIR_MAX_MM = 4.0
_CHARS_MAX = 1600


def pages_of(pdf: bytes, name: str, house: House, *, is_ours: bool) -> PagesView:
    """The pages of a PDF. Raises PdfToolsMissing or NotAPdf."""
    return read_pages(pdf, name, numbers=house.numbers, is_ours=is_ours)


def seen_of(document: Document | None, pages: PagesView | None, house: House) -> Seen:
    """The paper, recognised. Its format is the document's, where there is one."""
    seen = Seen(numbers=house.numbers, tolerances_mm=house.tolerances_mm)
    if pages is not None:
        looks = [_bounded(block.look) for block in pages.blocks]
        found = recognise(looks)
        form = format_of(looks, found, _hints_of_pages(pages))
        seen = replace(seen, pages=pages, page_elements=found, format=form)
    if document is not None:
        looks = [_bounded(look) for look in looks_of(document)]
        found = recognise(looks)
        form = format_of(looks, found, _hints_of_document(document, found))
        profile = _profile_of(document)
        seen = replace(seen, document=document, elements=found, format=form, profile=profile)
    return seen


def _bounded(look: Look) -> Look:
    """The look without the middle of a text so long that patterns would take their time with it."""
    if len(look.text) <= _CHARS_MAX:
        return look
    half = _CHARS_MAX // 2
    return replace(look, text=look.text[:half] + look.text[-half:])


def _profile_of(document: Document) -> Profile:
    tops = [section.top_twips for section in document.sections if not section.is_landscape]
    return GLYPH if tops and abs(tops[0] - GLYPH.top_twips) < _NEAR_TWIPS else SETUP


def _hints_of_pages(pages: PagesView) -> Hints:
    if not pages.pages:
        return Hints()
    first = pages.pages[0]
    places = sorted(rule.box.top_mm for rule in first.red_rules)
    return Hints(
        any(after - before < _PAIR_MAX_MM for before, after in pairwise(places)),
        first.mark.top_mm if first.mark else None,
        all(page.width_mm > page.height_mm for page in pages.pages),
    )


def _hints_of_document(document: Document, elements: tuple[Element, ...]) -> Hints:
    tops = list(_mark_tops_mm(document, elements))
    return Hints(
        _has_double_lines(document),
        min(tops, default=None),
        bool(document.sections) and all(section.is_landscape for section in document.sections),
    )


def _mark_tops_mm(document: Document, elements: tuple[Element, ...]) -> Iterator[float]:
    """Where frames and boxes put the mark; in the flow nobody knows before it is laid out."""
    for paragraph, element in zip(document.paragraphs, elements, strict=True):
        if element is not Element.MARK:
            continue
        if paragraph.frame_top_mm is not None:
            yield paragraph.frame_top_mm
        for drawing in document.drawings:
            if paragraph.box and drawing.box == paragraph.box and drawing.y_mm is not None:
                margin = document.sections[0].top_twips / TWIPS_PER_MM if document.sections else 0.0
                yield drawing.y_mm + (margin if drawing.down in ("margin", "paragraph", "line") else 0.0)


def _has_double_lines(document: Document) -> bool:
    borders = (one.bottom_border for one in document.paragraphs)
    if any(border and border.is_red and "thick" in border.style.lower() for border in borders):
        return True
    lines = [one for one in document.drawings if one.kind == "line" and one.is_red and one.y_mm is not None]
    return any(
        one is not other
        and one.down == other.down
        and abs((one.y_mm or 0) - (other.y_mm or 0)) < _PAIR_MAX_MM
        for one in lines
        for other in lines
    )
