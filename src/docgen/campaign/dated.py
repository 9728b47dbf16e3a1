"""Every day that a record tells of, with its place and what the record calls it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from docgen.campaign.names import key_of, label_of
from docgen.campaign.references import entities
from docgen.records.schema import Entity


@dataclass(frozen=True, slots=True)
class Dated:
    """A day at its field path, with the label of the field."""

    field: str
    label: str
    day: date


def days_of(record: Entity) -> Iterator[Dated]:
    """All days of the record, in the order of its fields."""
    for path, entity in entities(record):
        for name in _fields(type(entity)):
            yield from _days(entity, name, path)


def _days(entity: Entity, name: str, path: str) -> Iterator[Dated]:
    value = getattr(entity, name)
    if not value:
        return
    kind = type(entity)
    field, label = f"{path}.{key_of(kind, name)}".lstrip("."), label_of(kind, name)
    if isinstance(value, date):
        yield Dated(field, label, value)
    else:
        for index, day in enumerate(value):
            yield Dated(f"{field}[{index}]", label, day)


@cache
def _fields(kind: type[Entity]) -> tuple[str, ...]:
    """The fields of an entity that hold a day or several."""
    of_days = (date | None, date, tuple[date, ...])
    return tuple(name for name, info in kind.model_fields.items() if info.annotation in of_days)
