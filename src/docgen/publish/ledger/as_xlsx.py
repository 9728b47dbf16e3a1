"""Sheets as an Excel workbook: numbers are numbers, days are days, and no cell is ever a formula.

What begins like a formula in a record is written as a text and marked as one, so that editing the cell
does not make it a formula either. The same sheets give the same bytes.
"""

import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from math import ceil
from typing import Any

from docgen.campaign.rate import NOT_APPLICABLE, Rate
from docgen.exchange.packages import need
from docgen.publish.ledger.tables import Chart, Head, Sheet, Table, Value
from docgen.text.width import width_em

MADE_ON = datetime(2000, 1, 1)  # fixed; a program that saves the workbook writes its own day
_PAPERS = {False: 9, True: 8}  # A4, A3
_HEAD_ROW = 2  # under the title and the note, counted from 0
_NAME_CHARS, _CELL_CHARS = 31, 32_767
_FIRST_YEAR = 1900  # of Excel's calendar
_DAY, _PERCENT = "yyyy-mm-dd", "0.0%"
_LINE_POINTS, _ROW_SPARE_POINTS, _ROW_POINTS_MAX = 13.5, 4.0, 400.0
_FORBIDDEN = re.compile(r"[\[\]:*?/\\]")
_LIKE_A_FORMULA = ("=", "+", "-", "@", "\t")
_CHART_PIXELS = (480, 300)


def workbook(sheets: list[Sheet], title: str) -> bytes:
    """The .xlsx with these sheets. Raises NoSheetPackages."""
    buffer = io.BytesIO()
    options = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_numbers": False,
        "strings_to_urls": False,
        "default_format_properties": {"font_name": "宋体", "font_size": 10},
    }
    book: Any = need("xlsxwriter").Workbook(buffer, options)
    book.set_properties({"title": title, "created": MADE_ON})
    styles = _Styles(book)
    for sheet, name in zip(sheets, _sheet_names(sheets), strict=True):
        _Page(book, book.add_worksheet(name), styles, sheet, name, _widths(sheet)).write()
    book.close()
    return buffer.getvalue()


def _sheet_names(sheets: list[Sheet]) -> Iterator[str]:
    """Names that Excel takes: short, without its signs, no two alike."""
    taken: set[str] = set()
    for sheet in sheets:
        plain = _FORBIDDEN.sub("", sheet.name).strip("' ") or "台账"
        name, number = plain[:_NAME_CHARS], 1
        while name.lower() in taken:
            number += 1
            name = f"{plain[: _NAME_CHARS - 4]}({number})"
        taken.add(name.lower())
        yield name


@dataclass(slots=True)
class _Styles:
    """The cell formats, made once each."""

    book: Any
    _made: dict[tuple[tuple[str, object], ...], Any] = field(default_factory=dict)

    def get(self, **properties: object) -> Any:
        key = tuple(sorted(properties.items()))
        if key not in self._made:
            self._made[key] = self.book.add_format(dict(properties))
        return self._made[key]

    def cell(self, align: str, **properties: object) -> Any:
        return self.get(border=1, valign="vcenter", text_wrap=True, align=align, **properties)

    def head(self) -> Any:
        return self.cell("center", bold=True, bg_color="#DDEBF7")


