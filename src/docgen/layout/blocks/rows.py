"""Rows and cells, the same for tables and forms."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from docgen.layout.blocks.control import condition
from docgen.layout.blocks.registry import BlockError, Value, fields_of, listed, text_of
from docgen.layout.gbt9704 import SIZE_4, SIZE_5, SIZE_SMALL_4, SIZE_SMALL_5, twips
from docgen.layout.markup import control, control_row, inline, paragraph
from docgen.layout.styles import LINE_4, LINE_5, LINE_SMALL_4, LINE_SMALL_5, STYLE_ID

# Name: type size in half points, exact line in twips. A fixed line keeps page ends the same in Word
# and LibreOffice, whose natural line heights differ.
SIZES = {
    "小四": (SIZE_SMALL_4, LINE_SMALL_4),
    "五号": (SIZE_5, LINE_5),
    "小五": (SIZE_SMALL_5, LINE_SMALL_5),
    "四号": (SIZE_4, LINE_4),
}
_ALIGN = {"left": "left", "center": "center", "centre": "center", "right": "right", "both": "both"}
_MERGES = {"": "", "down": '<w:vMerge w:val="restart"/>', "up": "<w:vMerge/>"}  # of cells under each other
_CELL_KEYS = ("text", "label", "span", "min_mm", "align", "merge", "valign", "border", "style")
_ROW_KEYS = ("cells", "rows", "for", "if", "else", "header", "min_mm", "break", "opinion", "keep")


@dataclass(frozen=True, slots=True)
class Grid:
    """What all cells of one table share."""

    columns_twips: tuple[int, ...]
    aligns: tuple[str, ...]
    text_style: str
    label_style: str
    where: str
    size: str = "小四"
    rows_break: bool = False
    row_min_twips: int = 0


@dataclass(frozen=True, slots=True)
class _Cell:
    text: Value
    style: str
    align: str
    span: int = 1
    min_twips: int = 0
    merge: str = ""
    valign: str = "center"
    borders: str = ""
    keep_next: bool = False


def table(grid: Grid, rows: str) -> str:
    """A framed table around its rows, and the thread of a paragraph that parts it from the next."""
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in grid.columns_twips)
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    borders = "".join(f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>' for side in sides)
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(grid.columns_twips)}" w:type="dxa"/><w:jc w:val="center"/>'
        f'<w:tblBorders>{borders}</w:tblBorders><w:tblLayout w:type="fixed"/><w:tblCellMar>'
        '<w:top w:w="40" w:type="dxa"/><w:left w:w="85" w:type="dxa"/><w:bottom w:w="40" w:type="dxa"/>'
        f'<w:right w:w="85" w:type="dxa"/></w:tblCellMar></w:tblPr><w:tblGrid>{columns}</w:tblGrid>'
        f"{rows}</w:tbl>" + paragraph(STYLE_ID["分节"])
    )


def columns_twips(widths_mm: list[float], limit_twips: int, where: str) -> tuple[int, ...]:
    """The columns' widths; those that fill the page but for rounding fill it exactly."""
    widths = [twips(float(width)) for width in widths_mm]
    over = sum(widths) - limit_twips
    if over > 30:
        wide, limit = sum(map(float, widths_mm)), limit_twips * 25.4 / 1440
        raise BlockError(
            where, f"各列共宽 {wide:g} 毫米，版心只有 {limit:.0f} 毫米", "请把各列宽度之和改到版心以内"
        )
    if abs(over) <= 30:
        widths[-1] -= over
    return tuple(widths)


def rows_of(value: Value, grid: Grid) -> str:
    """The markup of a list of rows."""
    return "".join(_row(item, grid) for item in listed(value))


def _row(item: Value, grid: Grid) -> str:
    if isinstance(item, list):
        return row(item, grid)
    fields = fields_of(item, grid.where, _ROW_KEYS)
    if "opinion" in fields:
        inside = _opinion(fields["opinion"], grid)
    elif "cells" in fields:
        least = twips(float(fields.get("min_mm", 0)))
        shape = replace(
            grid,
            rows_break=fields.get("break", grid.rows_break),
            row_min_twips=max(least, grid.row_min_twips),
        )
        inside = _row_of_cells(fields, shape)
    else:
        inside = rows_of(fields.get("rows"), grid)
    return _guarded(inside, fields, grid)


