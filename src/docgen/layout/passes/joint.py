"""Papers of several organs: their names in one mark, and each with its own seal (7.2.4, 7.3.5.1)."""

from collections.abc import Sequence
from copy import deepcopy
from xml.sax.saxutils import escape

from docgen.layout.gbt9704 import (
    CELL,
    MARK_GLYPH_HEIGHT,
    MARK_GLYPH_WIDTH,
    MARK_TOP,
    POINTS_PER_MM,
    SEALED_DATE_RIGHT_CHARS,
    TEXT_WIDTH,
    TEXT_WIDTH_TWIPS,
    half_points,
    twips,
)
from docgen.layout.markup import HINT, NAMESPACES
from docgen.layout.passes.heads import rows_before, set_mark
from docgen.layout.passes.paper import BLANK_ROW, Rendered
from docgen.layout.title import break_title
from docgen.layout.tree import Element, P, like, parse, remove, set_property, set_text, text_of, w
from docgen.text.width import width_em

_FILE = "文件"
_GAP_CHARS = 0.4  # between the names and 文件
_STACK_MAX_MM = 66.0  # three rows of the largest type: more would push the text off the first page
_ROW_SHARE = 1.15  # of the type's height: a row of a stack
# A seal is 42 mm across, and three fit beside one another without touching.
_SEAL_ROW_MM, _SEALS_PER_ROW = 45.0, 3
_THREE_COLUMNS_MM = 45.0
_TWO_COLUMNS_MM = (60.0, 77.0)  # as narrow and as wide as they may be
_TWO_COLUMNS_ORGANS_MAX = 6  # more would take too many rows
_ROUNDING_CHARS = 0.01
_NAME_SIDES_CHARS = 0.6  # 署名 keeps clear of its column's edges


def spread_marks(paper: Rendered) -> None:
    """A mark of several lines is the organs' names, as wide as each other, and 文件 beside their middle."""
    for element in paper.in_style("发文机关标志"):
        lines = [line.strip() for line in text_of(element).split("\n") if line.strip()]
        if len(lines) < 2 or element.getparent() is not paper.body:
            continue
        tail = lines.pop() if lines[-1] == _FILE else ""
        stack = _Stack(lines, tail)
        for made in _parsed(stack.markup(paper, _drop_twips(element, paper))):
            element.addprevious(made)
        remove(element)
    paper.seek()
    for element in paper.in_style("发文机关标志"):
        cell = element.getparent()
        if cell is not None and cell.tag == w("tc"):
            size = element.find(f"{w('pPr')}/{w('rPr')}/{w('sz')}")
            if size is not None:
                set_mark(element, int(size.get(w("val")) or 0), round(_SLENDER * 100))


_SLENDER = MARK_GLYPH_WIDTH.mm / MARK_GLYPH_HEIGHT.mm


class _Stack:
    """The organs' names over one another, and 文件 beside them."""

    def __init__(self, names: Sequence[str], tail: str) -> None:
        self._names, self._tail = names, tail
        name_chars = max(width_em(name) for name in names)
        tail_chars = width_em(tail) + _GAP_CHARS if tail else 0.0
        across = min(MARK_GLYPH_WIDTH.mm, (TEXT_WIDTH.mm - 2) / (name_chars + tail_chars))
        high = min(across / _SLENDER, _STACK_MAX_MM / (len(names) * _ROW_SHARE))
        self._size = half_points(high)
        across = self._size / 2 / POINTS_PER_MM * _SLENDER
        self._widths = [twips(name_chars * across) + 40, twips(tail_chars * across) + 40][: 2 if tail else 1]

    def markup(self, paper: Rendered, drop_twips: int) -> str:
        # The first row is no higher than its type, so that its ink begins where a single mark's does.
        shares = [1.0] + [_ROW_SHARE] * (len(self._names) - 1)
        names = "".join(
            self._line(name, paper, "distribute", share)
            for name, share in zip(self._names, shares, strict=True)
        )
        cells = self._cell(names, self._widths[0])
        if self._tail:
            cells += self._cell(self._line(self._tail, paper, "right", 1.0), self._widths[1])
        columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in self._widths)
        return (
            f"{_spacer(drop_twips, paper)}{_table(sum(self._widths), columns, 'center')}"
            f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{cells}</w:tr></w:tbl>"
        )

    def _cell(self, content: str, width: int) -> str:
        return (
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/><w:tcMar><w:left w:w="0" w:type="dxa"/>'
            f'<w:right w:w="0" w:type="dxa"/></w:tcMar><w:vAlign w:val="center"/></w:tcPr>{content}</w:tc>'
        )

    def _line(self, text: str, paper: Rendered, align: str, share: float) -> str:
        line = round(self._size * 10 * share)
        return (
            f'<w:p><w:pPr><w:pStyle w:val="{paper.styles.id("发文机关标志")}"/>'
            f'<w:spacing w:before="0" w:after="0" w:line="{line}" w:lineRule="exact"/>'
            f'<w:jc w:val="{align}"/><w:rPr><w:sz w:val="{self._size}"/></w:rPr></w:pPr>'
            f"<w:r><w:rPr>{HINT}</w:rPr><w:t>{escape(text)}</w:t></w:r></w:p>"
        )


def _drop_twips(element: Element, paper: Rendered) -> int:
    rows = rows_before(element, paper)
    return max(20, paper.profile.drop_twips(MARK_TOP) - rows * paper.profile.pitch_twips)


def part_organs(paper: Rendered) -> None:
    """Organs on several lines of one 署名 are a paragraph each; sealed ones stand apart."""
    for style in ("落款署名", "落款署名（不盖章）"):
        for element in paper.in_style(style):
            _part(element)
    paper.seek()
    for date in paper.in_style("成文日期"):
        organs = _organs_before(date, paper)
        if len(organs) > 1 and date.getparent() is paper.body:
            _seal_apart(organs, date, paper)
    paper.seek()


