"""A .docx read to the end: every paragraph in reading order, with its manner worked out."""

from dataclasses import dataclass, field, replace

from docgen.inspect.document.drawings import Drawn, drawings_of
from docgen.inspect.document.manners import Cascade
from docgen.inspect.document.model import Document, Drawing, Paragraph, Table
from docgen.inspect.document.numbering import read_numbering
from docgen.inspect.document.package import Package, UnreadableDocument, open_package
from docgen.inspect.document.paragraphs import Manners, Spot
from docgen.inspect.document.pieces import PAGE_BREAK, Piece, pieces_of, values_at
from docgen.inspect.document.properties import is_on, number
from docgen.inspect.document.sections import read_sections
from docgen.inspect.document.styles import read_styles
from docgen.inspect.document.tables import cells_of, read_table, rows_of, style_of
from docgen.inspect.document.theme import read_theme
from docgen.inspect.elements.look import Place
from docgen.layout.tree import PPR, SECT, TBL, Element, P, w

_TRANSPARENT = frozenset(w(name) for name in ("sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag"))
_REVISIONS = tuple(w(name) for name in ("ins", "del", "moveFrom", "moveTo"))
_HALF_PAGE_MM = 120.0
_NESTING_MAX = 40
_PARAGRAPHS_MAX = 200_000


@dataclass
class _Story:
    """One part while it is read: the body, a header or a footer."""

    manners: Manners
    part: str
    numbers: dict[Element, int]
    place: Place = Place.FLOW
    pitch_twips: int = 0
    starts: list[str] = field(default_factory=list)
    paragraphs: list[Paragraph] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)
    drawings: list[Drawing] = field(default_factory=list)
    section_ends: list[tuple[int, Element]] = field(default_factory=list)
    boxes: int = 0
    page_ended: bool = True

    def walk(self, parent: Element, spot: Spot) -> None:
        """All below `parent` has been read. What is nested deeper than any office paper is left out."""
        if spot.depth > _NESTING_MAX:
            return
        for element in parent:
            if element.tag == P:
                self._paragraph(element, spot)
            elif element.tag == TBL:
                self._table(element, spot)
            elif element.tag in _TRANSPARENT:
                self.walk(element, replace(spot, depth=spot.depth + 1))

    def _table(self, element: Element, spot: Spot) -> None:
        count = len(self.tables) + 1
        styles = self.manners.cascade.styles
        self.tables.append(read_table(element, count, styles))
        inner = replace(
            spot,
            place=Place.CELL if spot.place is Place.FLOW else spot.place,
            table=count,
            table_style=style_of(element) or styles.default_table,
            depth=spot.depth + 1,
        )
        for row_at, row in enumerate(rows_of(element), 1):
            for column, cell in enumerate(cells_of(row), 1):
                self.walk(cell, replace(inner, row=row_at, column=column))

    def _paragraph(self, element: Element, spot: Spot) -> None:
        pieces = list(pieces_of(element))
        drawn = [
            one for piece in pieces if piece.drawing is not None for one in drawings_of(piece.drawing, 0)
        ]
        self._boxes([one for one in drawn if _is_high(one)], len(self.paragraphs) + 1, spot)
        read = self.manners.read(element, pieces, spot, self.pitch_twips)
        self.paragraphs.append(
            replace(
                read,
                number=len(self.paragraphs) + 1,
                section=len(self.section_ends),
                starts_page=self._starts_page(pieces, read, spot),
                has_picture=any(one.drawing.kind == "picture" for one in drawn),
                part=self.part,
                at=self.numbers.get(element, 0),
            )
        )
        self._boxes([one for one in drawn if not _is_high(one)], len(self.paragraphs), spot)
        self._end_section(element.find(f"{PPR}/{SECT}"), spot)

    def _end_section(self, section: Element | None, spot: Spot) -> None:
        if section is None or spot.place is not Place.FLOW:
            return
        self.section_ends.append((len(self.paragraphs), section))
        following = self.starts[len(self.section_ends)] if len(self.section_ends) < len(self.starts) else ""
        self.page_ended = self.page_ended or following != "continuous"

    def _boxes(self, drawn: list[Drawn], anchor: int, spot: Spot) -> None:
        for one in drawn:
            box = 0
            if one.content is not None:
                self.boxes += 1
                box = self.boxes
            self.drawings.append(replace(one.drawing, paragraph=anchor, box=box))
            if one.content is not None:
                place = Place.BOX if self.place is Place.FLOW else self.place
                self.walk(one.content, Spot(place, box=box, depth=spot.depth + 1))

    def _starts_page(self, pieces: list[Piece], read: Paragraph, spot: Spot) -> bool:
        """Whether the paragraph's text begins a page; remembered is whether the next one's will."""
        if spot.place is not Place.FLOW:
            return False
        starts = self.page_ended or read.page_break_before
        before, broke, after = "".join(piece.text for piece in pieces).rpartition(PAGE_BREAK)
        if not broke:
            self.page_ended = False
            return starts
        self.page_ended = not after.strip()
        return starts or (bool(after.strip()) and not before.strip(f"{PAGE_BREAK} \t\n"))


