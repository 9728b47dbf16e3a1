"""Which fields of a record differ, each by its Chinese name, items of lists matched by their numbers.

问题 W2 › 措施 C1 › 时限：6月20日 → 9月30日
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from docgen.archive.difference.pairing import paired
from docgen.archive.difference.values import Value, record_values
from docgen.errors import DocgenError
from docgen.records.labels import joined, step_into
from docgen.records.schema import Entity
from docgen.records.shape import Kind, Many, Named
from docgen.text.dates import cn_date, month_day

ADDED, REMOVED, CHANGED, MOVED = "加", "删", "改", "移"
# What an item bears for the comparison alone, and what an item is that has no fields; no key of a record.
_MARK, _ITSELF = "\0mark", "\0itself"
_NAME_CHARS = 20
# Moves are pairing.py's: deepdiff calls every item moved that stands behind an inserted one.
_REPORTED = (
    "values_changed",
    "type_changes",
    "dictionary_item_added",
    "dictionary_item_removed",
    "iterable_item_added",
    "iterable_item_removed",
)


class NoArchiveExtra(DocgenError):
    """The package that compares records is not installed."""

    exit_status = 3

    def __init__(self) -> None:
        super().__init__(
            "没有安装比较记录的组件（deepdiff）", "请执行 pip install 'docgen-gongwen[archive]'，再比较一次"
        )


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One entry. `field` is the key path, `label` the Chinese trail, `item` the numbers on it: W2/C1."""

    file: str
    item: str
    field: str
    label: str
    op: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class _Step:
    """One step of a path as keys and as people call it; `name` is the item's number, "" for a field."""

    path: str
    label: str
    item: str


def record_changes(
    file: str, old: bytes | None, new: bytes | None, models: Sequence[type[Entity]]
) -> tuple[FieldChange, ...]:
    """What differs between two states of one record file; None for a file that is not there.

    Raises NoArchiveExtra.
    """
    if old is None or new is None:
        op = ADDED if old is None else REMOVED
        return (
            FieldChange(file, "", "", file, op, "" if old is None else file, file if old is None else ""),
        )
    before, kind_before = record_values(old, models)
    after, kind_after = record_values(new, models)
    return tuple(_Comparison(file, kind_after or kind_before).changes(before, after))


class _Comparison:
    def __init__(self, file: str, kind: Kind | None) -> None:
        self._file = file
        self._kind = kind
        self._moves: list[FieldChange] = []

    def changes(self, old: dict[str, Value], new: dict[str, Value]) -> Iterator[FieldChange]:
        before, after = self._marked(old, new, _Step("", "", ""), self._kind)
        found = _deep_diff()(
            before, after, view="tree", iterable_compare_func=_is_same_item, threshold_to_diff_deeper=0
        )
        levels = [
            level
            for kind in _REPORTED
            for level in found.get(kind, ())
        ]  # fmt: skip
        entries = [*map(self._entry, levels), *self._moves]
        yield from sorted(entries, key=lambda one: _order(one.field))

    def _marked(self, old: Any, new: Any, at: _Step, kind: Kind | None) -> tuple[Any, Any]:
        """Both, with every item of a list marked so that equal marks are the same item."""
        if isinstance(old, dict) and isinstance(new, dict):
            both = {
                key: self._marked(old[key], new[key], *_into(at, kind, key))
                for key in old.keys() & new.keys()
            }
            return (
                {key: both[key][0] if key in both else old[key] for key in old},
                {key: both[key][1] if key in both else new[key] for key in new},
            )
        if isinstance(old, list) and isinstance(new, list):
            return self._marked_lists(old, new, at, kind)
        return old, new

    def _marked_lists(
        self, old: list[Any], new: list[Any], at: _Step, kind: Kind | None
    ) -> tuple[list[Any], list[Any]]:
        found = paired(old, new)
        before: list[Any] = [_with_mark(item, f"-{place}") for place, item in enumerate(old)]
        after: list[Any] = [_with_mark(item, f"+{place}") for place, item in enumerate(new)]
        for i, j in found.pairs:
            step, inner = _item_step(at, kind, j, new[j])
            one, other = self._marked(_as_fields(old[i]), _as_fields(new[j]), step, inner)
            before[i], after[j] = {**one, _MARK: str(j)}, {**other, _MARK: str(j)}
            if (i, j) in found.moved:
                self._moves.append(self._change(step, MOVED, f"第{i + 1}项", f"第{j + 1}项"))
        return before, after

    def _entry(self, level: Any) -> FieldChange:
        added, removed = level.report_type.endswith("_added"), level.report_type.endswith("_removed")
        step, kind = self._step(level)
        old, new = "" if added else level.t1, "" if removed else level.t2
        if added or removed:
            return self._change(step, ADDED if added else REMOVED, shown(old, kind), shown(new, kind))
        return self._change(step, CHANGED, *_both_shown(old, new))

    def _change(self, step: _Step, op: str, old: str, new: str) -> FieldChange:
        return FieldChange(self._file, step.item, step.path, step.label, op, old, new)

    def _step(self, level: Any) -> tuple[_Step, Kind | None]:
        """The way to it in the new record, or in the old where the new has it no more.

        Not by `level.path()`: behind an item that moved it mixes old places with new ones.
        """
        step, kind, here = _Step("", "", ""), self._kind, level.all_up
        while here.down is not None:
            key = (here.t2_child_rel or here.t1_child_rel).param
            is_new = here.t2_child_rel is not None
            here = here.down
            if isinstance(key, int):
                step, kind = _item_step(step, kind, key, here.t2 if is_new else here.t1)
            elif key != _ITSELF:
                step, kind = _into(step, kind, key)
        return step, kind


