"""What a cell says: a value of its field, and the cell by which a value is shown.

A cell that reads as what export would write for the record's present value is unchanged, whatever was
typed in the file; so an export that comes straight back changes nothing.
"""

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal

from docgen.exchange import faults as sheet_faults
from docgen.exchange.plan import LISTED
from docgen.findings import Severity
from docgen.records.convert import convert
from docgen.records.faults import Fault
from docgen.records.shape import Many, Named, Single
from docgen.records.texts import Noted, clean
from docgen.records.write_back import Leaf, Marked, MarkedMapping, MarkedScalar, MarkedSequence
from docgen.text.numerals import plain_number

Value = str | Decimal | date | None  # what export puts into a cell
Raw = str | float | int | bool | date | datetime | time | timedelta | None  # what a cell holds

TOO_LONG = "（内容太长，请直接在记录文件里改）"
_CELL_CHARS = 32_000  # Excel stops at 32767 UTF-16 units
_TEXT_CHARS = 20_000
_ERROR_CELL = re.compile(r"#(N/A|REF!|VALUE!|DIV/0!|NAME\?|NULL!|NUM!|SPILL!|CALC!|GETTING_DATA)|Err:\d+")
_FIRST_SERIAL_DAY = date(1899, 12, 30)
_SERIALS = range(61, 73_051)  # 1900-03-01 to 2099-12-31; Excel's earlier days are one off
_SEPARATORS = re.compile(r"[\n、，,；;]")
_BREAK_IN_ITEM = "⏎"
_LISTED_FORMS = ("id", "name", "doc_no", LISTED)
_FINEST = Decimal("1e-10")
_NO_SERIAL_BEFORE = date(1900, 3, 1)


@dataclass(frozen=True, slots=True)
class Reading:
    """A cell understood: its value or None, as it should be typed, and what is to be said about it."""

    value: object = None
    text: str = ""
    faults: tuple[Fault, ...] = ()

    @property
    def is_bad(self) -> bool:
        return any(fault.severity is Severity.ERROR for fault in self.faults)


# Showing a value ---------------------------------------------------------------------------------


def shown(node: Marked | None, kind: Single | Many | Named) -> Value:
    """The cell for what stands in the record."""
    if node is None or (isinstance(node, MarkedScalar) and node.is_empty):
        return None
    if isinstance(kind, Single):
        return _fitting(_shown_single(node, kind))
    if isinstance(kind, Many):
        return _fitting(_joined(_texts(node, kind), kind))
    return _fitting(_pairs(node, kind))


def _fitting(value: Value) -> Value:
    if isinstance(value, str) and len(value.encode("utf-16-le")) // 2 > _CELL_CHARS:
        return TOO_LONG
    return value or (value if isinstance(value, Decimal) else None)


def _shown_single(node: Marked, kind: Single) -> Value:
    if isinstance(node, MarkedSequence):
        return "\n".join(item.text.strip() for item in node.items if isinstance(item, MarkedScalar))
    if not isinstance(node, MarkedScalar):
        return None
    value = convert(node.text, kind, _TEXT_CHARS)
    if isinstance(value, Noted):
        value = value.value
    return node.text.strip() if value is None or isinstance(value, Fault) else as_cell(value)


def as_cell(value: object) -> Value:
    """A typed value as it stands in a cell."""
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, date):
        # Excel knows no day before 1900, and LibreOffice another first of March.
        return value if value >= _NO_SERIAL_BEFORE else value.isoformat()
    if isinstance(value, Decimal | int):
        return _number_cell(Decimal(value))
    return str(value)


def _number_cell(number: Decimal) -> Value:
    # A cell is a float: what it cannot hold exactly goes in as text.
    return number if Decimal(repr(float(number))) == number else plain_number(number)


def item_nodes(node: Marked | None) -> list[tuple[int, MarkedScalar]]:
    """The filled single values of a list with their numbers; one value may stand for a list of one."""
    if isinstance(node, MarkedScalar):
        return [] if node.is_empty else [(0, node)]
    items = node.items if isinstance(node, MarkedSequence) else []
    return [(n, item) for n, item in enumerate(items) if isinstance(item, MarkedScalar) and not item.is_empty]


