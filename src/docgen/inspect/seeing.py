"""A paper made ready for the rules: its elements recognised, its format and its profile found out."""

from collections.abc import Mapping
from types import MappingProxyType

from docgen.inspect.document.looks import looks_of
from docgen.inspect.document.model import Border, Document
from docgen.inspect.elements.element import Element, Format
from docgen.inspect.elements.format import Hints, format_of
from docgen.inspect.elements.look import Look
from docgen.inspect.elements.recognise import recognise
from docgen.inspect.numbers import STANDARD, Numbers
from docgen.inspect.pages.view import PagesView
from docgen.inspect.seen import Seen
from docgen.layout.profile import GLYPH, SETUP, Profile

_LINE_MIN_MM = 100.0
_NO_TOLERANCES: Mapping[str, float] = MappingProxyType({})


def see(
    document: Document | None = None,
    pages: PagesView | None = None,
    *,
    profile: Profile | None = None,
    numbers: Numbers = STANDARD,
    tolerances_mm: Mapping[str, float] = _NO_TOLERANCES,
) -> Seen:
    """The paper as the rules want it; without a `profile` the one that its margins show."""
    looks = looks_of(document) if document else ()
    page_looks = tuple(block.look for block in pages.blocks) if pages else ()
    elements, page_elements = recognise(looks), recognise(page_looks)
    return Seen(
        document,
        pages,
        elements,
        page_elements,
        _format(document, looks, elements, pages, page_looks, page_elements),
        profile or _profile(document),
        numbers,
        tolerances_mm,
    )


def _format(
    document: Document | None,
    looks: tuple[Look, ...],
    elements: tuple[Element, ...],
    pages: PagesView | None,
    page_looks: tuple[Look, ...],
    page_elements: tuple[Element, ...],
) -> Format:
    if document is not None:
        found = format_of(looks, elements, _hints_of_document(document, elements))
        if found is not Format.OTHER or pages is None:
            return found
    return format_of(page_looks, page_elements, _hints_of_pages(pages)) if pages is not None else Format.OTHER


def _hints_of_document(document: Document, elements: tuple[Element, ...]) -> Hints:
    lines = [one for one in document.drawings if one.is_red and one.width_mm > _LINE_MIN_MM]
    pairs = zip(document.paragraphs, elements, strict=True)
    marks = [paragraph for paragraph, element in pairs if element is Element.MARK]
    tops = [mark.frame_top_mm for mark in marks if mark.frame_top_mm is not None]
    tops += [
        one.y_mm
        for one in document.drawings
        for mark in marks
        if one.box and one.box == mark.box and one.down == "page" and one.y_mm is not None
    ]
    return Hints(
        has_double_red_lines=len(lines) >= 2
        or any("thick" in one.style.lower() for one in _red_borders(document)),
        mark_top_mm=min(tops, default=None),
        is_landscape=bool(document.sections) and all(one.is_landscape for one in document.sections),
    )


def _red_borders(document: Document) -> list[Border]:
    borders = (border for one in document.paragraphs for border in (one.top_border, one.bottom_border))
    return [border for border in borders if border is not None and border.is_red]


def _hints_of_pages(pages: PagesView) -> Hints:
    if not pages.pages:
        return Hints()
    first = pages.pages[0]
    return Hints(
        has_double_red_lines=len(first.red_rules) >= 2,
        mark_top_mm=first.mark.top_mm if first.mark else None,
        is_landscape=all(page.width_mm > page.height_mm for page in pages.pages),
    )


def _profile(document: Document | None) -> Profile:
    """The reading whose 天头 is the nearer; a page alone is judged by the default one."""
    if document is None or not document.sections:
        return SETUP
    top = document.sections[0].top_twips
    return min((SETUP, GLYPH), key=lambda profile: abs(profile.top_twips - top))