def _row_of_cells(fields: Mapping[str, Value], grid: Grid) -> str:
    header, keep_next = bool(fields.get("header")), bool(fields.get("keep"))
    first, later = (_merged(fields["cells"], way) for way in ("down", "up"))
    if first == later:
        return row(first, grid, header=header, keep_next=keep_next)
    # Two rows for `merge: loop`, as a tag within the markup would be no .docx that Word opens.
    columns = len(grid.columns_twips)
    return "".join(
        (
            control_row("if loop.first", columns),
            row(first, grid, keep_next=keep_next),
            control_row("else", columns),
            row(later, grid, keep_next=keep_next),
            control_row("endif", columns),
        )
    )


def _merged(cells: list[Value], way: str) -> list[Value]:
    """The cells of a loop's first (`down`) or later row (`up`): those of `merge: loop` are joined."""
    return [
        {**cell, "merge": way, "label" if "label" in cell else "text": "" if way == "up" else _text(cell)}
        if isinstance(cell, Mapping) and cell.get("merge") == "loop"
        else cell
        for cell in cells
    ]


def _text(cell: Mapping[str, Value]) -> Value:
    return cell["label"] if "label" in cell else cell.get("text", "")


def _guarded(inside: str, fields: Mapping[str, Value], grid: Grid) -> str:
    for word in ("if", "for"):
        if fields.get(word):
            columns = len(grid.columns_twips)
            otherwise = (
                control_row("else", columns) + rows_of(fields["else"], grid) if fields.get("else") else ""
            )
            head = control_row(f"{word} {condition(fields[word], grid.where)}", columns)
            inside = head + inside + otherwise + control_row(f"end{word}", columns)
    return inside


def row(cells: list[Value], grid: Grid, *, header: bool = False, keep_next: bool = False) -> str:
    """One row; the spans of its cells must fill the grid."""
    column, made, least = 0, [], grid.row_min_twips
    for value in cells:
        shape = _cell_of(value, grid, column, header=header)
        if keep_next or header:
            shape = replace(shape, keep_next=True)
        made.append(_cell_markup(shape, grid, column))
        column += shape.span
        least = max(least, shape.min_twips)
    if column != len(grid.columns_twips):
        raise BlockError(
            grid.where, f"有一行占了 {column} 列，应当是 {len(grid.columns_twips)} 列：{_first_text(cells)}"
        )
    whole = "" if grid.rows_break and not header else "<w:cantSplit/>"
    height = f'<w:trHeight w:val="{least}" w:hRule="atLeast"/>' if least else ""
    return f"<w:tr><w:trPr>{whole}{height}{'<w:tblHeader/>' if header else ''}</w:trPr>{''.join(made)}</w:tr>"


def _first_text(cells: list[Value]) -> str:
    return str(cells[0])[:30] if cells else "（空行）"


def _cell_of(value: Value, grid: Grid, column: int, *, header: bool) -> _Cell:
    if column >= len(grid.columns_twips):
        raise BlockError(grid.where, f"有一行多于 {len(grid.columns_twips)} 列：{str(value)[:30]}")
    align = grid.aligns[column]
    if not isinstance(value, Mapping):
        style = "表头" if header else grid.text_style
        return _Cell(value, style, "center" if header else align)
    fields = fields_of(value, grid.where, _CELL_KEYS)
    is_label = "label" in fields
    asked = fields.get("align", "center" if is_label or header else align)
    if asked not in _ALIGN:
        raise BlockError(grid.where, f"align 不能是“{asked}”", f"可用的有：{'、'.join(_ALIGN)}")
    style = "表头" if header else grid.label_style if is_label else grid.text_style
    return _Cell(
        fields["label"] if is_label else fields.get("text", ""),
        fields.get("style", style),
        _ALIGN[asked],
        int(fields.get("span", 1)),
        twips(float(fields.get("min_mm", 0))),
        fields.get("merge", ""),
        fields.get("valign", "center"),
        "nil" if fields.get("border") is False else "",
    )


def _cell_markup(cell: _Cell, grid: Grid, column: int) -> str:
    width = sum(grid.columns_twips[column : column + cell.span])
    if cell.merge not in _MERGES:
        raise BlockError(grid.where, f"merge 只能是 down、up 或 loop，却写成了“{cell.merge}”")
    properties = "".join(
        (
            f'<w:tcW w:w="{width}" w:type="dxa"/>',
            f'<w:gridSpan w:val="{cell.span}"/>' if cell.span > 1 else "",
            _MERGES[cell.merge],
            f"<w:tcBorders>{cell.borders}</w:tcBorders>" if cell.borders else "",
            f'<w:vAlign w:val="{cell.valign}"/>',
        )
    )
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{_paragraphs(cell, grid)}</w:tc>"


def _paragraphs(cell: _Cell, grid: Grid) -> str:
    pieces = [_piece(item, cell, grid) for item in listed(cell.text)]
    return "".join(pieces) or _line("", cell, grid)


