"""Tables: how many rows, and which of their lines are drawn."""

from collections.abc import Iterator

from docgen.inspect.document.manners import border_of
from docgen.inspect.document.model import Border, Table
from docgen.inspect.document.pieces import values_at
from docgen.inspect.document.properties import attributes, number
from docgen.inspect.document.styles import Styles
from docgen.layout.tree import TC, Element, w

_WRAPPERS = frozenset(w(name) for name in ("sdt", "sdtContent", "customXml", "ins", "moveTo"))


def rows_of(table: Element) -> list[Element]:
    """The rows, also those in content controls."""
    return list(children(table, w("tr")))


def cells_of(row: Element) -> list[Element]:
    """The cells, also those in content controls."""
    return list(children(row, TC))


def children(parent: Element, tag: str) -> Iterator[Element]:
    """The children with that tag, through wrappers that do not show."""
    for element in parent:
        if element.tag == tag:
            yield element
        elif element.tag in _WRAPPERS:
            yield from children(element, tag)


def style_of(table: Element) -> str:
    """The id of the table's style."""
    return values_at(table, "tblPr", "tblStyle")


def read_table(table: Element, count: int, styles: Styles) -> Table:
    """The table; `count` is its number."""
    properties = table.find(w("tblPr"))
    rows = rows_of(table)
    whole = _borders_of(table, styles)
    width = None if properties is None else properties.find(w("tblW"))
    return Table(
        count,
        len(rows),
        max((len(cells_of(row)) for row in rows), default=0),
        0 if width is None or width.get(w("type")) != "dxa" else number(width.get(w("w"))),
        properties is not None and properties.find(w("tblpPr")) is not None,
        tuple(_lines(rows, whole)),
        any(_uprights(row, whole) for row in rows),
        values_at(table, "tblPr", "jc") or "left",
    )


def _borders_of(table: Element, styles: Styles) -> dict[str, str]:
    """The borders that the style and then the table itself give to all of it."""
    found: dict[str, str] = {}
    for source in (*styles.tables(style_of(table)), table):
        borders = source.find(f"{w('tblPr')}/{w('tblBorders')}")
        found |= _sides(borders)
    return found


def _sides(borders: Element | None) -> dict[str, str]:
    names = {"start": "left", "end": "right"}
    found: dict[str, str] = {}
    for side in borders if borders is not None else ():
        name = str(side.tag).rpartition("}")[2]
        found |= {f"{names.get(name, name)}.val": "nil"} | attributes(side, names.get(name, name))
    return found


def _lines(rows: list[Element], whole: dict[str, str]) -> Iterator[Border | None]:
    for at in range(len(rows) + 1):
        outer = "top" if at == 0 else "bottom" if at == len(rows) else "insideH"
        below = _cell_border(rows[at], "top") if at < len(rows) else None
        above = _cell_border(rows[at - 1], "bottom") if at else None
        said = below if below is not None else above
        yield (
            border_of(whole, outer) if said is None else border_of(said, "bottom" if said is above else "top")
        )


def _cell_border(row: Element, side: str) -> dict[str, str] | None:
    """What the first cell that says anything of that side says; a line drawn counts before one left out."""
    found = [_sides(cell.find(f"{w('tcPr')}/{w('tcBorders')}")) for cell in cells_of(row)]
    said = [one for one in found if f"{side}.val" in one]
    drawn = [one for one in said if border_of(one, side) is not None]
    return next(iter((*drawn, *said)), None)


def _uprights(row: Element, whole: dict[str, str]) -> bool:
    cells = [_sides(cell.find(f"{w('tcPr')}/{w('tcBorders')}")) for cell in cells_of(row)]
    return any(border_of(whole | cell, side) is not None for cell in cells for side in ("left", "right")) or (
        len(cells) > 1 and border_of(whole, "insideV") is not None
    )
