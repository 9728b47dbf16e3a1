"""The pages of each part of a document: paper, margins, grid, headers and footers."""

from collections.abc import Callable, Sequence

from docgen.inspect.document.model import Paragraph, Section
from docgen.inspect.document.pieces import values_at
from docgen.inspect.document.properties import is_on, number
from docgen.layout.tree import Element, w

Stories = tuple[tuple[str, tuple[Paragraph, ...]], ...]
ReadStory = Callable[[str], tuple[Paragraph, ...]]  # a relation's id to the paragraphs of its part

_RELATION_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
# What Word takes where a document says nothing: Letter paper with an inch around.
_LETTER, _INCH = (12240, 15840), 1440


def read_sections(found: Sequence[tuple[int, Element]], read_story: ReadStory) -> tuple[Section, ...]:
    """The sections; each comes with the number of its first paragraph. Stories are inherited."""
    sections: list[Section] = []
    for first, element in found:
        before = sections[-1] if sections else None
        headers = _stories(element, "headerReference", before.headers if before else (), read_story)
        footers = _stories(element, "footerReference", before.footers if before else (), read_story)
        sections.append(_read(element, first, headers, footers))
    return tuple(sections)


def _stories(element: Element, kind: str, inherited: Stories, read_story: ReadStory) -> Stories:
    stories = dict(inherited)
    for reference in element.findall(w(kind)):
        stories[reference.get(w("type")) or "default"] = read_story(reference.get(_RELATION_ID) or "")
    return tuple(stories.items())


def _read(element: Element, first: int, headers: Stories, footers: Stories) -> Section:
    size, margins, grid = (element.find(w(name)) for name in ("pgSz", "pgMar", "docGrid"))
    numbers, first_page, columns = (element.find(w(name)) for name in ("pgNumType", "titlePg", "cols"))

    def value(parent: Element | None, name: str, default: int) -> int:
        return default if parent is None else number(parent.get(w(name)), default)

    def word(parent: Element | None, name: str, default: str) -> str:
        return default if parent is None else parent.get(w(name)) or default

    width, height = value(size, "w", _LETTER[0]), value(size, "h", _LETTER[1])
    start = value(numbers, "start", -1)
    return Section(
        width,
        height,
        abs(value(margins, "top", _INCH)),  # negative: the text area does not give way to a header
        abs(value(margins, "bottom", _INCH)),
        value(margins, "left", _INCH),
        value(margins, "right", _INCH),
        gutter_twips=value(margins, "gutter", 0),
        header_twips=value(margins, "header", 720),
        footer_twips=value(margins, "footer", 720),
        is_landscape=width > height,
        grid=word(grid, "type", "default"),
        pitch_twips=value(grid, "linePitch", 0),
        char_space=value(grid, "charSpace", 0),
        has_first_page=first_page is not None and is_on(first_page),
        number_start=None if start < 0 else start,
        number_format=word(numbers, "fmt", "decimal"),
        starts=values_at(element, "type") or "nextPage",
        columns=value(columns, "num", 1),
        headers=headers,
        footers=footers,
        first_paragraph=first,
    )
