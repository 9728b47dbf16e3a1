"""A record as an Excel workbook, ready to be filled in and printed."""

import io
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from docgen.exchange import stamp as stamps
from docgen.exchange.cells import Value
from docgen.exchange.choices import Choices
from docgen.exchange.columns import Head, heads, how_single, note
from docgen.exchange.fields import Line, lines
from docgen.exchange.held import Held
from docgen.exchange.packages import need
from docgen.exchange.plan import Column, Sheet
from docgen.exchange.stamp import Stamp
from docgen.records.shape import Many, Named, Single

GUIDE = "填写说明"
WORDS = "选项"
FORM_TITLES = ("行标（勿改）", "部分", "栏目", "内容", "填写说明")
SUM_MARK = "合计："
_CONTENT_COLUMN = 3
_SPARE_ROWS = 200
_EPOCH = datetime(2000, 1, 1)  # the same record gives the same bytes
_A4 = 9
_DAY_FORMAT = "yyyy-mm-dd"
_NOTE_CHARS, _NOTE_TITLE_CHARS = 255, 32
_GREY, _HEAD = "#EDEDED", "#DDEBF7"
_ALLOWED = {
    "format_cells": True, "format_columns": True, "format_rows": True,
    "select_locked_cells": True, "select_unlocked_cells": True, "autofilter": True,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Contents:
    """What goes into a workbook."""

    title: str
    top: Held
    choices: Choices
    stamp: Stamp


def workbook(contents: Contents) -> bytes:
    """The .xlsx. No cell of it is a formula. Raises NoSheetPackages."""
    return _Book(contents).made()


@dataclass(slots=True)
class _Styles:
    """The cell formats by name, made once each."""

    book: Any
    _made: dict[str, Any] = field(default_factory=dict)

    def get(self, name: str, **properties: Any) -> Any:
        if name not in self._made:
            base = {"border": 1, "border_color": "#BFBFBF", "valign": "top", "text_wrap": True}
            self._made[name] = self.book.add_format({**base, **properties})
        return self._made[name]

    def of(self, kind: Single | Many | Named | None) -> Any:
        """The format of a cell to be filled in."""
        if isinstance(kind, Single) and kind.type is date:
            return self.get("day", num_format=_DAY_FORMAT, locked=False, align="left")
        if isinstance(kind, Single) and kind.type in (int, Decimal):
            return self.get("number", locked=False, align="left")
        return self.get("text", num_format="@", locked=False)

    @property
    def head(self) -> Any:
        return self.get("head", bold=True, bg_color=_HEAD, valign="vcenter", align="center")

    @property
    def label(self) -> Any:
        return self.get("label", num_format="@", bg_color="#F7F7F7")

    @property
    def computed(self) -> Any:
        return self.get("computed", bg_color=_GREY, font_color="#595959", align="left")

    @property
    def key(self) -> Any:
        return self.get("key", num_format="@", font_color="#A6A6A6")


class _Book:
    def __init__(self, contents: Contents) -> None:
        self._contents = contents
        self._buffer = io.BytesIO()
        options = {
            "in_memory": True,
            "strings_to_formulas": False,
            "strings_to_numbers": False,
            "strings_to_urls": False,
            "default_format_properties": {"font_name": "宋体", "font_size": 11},
        }
        self._book: Any = need("xlsxwriter").Workbook(self._buffer, options)
        self._styles = _Styles(self._book)
        self._lists: dict[tuple[str, ...], str] = {}
        self._words: Any = None

    def made(self) -> bytes:
        contents = self._contents
        self._book.set_properties({"title": contents.title, "created": _EPOCH})
        guide = self._book.add_worksheet(GUIDE)
        root = contents.top.sheet
        sheets = list(root.all())
        pages = {sheet: self._book.add_worksheet(sheet.name) for sheet in sheets}
        self._words = self._book.add_worksheet(WORDS)
        hidden = self._book.add_worksheet(stamps.SHEET)
        rows: dict[Sheet, list[Held]] = {sheet: [] for sheet in sheets}
        _collect(contents.top, rows)
        self._form(pages[root], root)
        for sheet in sheets[1:]:
            self._table(pages[sheet], sheet, rows)
        self._guide(guide, sheets, rows)
        for number, (name, value) in enumerate(contents.stamp.rows()):
            hidden.write_string(number, 0, name)
            hidden.write_string(number, 1, value)
        self._words.hide()
        hidden.very_hidden()
        pages[root].activate()
        self._book.close()
        return self._buffer.getvalue()

    def _page(self, page: Any, title: str) -> None:
        page.set_landscape()
        page.set_paper(_A4)
        page.fit_to_pages(1, 0)
        page.set_margins(left=0.5, right=0.5, top=0.7, bottom=0.6)
        page.set_header(f"&C{_plain(self._contents.title)}　{_plain(title)}")
        page.set_footer("&C第 &P 页，共 &N 页")
        page.repeat_rows(0)
        page.freeze_panes(1, 0)

    def _form(self, page: Any, root: Sheet) -> None:
        self._page(page, root.name)
        for at, (title, width) in enumerate(zip(FORM_TITLES, (6, 16, 34, 60, 46), strict=True)):
            page.write_string(0, at, title, self._styles.head)
            page.set_column(at, at, width, None, {"hidden": at == 0})
        sums: dict[str, Decimal] = {}
        row = 0
        for line in lines(root, self._contents.top, self._contents.choices):
            row += 1
            value = None if line.adds else self._contents.top.cell_of(line.path, line.kind)
            self._form_line(page, row, line, value)
            if line.entry and isinstance(value, Decimal):
                sums[line.column.title] = sums.get(line.column.title, Decimal(0)) + value
            if line.adds and line.column.title in sums:
                row += 1
                self._sum(page, row, line, sums[line.column.title])
        page.autofilter(0, 0, row, len(FORM_TITLES) - 1)
        page.protect("", _ALLOWED)

    def _form_line(self, page: Any, row: int, line: Line, value: Value) -> None:
        told = _pair_note() if line.adds else _line_note(line)
        page.write_string(row, 0, line.key, self._styles.key)
        page.write_string(row, 1, line.group, self._styles.label)
        page.write_string(row, 2, line.title, self._styles.label)
        page.write_string(row, 4, told, self._styles.label)
        self._put(page, row, _CONTENT_COLUMN, value, line.kind)
        words = self._contents.choices.words_of(line.kind, line.column.reference)
        self._validate(page, (row, _CONTENT_COLUMN, row, _CONTENT_COLUMN), line.title, told, words)

    def _sum(self, page: Any, row: int, line: Line, total: Decimal) -> None:
        told = "由上面各项相加，导出时算出；改了分数再导出一次就会更新，不用填。"
        page.write_string(row, 0, f"{SUM_MARK}{line.key}", self._styles.key)
        page.write_string(row, 1, line.group, self._styles.label)
        page.write_string(row, 2, f"{line.column.titles[-1]} › 合计（自动计算）", self._styles.label)
        page.write_number(row, _CONTENT_COLUMN, float(total), self._styles.computed)
        page.write_string(row, 4, told, self._styles.label)

    def _table(self, page: Any, sheet: Sheet, rows: dict[Sheet, list[Held]]) -> None:
        self._page(page, sheet.name)
        columns = heads(sheet)
        printed = _printed_rows(sheet, rows)
        last = len(printed) + _SPARE_ROWS
        for at, head in enumerate(columns):
            style = self._styles.key if head.role == "key" else self._styles.of(head.kind)
            plain = self._book_column_style(head)
            page.set_column(at, at, head.width, plain, {"hidden": head.role == "key"})
            page.write_string(0, at, head.title, self._styles.head)
            self._validate(page, (0, at, 0, at), head.title, head.note, ())
            self._validate(page, (1, at, last, at), head.title, head.note, self._words_of(head, sheet, rows))
            for number, row in enumerate(printed, start=1):
                self._put(page, number, at, _cell(head, row), head.kind, style)
        page.autofilter(0, 0, max(len(printed), 1), len(columns) - 1)

    def _book_column_style(self, head: Head) -> Any:
        """Rows to come are text where text belongs, or 0010 would become 10."""
        if isinstance(head.kind, Single) and head.kind.type is date:
            return self._plain("plain day", _DAY_FORMAT)
        number = isinstance(head.kind, Single) and head.kind.type in (int, Decimal)
        return self._plain("plain number", "General") if number else self._plain("plain text", "@")

    def _plain(self, name: str, number_format: str) -> Any:
        return self._styles.get(name, num_format=number_format, locked=False, border=0)

    def _words_of(self, head: Head, sheet: Sheet, rows: dict[Sheet, list[Held]]) -> tuple[str, ...]:
        if head.role == "parent" and sheet.parent is not None:
            return tuple(dict.fromkeys(row.reference for row in rows[sheet.parent]))
        if head.column is None:
            return ()
        return self._contents.choices.words_of(head.column.kind, head.column.reference)

    def _put(
        self,
        page: Any,
        row: int,
        at: int,
        value: Value,
        kind: Single | Many | Named | None,
        style: Any = None,
    ) -> None:
        style = style or self._styles.of(kind)
        if value is None:
            page.write_blank(row, at, None, style)
        elif isinstance(value, Decimal):
            page.write_number(row, at, float(value), style)
        elif isinstance(value, date):
            page.write_datetime(row, at, datetime(value.year, value.month, value.day), style)
        else:
            page.write_string(row, at, value, style)

    def _validate(
        self, page: Any, place: tuple[int, int, int, int], title: str, told: str, words: tuple[str, ...]
    ) -> None:
        rule: dict[str, Any] = {
            "validate": "any",
            "input_title": title[-_NOTE_TITLE_CHARS:],
            "input_message": told[:_NOTE_CHARS],
        }
        if words:
            rule |= {"validate": "list", "source": self._source(words), "error_type": "warning"}
            rule |= {"error_title": "不在列表里", "error_message": "这个词不在下拉列表里，确定要用吗？"}
        page.data_validation(*place, rule)

    def _source(self, words: tuple[str, ...]) -> str:
        """The hidden column that lists the words."""
        if words not in self._lists:
            at = len(self._lists)
            for row, word in enumerate(words):
                self._words.write_string(row, at, word)
            letter = need("xlsxwriter.utility").xl_col_to_name(at, True)
            self._lists[words] = f"={WORDS}!{letter}$1:{letter}${len(words)}"
        return self._lists[words]

    def _guide(self, page: Any, sheets: list[Sheet], rows: dict[Sheet, list[Held]]) -> None:
        page.set_column(0, 0, 22)
        page.set_column(1, 1, 10)
        page.set_column(2, 2, 90)
        page.set_landscape()
        page.set_paper(_A4)
        page.fit_to_pages(1, 0)
        page.write_string(0, 0, self._contents.title, self._book.add_format({"bold": True, "font_size": 16}))
        for number, text in enumerate(_GUIDE, start=1):
            page.write_string(number, 0, text)
        first = len(_GUIDE) + 2
        for at, title in enumerate(("表", "现有行数", "内容")):
            page.write_string(first, at, title, self._styles.head)
        for number, sheet in enumerate(sheets, start=first + 1):
            page.write_url(number, 0, f"internal:'{sheet.name}'!A1", self._styles.label, sheet.name)
            page.write_number(number, 1, len(rows[sheet]), self._styles.computed)
            page.write_string(number, 2, _summary(sheet), self._styles.label)
        page.protect("", _ALLOWED)


_GUIDE = (
    "一、每张表的标题行和灰色的格子不要改；白色的格子随便填。点一下格子，旁边会显示怎样填。",
    "二、要加一项，在表的末尾往下填，或插入一行；要删一项，删去整行，或清空整行。行的先后就是记录里的先后。",
    "三、下级的表（例如“原因”“措施”）要在“所属……”一列写明属于哪一项。",
    "四、填好后保存，执行 docgen sheet import 文件名。它会先列出改动，您同意了才写进记录。",
    "五、用 WPS、LibreOffice 填写也可以。自己另加的列和表不会导入。",
)


def _collect(row: Held, rows: dict[Sheet, list[Held]]) -> None:
    rows[row.sheet].append(row)
    for below in row.rows.values():
        for one in below:
            _collect(one, rows)


@dataclass(frozen=True, slots=True)
class _Offered:
    """A row that is not filled yet, printed so that nobody needs to copy the number of its parent."""

    reference_of_parent: str


def _printed_rows(sheet: Sheet, rows: dict[Sheet, list[Held]]) -> list[Held | _Offered]:
    if sheet.form != "part" or sheet.parent is None:
        return [*rows[sheet]]
    by_parent = {row.parent: row for row in rows[sheet]}
    return [by_parent.get(parent) or _Offered(parent.reference) for parent in rows[sheet.parent]]


def _cell(head: Head, row: Held | _Offered) -> Value:
    if isinstance(row, _Offered):
        return row.reference_of_parent if head.role == "parent" else None
    if head.column is not None:
        return row.cell(head.column)
    above = row.parent.reference if row.parent is not None else ""
    texts = {"key": row.path, "parent": above, "handle": row.reference}
    texts |= {"paper": row.names[0], "heading": row.names[1]}
    return row.text if head.role == "text" else texts[head.role]


def _line_note(line: Line) -> str:
    if line.entry and isinstance(line.kind, Single):
        return how_single(line.kind)
    return note(line.column).partition("：")[2]


def _pair_note() -> str:
    return "要增加一项时填在这里，每行一项，写成“名称：内容”；不增加就空着。"


def _summary(sheet: Sheet) -> str:
    if sheet.form == "texts":
        return "没有对应栏目的段落：文种、标题、文字"
    titles: list[Column] = sheet.columns
    shown = "、".join(dict.fromkeys(column.titles[0 if sheet.form == "form" else -1] for column in titles))
    return shown if len(shown) <= 120 else f"{shown[:119]}…"


def _plain(text: str) -> str:
    """Fit for a header, where & begins a code; Excel takes 255 characters."""
    return text.replace("&", "&&")[:80]
