"""What a record still owes: always, or from the state that needs it (domain.md 6.1, J25)."""

from collections.abc import Collection, Iterator

from docgen.findings import Finding
from docgen.records import value_faults
from docgen.records.faults import Fault
from docgen.records.schema import Entity
from docgen.records.shape import Many, Part, Shape, Slot, shape_of
from docgen.records.source import Source


def required(value: Entity, source: Source) -> list[str]:
    """The paths that even a fresh record must fill and does not."""
    return [path for path, slot in _unfilled(value, "", source) if slot.required]


def missing(value: Entity, source: Source, states: Collection[str]) -> list[Finding]:
    """What is due and not filled: 错误 once its state is among `states`, 提示 before.

    Within an optional part or an item that is absent nothing is due.
    """
    return [
        _finding(path, slot.due, source, states)
        for path, slot in _unfilled(value, "", source)
        if slot.due and not slot.required
    ]


def _finding(path: str, due: str, source: Source, states: Collection[str]) -> Finding:
    fault: Fault = value_faults.due_missing(due) if due in states else value_faults.due_later(due)
    line, column = source.locate(path)
    return Finding(
        fault.rule, fault.severity, fault.message, fault.remedy, source.file, line, column, path,
        source.label(path),
    )  # fmt: skip


def _unfilled(value: Entity, prefix: str, source: Source) -> Iterator[tuple[str, Slot]]:
    shape: Shape = shape_of(type(value))
    for slot in shape.slots:
        path = f"{prefix}{slot.key}"
        inner = getattr(value, slot.name)
        if isinstance(slot.kind, Part) and (slot.required or inner):
            yield from _unfilled(inner, f"{path}.", source)
        elif slot.name not in value.model_fields_set:
            # A value that was typed and refused has its finding already.
            if source.typed(path) is None:
                yield path, slot
        elif isinstance(slot.kind, Many) and isinstance(slot.kind.item, Part):
            for index, item in enumerate(inner):
                yield from _unfilled(item, f"{path}[{index}].", source)
