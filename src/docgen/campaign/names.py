"""By what names a mapping's fields may be called: English, record key, Chinese label, aliases."""

from collections.abc import Iterator, Mapping
from functools import cache
from types import MappingProxyType

from pydantic.fields import FieldInfo

from docgen.records.schema import Entity


@cache
def fields_by_name(entity: type[Entity]) -> Mapping[str, str]:
    """Every name that a template may use, with the model's field; the earlier kind of name wins."""
    table: dict[str, str] = {}
    for kind in (_own, _key, _label, _aliases):
        for field, info in entity.model_fields.items():
            for name in kind(field, info):
                table.setdefault(name, field)
    return MappingProxyType(table)


def names_of(field: str, info: FieldInfo) -> list[str]:
    """All names of one field."""
    return [name for kind in (_own, _key, _label, _aliases) for name in kind(field, info)]


def key_of(entity: type[Entity], field: str) -> str:
    """The key under which the record has the field."""
    return next(_key(field, entity.model_fields[field]), field)


def label_of(entity: type[Entity], field: str) -> str:
    """The field's Chinese label."""
    return entity.model_fields[field].title or field


def _extra(info: FieldInfo) -> dict[str, object]:
    return info.json_schema_extra if isinstance(info.json_schema_extra, dict) else {}  # type: ignore[return-value]


def _own(field: str, _: FieldInfo) -> Iterator[str]:
    yield field


def _key(_: str, info: FieldInfo) -> Iterator[str]:
    key = _extra(info).get("key")
    if isinstance(key, str):
        yield key


def _label(_: str, info: FieldInfo) -> Iterator[str]:
    if info.title:
        yield info.title


def _aliases(_: str, info: FieldInfo) -> Iterator[str]:
    aliases = _extra(info).get("aliases")
    if isinstance(aliases, list):
        yield from map(str, aliases)
