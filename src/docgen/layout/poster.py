"""A paper on A3: the A4 paper enlarged, page, type and lines alike, so that its lines end where the A4's do.

The layout pass knows A4 alone: a poster is reduced to it before, and enlarged again after.
"""

from docgen.layout.gbt9704 import PAGE_WIDTH_TWIPS
from docgen.layout.tree import Element, parse, serialize, w

ENLARGED = 2**0.5
REDUCED = 1 / ENLARGED
_A3_WIDTH_TWIPS = 16838

# The attributes that hold a length, by element. Border widths stay: a hairline is one on any page.
_LENGTHS = {
    "sz": ("val",),
    "szCs": ("val",),
    "spacing": ("before", "after", "line", "val"),
    "ind": ("left", "right", "start", "end", "firstLine", "hanging"),
    "tab": ("pos",),
    "pgSz": ("w", "h"),
    "pgMar": ("top", "right", "bottom", "left", "header", "footer", "gutter"),
    "docGrid": ("linePitch",),
    "tblW": ("w",),
    "tcW": ("w",),
    "gridCol": ("w",),
    "trHeight": ("val",),
}
_CELL_MARGINS = ("top", "left", "bottom", "right")


def is_poster(root: Element) -> bool:
    """Whether the pages are upright A3; an A4 page that lies is as wide."""
    size = next(root.iter(w("pgSz")), None)
    if size is None:
        return False
    width, height = (int(size.get(w(side)) or 0) for side in ("w", "h"))
    return abs(width - _A3_WIDTH_TWIPS) < 10 and height > width


def scale(root: Element, factor: float) -> None:
    """Every length of a document, a style sheet or a footer times the factor, to the whole unit."""
    for name, attributes in _LENGTHS.items():
        for element in root.iter(w(name)):
            _scale(element, attributes, factor)
    for margins in root.iter(w("tblCellMar"), w("tcMar")):
        for name in _CELL_MARGINS:
            for element in margins.iter(w(name)):
                _scale(element, ("w",), factor)
    for size in root.iter(w("pgSz")):
        _snap(size)


def enlarged(part_xml: bytes) -> bytes:
    """An A4 part at A3."""
    root = parse(part_xml)
    scale(root, ENLARGED)
    return serialize(root)


def _scale(element: Element, attributes: tuple[str, ...], factor: float) -> None:
    for attribute in attributes:
        value = element.get(w(attribute))
        if value is not None and value.lstrip("-").isdigit():
            element.set(w(attribute), str(round(int(value) * factor)))


def _snap(size: Element) -> None:
    # The paper has its own exact measures, whatever the factor rounds to.
    a4, a3 = (PAGE_WIDTH_TWIPS, _A3_WIDTH_TWIPS), (_A3_WIDTH_TWIPS, 23811)
    wide = int(size.get(w("w")) or 0)
    for width, height in (a4, a3):
        if abs(wide - width) < 10:
            size.set(w("w"), str(width))
            size.set(w("h"), str(height))
