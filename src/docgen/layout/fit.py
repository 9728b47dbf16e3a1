"""One page, where a paper must have no more: rows closer, then type smaller, down to a floor.

The height is our own estimate from widths and line heights, not a renderer's: it errs on the safe
side by half a row.
"""

from dataclasses import dataclass

from docgen.layout.gbt9704 import SIZE_3, TEXT_WIDTH_TWIPS
from docgen.layout.passes.paper import Rendered
from docgen.layout.spacing import width_with_room
from docgen.layout.styles import GRID, STYLE_BY_NAME, Style
from docgen.layout.tree import PPR, TBL, TC, VAL, Element, P, R, set_property, set_run_property, text_of, w

_CELL_PADDING_TWIPS = 80
_CELL_SIDES_TWIPS = 170
_SPARE_TWIPS = 290
_NORMAL = Style("Normal", "Normal")
# What a row of running text loses where a bracket, a number or a mark may not stand at its edge.
_LOST_CHARS, _LONG_ROW_CHARS = 0.5, 20
# Cells shrink with the text around them, though never under 小五.
_CELL_STYLES = frozenset({"表头", "表格正文", "表格居中", "表单标签", "表单正文"})
_CELL_SIZE_MIN = 18


@dataclass(frozen=True, slots=True)
class OnePage:
    """How close the rows and how small the type (in half points) may become."""

    min_line_twips: int = 480
    min_size_half_points: int = 28


def fit_one_page(paper: Rendered, floor: OnePage) -> bool:
    """The paper fills one page at most, unless False says that the floor did not let it."""
    room = paper.profile.text_height_twips - _SPARE_TWIPS
    for size in range(SIZE_3, floor.min_size_half_points - 1, -1):
        closest = max(floor.min_line_twips, _closest_twips(size))
        if height_twips(paper, closest, size) > room:
            continue
        pitches = range(paper.profile.pitch_twips, closest - 1, -1)
        pitch = next(pitch for pitch in _coarse(pitches) if height_twips(paper, pitch, size) <= room)
        _apply(paper, pitch, size)
        return True
    _apply(paper, floor.min_line_twips, floor.min_size_half_points)
    return False


def _closest_twips(size_half_points: int) -> int:
    """Rows of this type read well a quarter of its height apart, not closer: then smaller type is better."""
    return size_half_points * 10 * 5 // 4


def _coarse(pitches: range) -> list[int]:
    return [*pitches[::10], pitches[-1]]


def height_twips(paper: Rendered, pitch_twips: int, size: int) -> int:
    """How high the body is with rows of this pitch and 3号 type of this size."""
    return sum(_height(element, paper, TEXT_WIDTH_TWIPS, pitch_twips, size) for element in paper.body)


def row_height_twips(row: Element, paper: Rendered) -> int:
    """How high a table's row is in type of its own size."""
    return _row_height(row, paper, paper.profile.pitch_twips, SIZE_3)


def paragraph_height_twips(element: Element, paper: Rendered) -> int:
    """How high a paragraph of the body is in type of its own size."""
    return _paragraph_height(element, paper, TEXT_WIDTH_TWIPS, paper.profile.pitch_twips, SIZE_3)


def _height(element: Element, paper: Rendered, width_twips: int, pitch_twips: int, size: int) -> int:
    if element.tag == P:
        return _paragraph_height(element, paper, width_twips, pitch_twips, size)
    if element.tag == TBL:
        return sum(_row_height(row, paper, pitch_twips, size) for row in element.findall(w("tr")))
    return 0


def _row_height(row: Element, paper: Rendered, pitch_twips: int, size: int) -> int:
    least = row.find(f"{w('trPr')}/{w('trHeight')}")
    heights = [int((least.get(VAL) if least is not None else None) or 0)]
    for cell in row.findall(TC):
        if cell.find(f"{w('tcPr')}/{w('vMerge')}") is not None:
            continue  # its text has the room of several rows
        width = cell.find(f"{w('tcPr')}/{w('tcW')}")
        inner = int((width.get(w("w")) if width is not None else None) or 2000) - _CELL_SIDES_TWIPS
        content = sum(_height(element, paper, inner, pitch_twips, size) for element in cell)
        heights.append(content + _CELL_PADDING_TWIPS)
    return max(heights)


