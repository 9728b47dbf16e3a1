"""The columns of a sheet of rows: those that tell which row it is, then those of the fields."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from docgen.exchange.cells import is_short
from docgen.exchange.plan import Column, Sheet
from docgen.records.shape import Many, Named, Single

KEY_TITLE = "行标（勿改）"
HANDLE_TITLE = "序号"
TEXT_TITLES = ("文种代号", "段落标题", "内容")

_NARROW, _DAY, _WORD, _LIST, _TEXT = 9, 12, 14, 24, 44
_LONG_TEXTS = "内容 表现 意见 情况 说明 措施 原因 要求 结论 决定 标题 事项 名称 表述"


@dataclass(frozen=True, slots=True)
class Head:
    """One column: `role` is key, parent, handle, field, paper, heading or text."""

    role: str
    title: str
    note: str
    width: float
    column: Column | None = None

    @property
    def kind(self) -> Single | Many | Named | None:
        return self.column.kind if self.column is not None else None


def heads(sheet: Sheet) -> list[Head]:
    """The columns of a sheet of rows, from the left."""
    found = [Head("key", KEY_TITLE, "docgen 用它认出这一行，请不要改；新加的行留空。", 6)]
    if sheet.is_nested and sheet.parent is not None:
        found.append(_parent_head(sheet.parent))
    if sheet.has_handles:
        told = "别的表用它指明属于哪一行；新加的行请接着往下编，例如“第6项”。"
        found.append(Head("handle", HANDLE_TITLE, told, _NARROW))
    if sheet.form == "texts":
        return found + _text_heads()
    return found + [Head("field", c.title, note(c), _width(c), c) for c in sheet.columns]


def _parent_head(parent: Sheet) -> Head:
    what = "序号" if parent.has_handles else "编号"
    told = f"属于“{parent.name}”表的哪一行：填那一行的{what}。"
    return Head("parent", parent_title(parent), told, 11)


def parent_title(parent: Sheet) -> str:
    """The heading of the column that says to which row of the other sheet a row belongs."""
    return f"所属{parent.title}"


def _text_heads() -> list[Head]:
    notes = (
        "文种的代号，例如 D15。",
        "文书里这一段的标题，例如“下步打算”。",
        "这一段的文字；换行用 Alt+Enter。",
    )
    widths = (11, 18, 70)
    roles = ("paper", "heading", "text")
    return [
        Head(role, title, text, width)
        for role, title, text, width in zip(roles, TEXT_TITLES, notes, widths, strict=True)
    ]


def note(column: Column) -> str:
    """What to write there, as Excel shows it beside the cell."""
    parts = [f"{column.title}：{_how(column)}"]
    if column.slot.required:
        parts.append("必须填写。")
    if column.reference in _POINTS_AT:
        parts.append(_POINTS_AT[column.reference])
    return "".join(parts)


_POINTS_AT = {
    "person": "姓名须与人员库逐字一致。",
    "branch": "填党支部编号，例如 Z01。",
    "branch or committee": "填党支部编号；党委填党委的编号。",
    "department": "填部门的规范名称。",
    "grade": "填档次序列里的一个档次。",
    "problem": "填“问题”表里的编号，例如 W1。",
    "cause": "填同一问题“原因”表里的编号，例如 Y1。",
    "activity": "填“查找活动”表里的编号，例如 D1。",
    "deed": "填“实事”表里的编号，例如 S1。",
    "notice": "填“公示”表里的编号，例如 G1。",
}


def _how(column: Column) -> str:
    kind = column.kind
    if isinstance(kind, Many):
        options = kind.item.options if isinstance(kind.item, Single) else None
        listed = f"可选：{'、'.join(options.words)}。" if options else ""
        return (
            "可以填几项，用顿号隔开。" if is_short(kind) else "可以填几项，每行一项（换行用 Alt+Enter）。"
        ) + listed
    return "每行写一项“名称：内容”。" if isinstance(kind, Named) else how_single(kind)


def how_single(kind: Single) -> str:
    """How one value is written."""
    if kind.type is date:
        return "日期，写成 2012-06-05。"
    if kind.type is bool:
        return "选“是”或“否”。"
    if kind.type is int:
        return "填 0 或正整数，不带单位。"
    if kind.type is Decimal:
        return "0 到 1 之间的小数，例如百分之九十写 0.9。" if kind.share else "填数字，不带单位。"
    if kind.options:
        more = "，也可以写别的" if kind.options.open else ""
        return f"从下拉列表里选{more}。"
    return _FORMS.get(kind.form, "填文字。")


_FORMS = {
    "doc_no": "发文字号，例如“示院党发〔2012〕18号”。",
    "clock": "时间，写成 14:30。",
    "id": "编号，只用字母、数字和短横。",
    "name": "填姓名。",
    "phone": "电话号码，照原样写。",
}


def _width(column: Column) -> float:
    kind = column.kind
    if isinstance(kind, Many):
        return _LIST
    if not isinstance(kind, Single) or (kind.type is str and _is_long(column, kind)):
        return _TEXT
    return _width_of(kind)


def _width_of(kind: Single) -> float:
    if kind.type is date:
        return _DAY
    if kind.type in (bool, int, Decimal) or kind.form == "id":
        return _NARROW
    return _LIST if kind.form == "doc_no" else _WORD


def _is_long(column: Column, kind: Single) -> bool:
    plain = not kind.form and kind.options is None and not column.reference
    return plain and column.slot.title.endswith(tuple(_LONG_TEXTS.split()))
