"""Every text of a record that points at something else, with its place, read off the models' metadata."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Any, get_args, get_origin

from docgen.campaign.names import key_of
from docgen.records.schema import Entity, Reference


@dataclass(frozen=True, slots=True)
class Pointer:
    """`text` at `field` points at a `to`; `holder` is the innermost list item or mapping around it."""

    field: str
    text: str
    to: str
    parents: tuple[Entity, ...]  # outermost first

    def parent(self, kind: type[Entity]) -> Entity | None:
        """The innermost entity of this type around the text."""
        return next((one for one in reversed(self.parents) if isinstance(one, kind)), None)


def pointers(record: Entity) -> Iterator[Pointer]:
    """All filled references of a record, in the order of its fields."""
    yield from _walk(record, "", ())


def entities(record: Entity, path: str = "") -> Iterator[tuple[str, Entity]]:
    """The record and every mapping in it, each with its field path."""
    yield path, record
    for field in _fields(type(record)):
        if field.holds:
            for place, part in _parts(record, field, path):
                yield from entities(part, place)


def lists(record: Entity) -> Iterator[tuple[str, tuple[Entity, ...]]]:
    """Every list of mappings in the record, with its field path."""
    for path, entity in entities(record):
        for field in _fields(type(entity)):
            if field.holds and field.many:
                yield _join(path, field.key), getattr(entity, field.name)


@dataclass(frozen=True, slots=True)
class _Field:
    name: str
    key: str
    many: bool
    to: str  # what a reference points at, or ""
    holds: type[Entity] | None


def _walk(entity: Entity, path: str, parents: tuple[Entity, ...]) -> Iterator[Pointer]:
    here = (*parents, entity)
    for field in _fields(type(entity)):
        if field.holds:
            for place, part in _parts(entity, field, path):
                yield from _walk(part, place, here)
        elif field.to:
            yield from _texts(entity, field, path, here)


def _texts(entity: Entity, field: _Field, path: str, parents: tuple[Entity, ...]) -> Iterator[Pointer]:
    value, place = getattr(entity, field.name), _join(path, field.key)
    if not field.many:
        if value:
            yield Pointer(place, value, field.to, parents)
        return
    for index, text in enumerate(value):
        if text:
            yield Pointer(f"{place}[{index}]", text, field.to, parents)


def _parts(entity: Entity, field: _Field, path: str) -> Iterator[tuple[str, Entity]]:
    value, place = getattr(entity, field.name), _join(path, field.key)
    if not field.many:
        yield place, value
        return
    for index, part in enumerate(value):
        yield f"{place}[{index}]", part


def _join(path: str, key: str) -> str:
    return f"{path}.{key}" if path else key


@cache
def _fields(kind: type[Entity]) -> tuple[_Field, ...]:
    """The fields of an entity that hold entities or references; the rest need no walk."""
    found = (_field(kind, name, info.annotation, info.metadata) for name, info in kind.model_fields.items())
    return tuple(field for field in found if field.to or field.holds)


def _field(kind: type[Entity], name: str, annotation: Any, metadata: list[Any]) -> _Field:
    many = get_origin(annotation) is tuple
    inner = get_args(annotation)[0] if many else annotation
    if get_origin(inner) is Annotated:
        inner, *metadata = get_args(inner)
    to = next((one.to for one in metadata if isinstance(one, Reference)), "")
    holds = inner if isinstance(inner, type) and issubclass(inner, Entity) else None
    return _Field(name, key_of(kind, name), many, to, holds)