def _is_high(one: Drawn) -> bool:
    """Whether a box stands in the upper half of the page: it is read before the paragraph it hangs on."""
    drawing = one.drawing
    return drawing.align_down in ("", "top") and (drawing.y_mm or 0.0) < _HALF_PAGE_MM


def read_document(data: bytes, name: str) -> Document:
    """The document. Raises UnreadableDocument."""
    package = open_package(name, data)
    root = package.xml(package.main)
    body = root.find(w("body"))
    if body is None:
        raise UnreadableDocument(name, "里没有 Word 正文")
    if sum(1 for _ in body.iter(P)) > _PARAGRAPHS_MAX:
        raise UnreadableDocument(name, "的段落过多，不像一件公文", "请拆成几个文件再检查")
    manners = _manners(package)
    sections = [one for one in body.iter(SECT) if _is_in_force(one)]
    story = _Story(
        manners,
        package.main,
        _numbers(root),
        pitch_twips=_pitch_twips(sections),
        starts=[values_at(section, "type") or "nextPage" for section in sections],
    )
    story.walk(body, Spot())
    return _document(package, story, body)


def _is_in_force(section: Element) -> bool:
    """Whether it is a section's, not what a recorded change left."""
    parent = section.getparent()
    return parent is not None and parent.tag in (PPR, w("body"))


def _document(package: Package, story: _Story, body: Element) -> Document:
    settings = package.part_of("settings")
    ends = list(story.section_ends)
    last = body.find(SECT)
    if last is not None or not ends:
        ends.append((len(story.paragraphs), last if last is not None else body))
    firsts = [1, *(end + 1 for end, _ in ends)]
    sections = [(first, element) for first, (_, element) in zip(firsts, ends, strict=False)]
    even = None if settings is None else settings.find(w("evenAndOddHeaders"))
    return Document(
        package.name,
        tuple(story.paragraphs),
        read_sections(sections, lambda relation: _read_story(package, story.manners, relation)),
        tuple(story.tables),
        tuple(story.drawings),
        story.manners.read(body, [], Spot(), 0).runs[0],
        even is not None and is_on(even),
        next(body.iter(*_REVISIONS), None) is not None,
        _maker(package),
    )


def _manners(package: Package) -> Manners:
    styles = read_styles(package.part_of("styles"))
    return Manners(
        Cascade(styles, read_theme(package.part_of("theme"))), read_numbering(package.part_of("numbering"))
    )


def _numbers(root: Element) -> dict[Element, int]:
    return {element: at for at, element in enumerate(root.iter(P))}


def _pitch_twips(sections: list[Element]) -> int:
    grids = (section.find(w("docGrid")) for section in sections)
    return next((number(grid.get(w("linePitch"))) for grid in grids if grid is not None), 0)


def _read_story(package: Package, manners: Manners, relation_id: str) -> tuple[Paragraph, ...]:
    relation = package.relations.get(relation_id)
    if relation is None or not package.has(relation.target):
        return ()
    root = package.xml(relation.target)
    place = Place.HEADER if relation.kind == "header" else Place.FOOTER
    story = _Story(manners, relation.target, _numbers(root), place)
    story.walk(root, Spot(place))
    return tuple(story.paragraphs)


def _maker(package: Package) -> str:
    """The program that wrote the file, as docProps/app.xml has it."""
    if not package.has("docProps/app.xml"):
        return ""
    found = package.xml("docProps/app.xml").iter("{*}Application")
    return next((element.text or "" for element in found), "")