def _paragraph_height(
    element: Element, paper: Rendered, width_twips: int, pitch_twips: int, size: int
) -> int:
    style = STYLE_BY_NAME.get(paper.styles.name(element), _NORMAL)
    type_size = size if style.size == SIZE_3 else _own_size(element) or style.size
    line, extra = _own_line(element)
    if style.line_twips == GRID:
        line = max(pitch_twips, _least_line(style))
    line = line or style.line_twips
    if style.name in _CELL_STYLES:
        type_size, line = _shrunk_cell(type_size, line, size)
    advance = type_size * 10 + (style.char_spacing_twips if type_size == SIZE_3 else 0)
    indent, first = _indents(element, style)
    rows = 0
    for part in text_of(element).split("\n"):
        rows += _rows(width_with_room(part) + first / advance, (width_twips - indent) / advance)
        first = 0
    return rows * line + extra


def _rows(width: float, chars: float) -> int:
    """How many rows of so many characters a text of this width takes."""
    if width <= chars:
        return 1
    lost = _LOST_CHARS if chars > _LONG_ROW_CHARS else 0.0
    return -int(-width // max(1.0, chars - lost))


def _least_line(style: Style) -> int:
    # A title keeps its size, so its rows must not run into each other.
    return style.size * 11 if style.size > SIZE_3 else 0


def _shrunk_cell(own_size: int, line_twips: int, size: int) -> tuple[int, int]:
    shrunk = max(min(own_size, _CELL_SIZE_MIN), own_size * size // SIZE_3)
    return shrunk, line_twips * shrunk // own_size


def _own_line(element: Element) -> tuple[int, int]:
    spacing = element.find(f"{PPR}/{w('spacing')}")
    if spacing is None:
        return 0, 0
    line, before, after = (int(spacing.get(w(name)) or 0) for name in ("line", "before", "after"))
    return line, before + after


def _own_size(element: Element) -> int:
    size = element.find(f"{R}/{w('rPr')}/{w('sz')}")
    return int((size.get(VAL) if size is not None else None) or 0)


def _indents(element: Element, style: Style) -> tuple[int, int]:
    indent = element.find(f"{PPR}/{w('ind')}")
    if indent is None:
        return 0, 630 if 'firstLineChars="200"' in style.indent else 0
    left, right, first = (int(indent.get(w(name)) or 0) for name in ("left", "right", "firstLine"))
    return max(0, left) + max(0, right), first


def _apply(paper: Rendered, pitch_twips: int, size: int) -> None:
    if pitch_twips == paper.profile.pitch_twips and size == SIZE_3:
        return
    for element in paper.root.iter(P):
        style = STYLE_BY_NAME.get(paper.styles.name(element))
        if style is not None and style.name in _CELL_STYLES and size != SIZE_3:
            _shrink_cell(element, style, size)
        if style is None or style.line_twips != GRID:
            continue
        _, before = _own_line(element)
        line = max(pitch_twips, _least_line(style))
        spacing = {"before": before, "after": 0, "line": line, "lineRule": "exact"}
        set_property(element, "spacing", spacing)
        set_property(element, "snapToGrid", {"val": 0})
        if style.size == SIZE_3 and size != SIZE_3:
            _set_size(element, size)


def _shrink_cell(element: Element, style: Style, size: int) -> None:
    own_line = _own_line(element)[0] or style.line_twips
    type_size, line = _shrunk_cell(_own_size(element) or style.size, own_line, size)
    set_property(element, "spacing", {"before": 0, "after": 0, "line": line, "lineRule": "exact"})
    _set_size(element, type_size)


def _set_size(element: Element, size: int) -> None:
    for run in element.iter(R):
        set_run_property(run, "spacing", {"val": 0})
        for name in ("sz", "szCs"):
            set_run_property(run, name, {"val": size})