def _piece(item: Value, cell: _Cell, grid: Grid) -> str:
    if not isinstance(item, Mapping):
        lines = text_of(item, grid.where).splitlines() or [""]
        return "".join(_line(line.strip(" "), cell, grid) for line in lines)
    fields = fields_of(item, grid.where, ("for", "if", "text", "else"))
    inside = "".join(_piece(part, cell, grid) for part in listed(fields.get("text", "")))
    for word in ("if", "for"):
        if fields.get(word):
            otherwise = control("else") + _piece(fields["else"], cell, grid) if fields.get("else") else ""
            head = control(f"{word} {condition(fields[word], grid.where)}")
            inside = head + inside + otherwise + control(f"end{word}")
    return inside


def _line(text: str, cell: _Cell, grid: Grid) -> str:
    size, line = _size_of(grid)
    spacing = f'<w:spacing w:before="0" w:after="0" w:line="{line}" w:lineRule="exact"/>'
    keep = "<w:keepNext/>" if cell.keep_next else ""
    smaller = grid.size != "小四"
    text, room = _room_to_sign(text, size) if cell.align == "right" else (text, "")
    properties = f'{keep}{spacing if smaller else ""}{room}<w:jc w:val="{cell.align}"/>'
    type_size = f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>' if smaller else ""
    return paragraph(_style_id(cell, grid), inline(text, type_size), properties)


def _room_to_sign(text: str, size: int) -> tuple[str, str]:
    # Blanks at the end of a line that stands right are hung in the margin; an indent keeps the room.
    kept = text.rstrip("　")
    blanks = len(text) - len(kept)
    return kept, f'<w:ind w:right="{blanks * size * 10}"/>' if blanks else ""


def _style_id(cell: _Cell, grid: Grid) -> str:
    if cell.style == "表格正文" and cell.align == "center":
        return STYLE_ID["表格居中"]
    if cell.style not in STYLE_ID:
        raise BlockError(grid.where, f"没有样式“{cell.style}”", f"可用的有：{'、'.join(STYLE_ID)}")
    return STYLE_ID[cell.style]


def _size_of(grid: Grid) -> tuple[int, int]:
    if grid.size not in SIZES:
        raise BlockError(grid.where, f"没有字号“{grid.size}”", f"可用的有：{'、'.join(SIZES)}")
    return SIZES[grid.size]


_NO_LINE_BELOW = '<w:bottom w:val="nil"/>'
_NO_LINE_ABOVE = '<w:top w:val="nil"/>'


def _opinion(value: Value, grid: Grid) -> str:
    # Two rows that look like one: the opinion flows from the top, the signatures stand at the bottom.
    fields = fields_of(
        value, f"{grid.where}.opinion", ("label", "text", "sign", "seal", "date", "min_mm", "label_span")
    )
    label_span = int(fields.get("label_span", 1))
    span = len(grid.columns_twips) - label_span
    label = text_of(fields.get("label", ""), f"{grid.where}.opinion.label")
    signs = [line for line in (_sign_text(fields), fields.get("date", "　　　　年　　月　　日")) if line]
    least = twips(float(fields.get("min_mm", 35)))
    _, line = _size_of(grid)
    sign_twips = (len(signs) + 1) * line
    top = _Cell(
        fields.get("text", ""), grid.text_style, "left", span, 0, "", "top", _NO_LINE_BELOW, keep_next=True
    )
    bottom = _Cell(list(signs), "表单签署", "right", span, 0, "", "bottom", _NO_LINE_ABOVE)
    head = _Cell(label, grid.label_style, "center", label_span, merge="down", keep_next=True)
    upper = _cell_markup(head, grid, 0) + _cell_markup(top, grid, label_span)
    below = replace(head, text="", merge="up", keep_next=False)
    lower = _cell_markup(below, grid, 0) + _cell_markup(bottom, grid, label_span)
    return _fixed_row(upper, max(least - sign_twips, line), whole=False) + _fixed_row(
        lower, sign_twips, whole=True
    )


def _sign_text(fields: Mapping[str, Value]) -> str:
    sign, seal = str(fields.get("sign") or ""), str(fields.get("seal") or "")
    return f"{sign}　　　　　　{seal}" if sign else seal


def _fixed_row(cells: str, height_twips: int, *, whole: bool) -> str:
    split = "<w:cantSplit/>" if whole else ""
    return (
        f'<w:tr><w:trPr>{split}<w:trHeight w:val="{height_twips}" w:hRule="atLeast"/></w:trPr>{cells}</w:tr>'
    )