@dataclass(slots=True)
class _Page:
    """One sheet being written."""

    book: Any
    page: Any
    styles: _Styles
    sheet: Sheet
    name: str
    column_widths: list[float]
    heads_at: list[int] = field(default_factory=list)  # the row of each table's heads

    def write(self) -> None:
        last = max(len(table.heads) for table in self.sheet.tables) - 1
        self._set_up()
        for at, width in enumerate(self.column_widths):
            self.page.set_column(at, at, width)
        if last:
            self.page.merge_range(0, 0, 0, last, "", self._title_style())
        self._text(0, 0, self.sheet.title, self._title_style())
        self._text(1, 0, self.sheet.note, self.styles.get(font_size=10))
        row = _HEAD_ROW
        for table in self.sheet.tables:
            row = self._table(table, row)
        for number, chart in enumerate(self.sheet.charts):
            self._chart(chart, row, number * _CHART_PIXELS[0])

    def _title_style(self) -> Any:
        return self.styles.get(bold=True, font_size=18, align="center", valign="vcenter")

    def _set_up(self) -> None:
        page = self.page
        page.set_landscape()
        page.set_paper(_PAPERS[self.sheet.wide])
        single = len(self.sheet.tables) == 1
        page.fit_to_pages(1, 0 if single else 1)
        page.set_margins(left=0.6, right=0.6, top=0.7, bottom=0.7)
        page.set_footer("&C第 &P 页，共 &N 页")
        page.set_row(0, 30)
        if single:
            page.freeze_panes(_HEAD_ROW + 1, 0)
            page.repeat_rows(_HEAD_ROW)

    def _table(self, table: Table, row: int) -> int:
        """The table stands from this row on; the first row that is free after it."""
        if table.caption:
            self._text(row, 0, table.caption, self.styles.get(bold=True, font_size=12))
            row += 1
        self.heads_at.append(row)
        self._height(row, [head.title for head in table.heads])
        for at, head in enumerate(table.heads):
            self._text(row, at, head.title, self.styles.head())
        lines = [*table.lines, *([table.total] if table.total is not None else [])]
        for number, line in enumerate(lines, start=row + 1):
            is_total = number - row > len(table.lines)
            self._line(number, line, table.heads, **({"bold": True} if is_total else {}))
        if len(self.sheet.tables) == 1:
            self.page.autofilter(row, 0, row + max(len(table.lines), 1), len(table.heads) - 1)
        return row + len(lines) + 2

    def _line(self, row: int, line: tuple[Value, ...], heads: tuple[Head, ...], **properties: object) -> None:
        self._height(row, line)
        for at, (value, head) in enumerate(zip(line, heads, strict=True)):
            self._put(row, at, value, head.align, **properties)

    def _height(self, row: int, line: Sequence[Value]) -> None:
        """The row is as high as its longest text; not every program finds that out by itself."""
        widths = self.column_widths
        lines = max(_lines(value, width) for value, width in zip(line, widths, strict=False))
        self.page.set_row(row, min(lines * _LINE_POINTS + _ROW_SPARE_POINTS, _ROW_POINTS_MAX))

    def _put(self, row: int, at: int, value: Value, align: str, **properties: object) -> None:
        styles = self.styles
        if isinstance(value, Rate):
            share = value.value
            if share is None:
                self._text(row, at, NOT_APPLICABLE, styles.cell(align, **properties))
            else:
                style = styles.cell(align, num_format=_PERCENT, **properties)
                self.page.write_number(row, at, float(share), style)
        elif isinstance(value, int | Decimal):
            self.page.write_number(row, at, float(value), styles.cell(align, **properties))
        elif isinstance(value, date) and value.year >= _FIRST_YEAR:
            style = styles.cell(align, num_format=_DAY, **properties)
            self.page.write_datetime(row, at, datetime(value.year, value.month, value.day), style)
        elif value is None or value == "":
            self.page.write_blank(row, at, None, styles.cell(align, **properties))
        else:
            text = str(value)
            marked = {"quote_prefix": True} if text.startswith(_LIKE_A_FORMULA) else {}
            self._text(row, at, text, styles.cell(align, **properties, **marked))

    def _text(self, row: int, at: int, text: str, style: Any) -> None:
        self.page.write_string(row, at, text[:_CELL_CHARS], style)

    def _chart(self, chart: Chart, row: int, left_pixels: int) -> None:
        if not chart.lines:
            return
        first = self.heads_at[chart.table] + 1
        last = first + chart.lines - 1
        stacked = {"subtype": "stacked"} if chart.stacked else {}
        drawn = self.book.add_chart({"type": "column", **stacked})
        for column in chart.columns:
            drawn.add_series(
                {
                    "name": [self.name, first - 1, column],
                    "categories": [self.name, first, chart.names, last, chart.names],
                    "values": [self.name, first, column, last, column],
                    "data_labels": {"value": True, "num_format": "0;;" if chart.stacked else "0%"},
                }
            )
        drawn.set_title({"name": chart.title, "name_font": {"size": 14}})
        drawn.set_legend({"position": "bottom"})
        drawn.set_y_axis({"num_format": "0" if chart.stacked else "0%", "min": 0})
        drawn.set_size(dict(zip(("width", "height"), _CHART_PIXELS, strict=True)))
        self.page.insert_chart(row, 0, drawn, {"x_offset": left_pixels, "object_position": 2})


def _lines(value: Value, width: float) -> int:
    """In how many lines a text stands in a column so many half characters wide."""
    if not isinstance(value, str):
        return 1
    return sum(max(1, ceil(2 * width_em(part) / (width - 1))) for part in value.split("\n"))


def _widths(sheet: Sheet) -> list[float]:
    """The widest that any table wants of each column."""
    count = max(len(table.heads) for table in sheet.tables)
    return [
        max(table.heads[at].width for table in sheet.tables if at < len(table.heads)) for at in range(count)
    ]