def _texts(node: Marked, kind: Many) -> list[str]:
    return [item_text(item, kind) for _, item in item_nodes(node)]


def item_text(item: MarkedScalar, kind: Many) -> str:
    """One item as it stands in a cell."""
    if not isinstance(kind.item, Single):
        return item.text.strip()
    value = _shown_single(item, kind.item)
    return value.isoformat() if isinstance(value, date) else _typed_text(value)


def _typed_text(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal | int):
        return plain_number(Decimal(value))
    return "" if value is None else str(value)


def _joined(texts: list[str], kind: Many) -> str:
    if is_short(kind) and not any(_SEPARATORS.search(text) for text in texts):
        return "、".join(texts)
    lines = "\n".join(text.replace("\n", _BREAK_IN_ITEM) for text in texts)
    # A line break tells the reader that lines part the items here, not the marks within them.
    return lines + "\n" if is_short(kind) and len(texts) == 1 else lines


def is_short(kind: Many) -> bool:
    """Whether the items are words that can be told apart in one line: ids, names, days, numbers."""
    single = kind.item
    if not isinstance(single, Single):
        return False
    return single.type is not str or bool(single.form in _LISTED_FORMS or single.options)


def _pairs(node: Marked, kind: Named) -> str:
    if not isinstance(node, MarkedMapping) or not isinstance(kind.value, Single):
        return ""
    pairs = ((key.text.strip(), shown(value, kind.value)) for key, value in node.entries)
    return "\n".join(f"{key}：{_typed_text(value)}" for key, value in pairs if value is not None)


# Reading a cell ----------------------------------------------------------------------------------


def read(raw: Raw, kind: Single) -> Reading:
    """A cell as a value of its field; an empty one has neither value nor faults."""
    if isinstance(raw, bool):
        return (
            _of_text("是" if raw else "否", kind) if kind.type is not int else _of_other("“是”或“否”", kind)
        )
    if isinstance(raw, float | int):
        return _of_number(raw, kind)
    if isinstance(raw, datetime):
        return _of_day(raw.date(), kind)
    if isinstance(raw, date):
        return _of_day(raw, kind)
    if isinstance(raw, time | timedelta):
        return _of_time(raw, kind)
    return _of_text(raw or "", kind)


def _of_text(text: str, kind: Single) -> Reading:
    tidy = clean(text.replace("\u00a0", " "))[0]
    if not tidy:
        return Reading()
    if _ERROR_CELL.fullmatch(tidy):
        return Reading(None, tidy, (sheet_faults.error_cell(tidy),))
    if tidy == TOO_LONG:
        return Reading(None, tidy, (sheet_faults.lost_mark(),))
    if kind.type is not str:
        tidy = re.sub(r"\s+", "", tidy)
    found = convert(tidy, kind, _TEXT_CHARS)
    if isinstance(found, Fault):
        return Reading(None, tidy, (found,))
    value, remarks = (found.value, found.faults) if isinstance(found, Noted) else (found, ())
    return Reading(value, tidy if value is None else _typed_text(value), remarks)


def _of_number(raw: float | int, kind: Single) -> Reading:
    number = _exact(raw)
    if kind.type is date:
        serial = int(raw)
        if serial in _SERIALS:
            return _of_day(_FIRST_SERIAL_DAY + timedelta(days=serial), kind)
        return Reading(None, plain_number(number), (_no_day(plain_number(number)),))
    if kind.type is bool and number not in (0, 1):
        return Reading(None, plain_number(number), (_wrong("一个数", kind),))
    if kind.type is bool:
        return _of_text("是" if number else "否", kind)
    return _of_text(plain_number(number), kind)


def _exact(raw: float | int) -> Decimal:
    """The number that was typed: 0.1 + 0.2 in a formula is 0.3."""
    number = Decimal(repr(raw))
    return number.quantize(_FINEST).normalize() if number % _FINEST else number