def _deep_diff() -> Any:
    try:
        from deepdiff import DeepDiff  # 0.3 s, and an extra
    except ImportError as reason:
        raise NoArchiveExtra from reason
    return DeepDiff


def _is_same_item(old: Any, new: Any, _level: Any = None) -> bool:
    return bool(old[_MARK] == new[_MARK])


def _as_fields(item: Value) -> dict[str, Any]:
    return item if isinstance(item, dict) else {_ITSELF: item}


def _with_mark(item: Value, mark: str) -> dict[str, Any]:
    return {**_as_fields(item), _MARK: mark}


def _into(at: _Step, kind: Kind | None, key: str) -> tuple[_Step, Kind | None]:
    inner, title = step_into(kind, key)
    return _Step(
        f"{at.path}.{key}" if at.path else key, joined(at.label, title or key or "全文", key), at.item
    ), inner


def _item_step(at: _Step, kind: Kind | None, place: int, item: Any) -> tuple[_Step, Kind | None]:
    number = _number(item)
    name = number or f"第{place + 1}项"
    inner = kind.item if isinstance(kind, Many) else kind.value if isinstance(kind, Named) else None
    trail = f"{at.item}/{name}" if at.item else name
    return _Step(f"{at.path}[{place}]", f"{at.label} {name}", trail), inner


def _number(item: Any) -> str:
    return str(item.get("id", ""))[:_NAME_CHARS] if isinstance(item, dict) else ""


def _order(path: str) -> list[tuple[int, str]]:
    """Places in the order of their numbers."""
    return [
        (int(one), "") if one.isdigit() else (-1, one)
        for one in path.replace("]", "").replace("[", ".").split(".")
    ]


def shown(value: Any, kind: Kind | None = None) -> str:
    """The value as a clerk reads it; the fields of a whole item one behind the other, each with its name."""
    if isinstance(value, date):
        return cn_date(value)
    if isinstance(value, dict):
        return "；".join(_field_shown(key, one, kind) for key, one in value.items() if key != _MARK)
    if isinstance(value, list):
        inner = kind.item if isinstance(kind, Many) else None
        apart = "，" if any(isinstance(one, dict) for one in value) else "、"
        return apart.join(
            f"（{shown(one, inner)}）" if isinstance(one, dict) else shown(one) for one in value
        )
    return str(value)


def _field_shown(key: str, value: Any, kind: Kind | None) -> str:
    if key == _ITSELF:
        return shown(value)
    inner, title = step_into(kind, key)
    told = shown(value, inner)
    return f"{title or key}：{f'（{told}）' if isinstance(value, dict) else told}"


def _both_shown(old: Any, new: Any) -> tuple[str, str]:
    # The year only where it tells them apart, as one speaks of days of this year.
    if isinstance(old, date) and isinstance(new, date) and old.year == new.year:
        return month_day(old), month_day(new)
    return shown(old), shown(new)
