"""What stands at a key path of a record, such as `method.adopted.date`."""

from collections.abc import Mapping
from functools import cache

from docgen.records.schema import Entity


def at(root: object, path: str) -> object:
    """The value at `path` below `root`; None where the record has nothing, () for an empty list."""
    value = root
    for key in path.split("."):
        if isinstance(value, Mapping):
            value = value.get(key)
        elif isinstance(value, Entity):
            value = getattr(value, attribute_of(type(value), key), None)
        else:
            return None
    return value


def is_filled(value: object) -> bool:
    """Whether the record says something there; a 0 and a 否 do."""
    if isinstance(value, Entity):
        return bool(value)
    return value is not None and value != "" and value != () and value != {}


def attribute_of(model: type[Entity], key: str) -> str:
    """The attribute of the model that the record calls `key`."""
    return _attributes(model).get(key, key)


@cache
def _attributes(model: type[Entity]) -> dict[str, str]:
    """The attribute for every key of the record that is no Python name, such as `from`."""
    keys = {}
    for name, field in model.model_fields.items():
        extra = field.json_schema_extra
        key = extra.get("key") if isinstance(extra, dict) else None
        if isinstance(key, str):
            keys[key] = name
    return keys