def _no_day(text: str) -> Fault:
    return sheet_faults.wrong_type(
        f"数字 {text}", "日期", "请写成“2012-06-05”这样的年-月-日，例如把 6 月 5 日连同年份一起写"
    )


def _of_day(day: date, kind: Single) -> Reading:
    if kind.type is date or (kind.type is str and not kind.form and kind.options is None):
        return _of_text(day.isoformat(), kind)
    return _of_other(f"日期 {day.isoformat()}", kind)


def _of_time(raw: time | timedelta, kind: Single) -> Reading:
    seconds = raw.total_seconds() if isinstance(raw, timedelta) else _seconds(raw)
    minutes = round(seconds / 60)
    clock = f"{minutes // 60:02d}:{minutes % 60:02d}"
    if kind.type is str and kind.form in ("", "clock"):
        return _of_text(clock, kind)
    return _of_other(f"时间 {clock}", kind)


def _seconds(clock: time) -> float:
    return clock.hour * 3600 + clock.minute * 60 + clock.second + clock.microsecond / 1_000_000


def _of_other(found: str, kind: Single) -> Reading:
    return Reading(None, found, (_wrong(found, kind),))


def _wrong(found: str, kind: Single) -> Fault:
    wanted = {date: "日期", Decimal: "数字", int: "整数", bool: "“是”或“否”"}.get(kind.type, "文字")
    remedy = "请把单元格的格式改成“文本”（内容是文字时）或“常规”（内容是数字时），再重新填写"
    return sheet_faults.wrong_type(found, wanted, remedy)


def read_items(raw: Raw, kind: Many) -> list[Reading]:
    """A cell as the items of a list, one a line; short words may also stand in one line, parted by 、."""
    if not isinstance(kind.item, Single):
        return []
    if not isinstance(raw, str):
        one = read(raw, kind.item)
        return [one] if one.value is not None or one.faults else []
    text = clean(raw)[0]
    is_one_line = is_short(kind) and "\n" not in raw
    pieces = _SEPARATORS.split(text) if is_one_line else text.split("\n")
    readings = (read(piece.replace(_BREAK_IN_ITEM, "\n"), kind.item) for piece in pieces)
    return [one for one in readings if one.value is not None or one.faults]


def read_pairs(raw: Raw, kind: Named) -> tuple[dict[str, Reading], tuple[Fault, ...]]:
    """A cell with lines of 名称：内容 as the entries of a mapping."""
    found: dict[str, Reading] = {}
    bad: list[Fault] = []
    for line in clean(str(raw or ""))[0].split("\n"):
        key, colon, value = line.replace("：", ":").partition(":")
        if not line.strip():
            continue
        if not colon or not key.strip() or not isinstance(kind.value, Single):
            bad.append(sheet_faults.bad_pair(line))
        else:
            found[key.strip()] = read(value, kind.value)
    return found, tuple(bad)


def canonical(raw: Raw | Decimal, kind: Single | Many | Named) -> object:
    """What two cells have in common that say the same."""
    cell = _raw(raw)
    if isinstance(cell, str) and clean(cell)[0] == TOO_LONG:
        return TOO_LONG
    if isinstance(kind, Many):
        return tuple(_same(one) for one in read_items(cell, kind))
    if isinstance(kind, Named):
        pairs, bad = read_pairs(cell, kind)
        return tuple(sorted((key, _same(one)) for key, one in pairs.items())), bad
    return _same(read(cell, kind))


def _same(reading: Reading) -> object:
    return reading.text if reading.value is None else _typed_text(reading.value)


def _raw(raw: Raw | Decimal) -> Raw:
    return float(raw) if isinstance(raw, Decimal) else raw


def is_blank(raw: Raw) -> bool:
    """Whether nothing stands in the cell."""
    return raw is None or (isinstance(raw, str) and not raw.replace("\u00a0", " ").strip())


def leaf(reading: Reading, kind: Single) -> Leaf:
    """The value as it will be typed into the record."""
    return Leaf(_typed_text(reading.value), is_text=kind.type is str)