def _part(element: Element) -> None:
    first, *others = [line.strip() for line in text_of(element).split("\n") if line.strip()] or [""]
    if not others:
        return
    set_text(element, first)
    before = element
    for name in others:
        made = like(element)
        made.extend(_copied_run(element))
        before.addnext(made)
        set_text(made, name)
        before = made


def _copied_run(element: Element) -> list[Element]:
    return [deepcopy(run) for run in element.findall(w("r"))]


def _organs_before(date: Element, paper: Rendered) -> list[Element]:
    found: list[Element] = []
    here = date.getprevious()
    while here is not None and here.tag == P and paper.styles.name(here) == "落款署名":
        found.insert(0, here)
        here = here.getprevious()
    return found


def _seal_apart(organs: Sequence[Element], date: Element, paper: Rendered) -> None:
    """A row of the table holds at most three organs; the last has the date under it."""
    columns, width_mm = _columns([text_of(organ).strip() for organ in organs])
    width = twips(width_mm)
    for organ in organs:
        room = width_mm / CELL.mm - _NAME_SIDES_CHARS
        name = text_of(organ).strip()
        if width_em(name) > room + _ROUNDING_CHARS:
            set_text(organ, "\n".join(break_title(name, (), room)))
        _centre(organ)
    _centre(date)
    table = _parsed(_table_of_seals(columns, width, _right_gap(date, width), -(-len(organs) // columns)))[0]
    _clear_rows_above(organs[0], paper)
    organs[0].addprevious(table)
    cells = _cells_of(table, len(organs), columns)
    for cell, organ in zip(cells, organs, strict=True):
        cell.insert(1, organ)  # behind its properties
        beside_date = cell.getparent() is cells[-1].getparent() and cell is not cells[-1]
        if not beside_date:  # there an empty line beside the date keeps the names on one height
            cell.remove(cell.findall(P)[-1])
    cells[-1].append(date)


def _columns(names: Sequence[str]) -> tuple[int, float]:
    """How many names stand beside one another, and how wide: two where that leaves all of them whole."""
    widest_mm = (max(map(width_em, names)) + _NAME_SIDES_CHARS) * CELL.mm
    least, most = _TWO_COLUMNS_MM
    two_keep_whole = _THREE_COLUMNS_MM < widest_mm <= most and len(names) <= _TWO_COLUMNS_ORGANS_MAX
    if len(names) >= _SEALS_PER_ROW and not two_keep_whole:
        return _SEALS_PER_ROW, _THREE_COLUMNS_MM
    return 2, min(most, max(least, widest_mm))


def _cells_of(table: Element, organs: int, columns: int) -> list[Element]:
    """The cells that are filled: from the left, but in the last row right, over the date."""
    cells = list(table.iter(w("tc")))
    spare = len(cells) - organs
    return [
        cell
        for at, cell in enumerate(cells)
        if not (len(cells) - columns <= at < len(cells) - columns + spare)
    ]


def _right_gap(date: Element, width: int) -> int:
    """From the last column to the edge: the date, in its middle, ends four characters in (7.3.5.1)."""
    middle_mm = (SEALED_DATE_RIGHT_CHARS + width_em(text_of(date)) / 2) * CELL.mm
    return max(0, twips(middle_mm) - width // 2)


def _centre(element: Element) -> None:
    set_property(element, "ind", {"left": 0, "right": 0, "firstLine": 0})
    set_property(element, "jc", {"val": "center"})
    set_property(element, "keepNext")


def _table_of_seals(columns: int, width: int, right_gap: int, rows: int) -> str:
    cell = (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/><w:tcMar><w:left w:w="0" w:type="dxa"/>'
        '<w:right w:w="0" w:type="dxa"/></w:tcMar><w:vAlign w:val="center"/></w:tcPr><w:p/></w:tc>'
    )
    height = f'<w:trPr><w:cantSplit/><w:trHeight w:val="{twips(_SEAL_ROW_MM)}" w:hRule="atLeast"/></w:trPr>'
    left = TEXT_WIDTH_TWIPS - right_gap - columns * width
    grid = f'<w:gridCol w:w="{width}"/>' * columns
    body = f"<w:tr>{height}{cell * columns}</w:tr>" * rows
    return f"{_table(columns * width, grid, 'left', left)}{body}</w:tbl>"


def _clear_rows_above(organ: Element, paper: Rendered) -> None:
    # A row of the table is as high as a seal, whose upper edge is to be within one row of the text.
    before = organ.getprevious()
    while before is not None and before.tag == P and paper.styles.name(before) == BLANK_ROW:
        above = before.getprevious()
        remove(before)
        before = above
    if before is not None and before.tag == P:
        set_property(before, "keepNext")


def _table(width: int, columns: str, align: str, indent: int = 0) -> str:
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{width}" w:type="dxa"/><w:jc w:val="{align}"/>'
        f'<w:tblInd w:w="{indent}" w:type="dxa"/><w:tblLayout w:type="fixed"/></w:tblPr>'
        f"<w:tblGrid>{columns}</w:tblGrid>"
    )


def _spacer(height_twips: int, paper: Rendered) -> str:
    return (
        f'<w:p><w:pPr><w:pStyle w:val="{paper.styles.id("分节")}"/>'
        f'<w:spacing w:before="0" w:after="0" w:line="{height_twips}" w:lineRule="exact"/></w:pPr></w:p>'
    )


def _parsed(markup: str) -> list[Element]:
    return list(parse(f"<w:body {NAMESPACES}>{markup}</w:body>".encode()))
