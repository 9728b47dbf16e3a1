"""Tables that came with a text: each column as wide as its words want, short ones in its middle."""

from collections.abc import Sequence

from docgen.layout.passes.paper import Rendered
from docgen.layout.tree import TBL, TC, VAL, Element, P, set_property, text_of, w
from docgen.text.width import width_em

MARK = "文字表格"  # the caption of such a table, which Word keeps and does not print
_SIDES_TWIPS, _CHAR_TWIPS = 250, 240  # of a cell; of a character of 小四
_SHORT_CHARS = 10
_LEAST_CHARS = 2.0


def fit_text_tables(paper: Rendered) -> None:
    """The columns of a text's table fill its frame."""
    for table in paper.root.iter(TBL):
        properties = table.find(w("tblPr"))
        caption = None if properties is None else properties.find(w("tblCaption"))
        if caption is None or caption.get(VAL) != MARK:
            continue
        frame = table.find(f"{w('tblPr')}/{w('tblW')}")
        rows = [row.findall(TC) for row in table.findall(w("tr"))]
        if frame is not None and rows and len({len(row) for row in rows}) == 1 and rows[0]:
            _fit(table, rows, int(frame.get(w("w")) or 0))


def _fit(table: Element, rows: Sequence[Sequence[Element]], frame_twips: int) -> None:
    chars = [max(_chars(cell) for cell in column) for column in zip(*rows, strict=True)]
    widths = column_widths(chars, frame_twips)
    for row in rows:
        for cell, width, widest in zip(row, widths, chars, strict=True):
            for element in cell.iterfind(f"{w('tcPr')}/{w('tcW')}"):
                element.set(w("w"), str(width))
            for paragraph in cell.iterfind(P) if widest <= _SHORT_CHARS else ():
                set_property(paragraph, "jc", {"val": "center"})
    grid = table.find(w("tblGrid"))
    if grid is not None:
        for column in list(grid):
            grid.remove(column)
        for width in widths:
            grid.append(grid.makeelement(w("gridCol"), {w("w"): str(width)}))


def _chars(cell: Element) -> float:
    lines = [line for paragraph in cell.iterfind(P) for line in text_of(paragraph).split("\n")]
    return max([_LEAST_CHARS, *map(width_em, lines)])


def column_widths(chars: Sequence[float], frame_twips: int) -> list[int]:
    """Widths that fill the frame: narrow columns have what they want, wide ones share what is left."""
    wanted = [count * _CHAR_TWIPS + _SIDES_TWIPS for count in chars]
    if sum(wanted) <= frame_twips:
        return _filled([want * frame_twips / sum(wanted) for want in wanted], frame_twips)
    widths, left, open_columns = [0.0] * len(wanted), float(frame_twips), set(range(len(wanted)))
    while open_columns:
        content = [at for at in open_columns if wanted[at] <= left / len(open_columns)]
        if not content:
            break
        for at in content:
            widths[at] = wanted[at]
            left -= wanted[at]
        open_columns -= set(content)
    roots = {at: wanted[at] ** 0.5 for at in open_columns}  # twice the words do not want twice the width
    for at in open_columns:
        widths[at] = left * roots[at] / sum(roots.values())
    return _filled(widths, frame_twips)


def _filled(widths: Sequence[float], frame_twips: int) -> list[int]:
    whole = [int(width) for width in widths]
    whole[-1] += frame_twips - sum(whole)
    return whole
