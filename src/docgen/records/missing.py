"""What a record still owes: always, or from the state that needs it (domain.md 6.1, J25)."""

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from docgen.findings import Finding
from docgen.records import value_faults
from docgen.records.schema import Entity
from docgen.records.shape import Kind, Many, Part, Slot, shape_of
from docgen.records.source import Source


def required(value: Entity, source: Source) -> list[str]:
    """The paths that even a fresh record must fill and does not."""
    open_paths = [path for path, slot in _unfilled(value, "", _nothing_more) if slot.required]
    return [path for path in open_paths if not _was_refused(path, source)]


@dataclass(frozen=True, slots=True)
class Owed:
    """A field that is not filled, the state from which it is due, and where it belongs."""

    path: str
    due: str
    line: int
    column: int
    label: str

    def finding(self, file: str, states: Collection[str], names: Mapping[str, str]) -> Finding:
        """错误 once its state is among `states`, 提示 before; `names` says what the states are called."""
        step = f"“{names.get(self.due, self.due)}”"
        fault = value_faults.due_missing(step) if self.due in states else value_faults.due_later(step)
        at = (self.line, self.column, self.path, self.label)
        return Finding(fault.rule, fault.severity, fault.message, fault.remedy, file, *at)


def owing(value: Entity, source: Source) -> Iterator[Owed]:
    """What the record owes from one state or another.

    Within an optional part or an item that is absent nothing is due.
    """
    for path, slot in _unfilled(value, "", source.begun):
        if slot.due and not slot.required and not _was_refused(path, source):
            yield Owed(path, slot.due, *source.locate(path), source.label(path))


def missing(
    value: Entity, source: Source, states: Collection[str], names: Mapping[str, str] = MappingProxyType({})
) -> list[Finding]:
    """What is due and not filled."""
    return [owed.finding(source.file, states, names) for owed in owing(value, source)]


def _was_refused(path: str, source: Source) -> bool:
    """Whether something stands there that could not be read: it has its finding already."""
    return source.typed(path) is not None


def _nothing_more(_path: str) -> bool:
    return False


def _unfilled(value: Entity, prefix: str, begun: Callable[[str], bool]) -> Iterator[tuple[str, Slot]]:
    """`begun` tells of a part of which all that was typed was refused: what else it owes is still due."""
    filled = value.model_fields_set
    for slot in shape_of(type(value)).slots:
        path, kind = f"{prefix}{slot.key}", slot.kind
        if slot.name in filled or (isinstance(kind, Part) and (slot.required or begun(path))):
            yield from _unfilled_below(getattr(value, slot.name), kind, path, begun)
        else:
            yield path, slot


def _unfilled_below(
    inner: Any, kind: Kind, path: str, begun: Callable[[str], bool]
) -> Iterator[tuple[str, Slot]]:
    if isinstance(kind, Part):
        yield from _unfilled(inner, f"{path}.", begun)
    elif isinstance(kind, Many) and isinstance(kind.item, Part):
        for index, item in enumerate(inner):
            yield from _unfilled(item, f"{path}[{index}].", begun)
