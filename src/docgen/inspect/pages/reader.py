"""Any PDF as rules see it. Pages are looked at one by one: two thousand need no more memory than one."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from docgen.inspect.elements.look import Look, Place
from docgen.inspect.geometry import Box, Rule, around
from docgen.inspect.lettering import TextLine
from docgen.inspect.measures import black_rules, mark, page_number, red_rules
from docgen.inspect.numbers import STANDARD, Numbers
from docgen.inspect.pages.grouping import Group, groups_of
from docgen.inspect.pages.rows import Edges, Row, row_of
from docgen.inspect.pages.states import state_of
from docgen.inspect.pages.view import PageBlock, PageSeen, PagesView
from docgen.inspect.paper import Page, open_paper
from docgen.inspect.typeface import Typeface

# More pages than an official paper has; the rest is counted and not judged.
PAGES_MAX = 120
_RED_OVER_BLACK = 3.0
_SEAL_MIN_MM, _SEAL_MAX_MM = 20.0, 70.0
_SEALS_IN_A_ROW = 4
_ROUND = 1.15
_STANDING_MIN_MM = 9.0
_USUAL_PITCH_MM = 10.2
_NEAR_MM = 2.5
_ENOUGH_ROWS = 6
_LONG_SHARE = 0.8


def read_pages(
    pdf: bytes, name: str = "PDF", *, numbers: Numbers = STANDARD, is_ours: bool = False
) -> PagesView:
    """The pages of a PDF, measured. Raises PdfToolsMissing or NotAPdf."""
    paper = open_paper(pdf, name)
    seen = [_measured(page, pdf) for page in paper.pages[:PAGES_MAX]]
    edges = _edges(seen, numbers)
    pitch_mm = _pitch_mm([page for page, _ in seen])
    blocks = [block for page, looks in seen for block in _blocks(page, looks, edges, pitch_mm)]
    return PagesView(
        name,
        tuple(page for page, _ in seen),
        tuple(replace(block, number=number) for number, block in enumerate(blocks, start=1)),
        paper.maker,
        _has_substitutes(blocks),
        is_ours,
        len(paper.pages),
    )


class _Looks:
    """What only the ink of a page knows of its lines, kept after the pictures are gone."""

    def __init__(self, page: Page, tables: Sequence[Box]) -> None:
        self.red = {id(line): _is_red(page, line) for line in page.lines}
        self.tables = tables
        self.lines = page.lines
        self.turned = page.turned_lines

    def table_of(self, line: TextLine) -> int:
        """The table that the line stands in, from 1; 0 for none."""
        return next((number for number, area in enumerate(self.tables, 1) if _holds(area, line.ink)), 0)


def _measured(page: Page, pdf: bytes) -> tuple[PageSeen, _Looks]:
    # A page of its own: the pictures that it has made go with it.
    page = Page(pdf, page.number, (page.width_mm / 25.4 * 72, page.height_mm / 25.4 * 72))
    with page.held_open():
        return _seen(page), _Looks(page, _tables(page))


def _seen(page: Page) -> PageSeen:
    state = state_of(page)
    number = page_number(page)
    reds, blacks = red_rules(page), black_rules(page)
    head = mark(page) if page.number == 1 and reds else None
    apart = [number.ink] if number else []
    rows = tuple(line for line in page.lines if not any(_within(line.ink, box) for box in apart))
    seals = tuple(_seals(page, head, reds))
    ink = [bounds for one in (page.black, page.red) if (bounds := one.without(*apart, margin_mm=1.0).bounds)]
    return PageSeen(
        page.number,
        page.width_mm,
        page.height_mm,
        state,
        rows,
        number,
        head,
        tuple(reds),
        tuple(blacks),
        seals,
        around(ink) if ink else None,
        tuple(page.red.without(*(rule.box for rule in reds)).patches()) if page.red.bounds else (),
    )


def _is_red(page: Page, line: TextLine) -> bool:
    return page.red.amount_mm2(line.ink) > _RED_OVER_BLACK * page.black.amount_mm2(line.ink)


def _within(inner: Box, outer: Box) -> bool:
    return outer.contains(inner, slack_mm=0.5)


def _tables(page: Page) -> list[Box]:
    """The areas that are ruled up and down."""
    areas: list[Box] = []
    for box in (rule.box for rule in page.black.standing_rules(_STANDING_MIN_MM)):
        near = [area for area in areas if box.top_mm < area.bottom_mm + 1 and box.bottom_mm > area.top_mm - 1]
        areas = [area for area in areas if area not in near] + [around([box, *near])]
    return areas


def _seals(page: Page, head: Box | None, reds: Sequence[Rule]) -> Iterator[Box]:
    if not page.red.bounds:
        return
    apart = [rule.box for rule in reds] + ([head] if head else [])
    for box in page.red.without(*apart, margin_mm=0.5).patches():
        sides = sorted((box.width_mm, box.height_mm))
        if _SEAL_MIN_MM <= sides[0] <= _SEAL_MAX_MM and sides[1] < _SEALS_IN_A_ROW * sides[0]:
            yield from _parted(box)


def _parted(box: Box) -> Iterator[Box]:
    """One seal, or the two at the ends of several that run into one another: seals are as wide as high."""
    side = min(box.width_mm, box.height_mm)
    if max(box.width_mm, box.height_mm) < _ROUND * side:
        yield box
        return
    yield Box(box.left_mm, box.top_mm, box.left_mm + side, box.top_mm + side)
    yield Box(box.right_mm - side, box.bottom_mm - side, box.right_mm, box.bottom_mm)


def _edges(seen: Sequence[tuple[PageSeen, "_Looks"]], numbers: Numbers) -> Edges:
    """Where the text of this paper begins and ends, by most of its full lines; the standard's edges else."""
    usual = Edges(numbers.left_mm, numbers.page_width_mm - numbers.right_mm, numbers.cell_mm)
    long = [
        row.cells
        for page, looks in seen
        for row in page.rows
        if row.cells.width_mm > _LONG_SHARE * numbers.text_width_mm and not looks.table_of(row)
    ]
    rights = sorted(cells.right_mm for cells in long)
    lefts = sorted(cells.left_mm for cells in long)
    if len(long) < _ENOUGH_ROWS or abs(lefts[1] - usual.left_mm) < _NEAR_MM:
        return usual
    if abs(lefts[1] - usual.left_mm - 2 * usual.cell_mm) < _NEAR_MM:
        return usual  # short paragraphs: all that was seen are their first rows
    return Edges(lefts[1], rights[len(rights) * 3 // 4], numbers.cell_mm)


def _pitch_mm(pages: Sequence[PageSeen]) -> float:
    steps = sorted(
        after.baseline_mm - before.baseline_mm
        for page in pages
        for before, after in pairwise(page.rows)
        if after.baseline_mm - before.baseline_mm > 4
    )
    return steps[len(steps) // 2] if steps else _USUAL_PITCH_MM


def _blocks(page: PageSeen, looks: _Looks, edges: Edges, pitch_mm: float) -> Iterator[PageBlock]:
    waiting: list[Row] = []
    is_first = True
    for line in page.rows:
        row = row_of(line, edges, is_red=looks.red[id(line)])
        table = looks.table_of(line)
        if table:
            yield from _flow(page, waiting, pitch_mm, is_first)
            is_first, waiting = is_first and not waiting, []
            yield _block(page, Group([row]), Place.CELL, table, starts_page=is_first)
            is_first = False
        else:
            waiting.append(row)
    yield from _flow(page, waiting, pitch_mm, is_first)
    if page.page_number is not None:
        yield from _number_block(page, looks, edges)


def _holds(area: Box, ink: Box) -> bool:
    return area.top_mm <= ink.centre_y_mm <= area.bottom_mm


def _flow(page: PageSeen, rows: Sequence[Row], pitch_mm: float, is_first: bool) -> Iterator[PageBlock]:
    for group in groups_of(rows, pitch_mm):
        yield _block(page, group, Place.FLOW, 0, starts_page=is_first)
        is_first = False


def _number_block(page: PageSeen, looks: _Looks, edges: Edges) -> Iterator[PageBlock]:
    number = page.page_number
    for line in (*looks.lines, *looks.turned):
        if number is not None and _within(line.ink, number.ink):
            row = row_of(line, edges, is_red=False)
            yield _block(page, Group([row]), Place.FOOTER, 0, starts_page=False)
            return


def _block(page: PageSeen, group: Group, place: Place, table: int, *, starts_page: bool) -> PageBlock:
    first, last = group.rows[0], group.rows[-1]
    look = Look(
        group.text,
        place,
        first.align,
        first.face,
        first.size_pt,
        first.is_red,
        first.is_bold,
        first.left_chars,
        last.right_chars,
        starts_page,
        page.number,
        table,
    )
    return PageBlock(
        0,
        page.number,
        group.text,
        tuple(row.line for row in group.rows),
        around(row.cells for row in group.rows),
        around(row.ink for row in group.rows),
        look,
        frozenset(font for row in group.rows for font in row.line.fonts),
    )


def _has_substitutes(blocks: Sequence[PageBlock]) -> bool:
    """Whether most of the text stands in a face that no official paper uses: the right one was missing."""
    chars: Counter[bool] = Counter()
    for block in blocks:
        chars[block.look.face is Typeface.SUBSTITUTE] += len(block.text)
    return chars[True] > chars[False]
