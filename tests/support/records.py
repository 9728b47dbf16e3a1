"""Good records for tests, and records changed in just what a test is about."""

from pathlib import Path
from typing import Any, TypeVar, get_args, get_origin

import yaml

from docgen.campaign.models.record import BranchRecord, CommitteeRecord
from docgen.campaign.names import fields_by_name
from docgen.campaign.office import Office
from docgen.records.schema import Entity

M = TypeVar("M", bound=Entity)
SAMPLE = Path(__file__).parents[2] / "data"


def model(entity: type[M], data: dict[str, Any]) -> M:
    """The typed record of a plain mapping with record keys or labels; empty values count as missing."""
    return entity.model_validate(_by_field(entity, _filled(data)))


def sample_office() -> Office:
    """The sample committee with its six branches."""
    committee = model(CommitteeRecord, _read(SAMPLE / "committee.yaml"))
    files = [SAMPLE / "branches" / name for name in committee.branches]
    return Office(committee, tuple(model(BranchRecord, _read(file)) for file in files))


def _read(path: Path) -> dict[str, Any]:
    read: dict[str, Any] = yaml.safe_load(path.read_text("utf-8"))
    return read


def _filled(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: kept for key, one in value.items() if _is_filled(kept := _filled(one))}
    if isinstance(value, list):
        return [kept for one in value if _is_filled(kept := _filled(one))]
    return value


def _is_filled(value: Any) -> bool:
    return value is not None and value != "" and value != [] and value != {}


def _by_field(entity: type[Entity], data: dict[str, Any]) -> dict[str, Any]:
    names = fields_by_name(entity)
    rest = next((f for f, i in entity.model_fields.items() if (i.json_schema_extra or {}).get("rest")), None)
    found: dict[str, Any] = {}
    for key, value in data.items():
        if key in names:
            found[names[key]] = _converted(entity, names[key], value)
        elif rest:
            found.setdefault(rest, {})[key] = value
        else:
            found[key] = value  # refused by the model
    return found


def _converted(entity: type[Entity], field: str, value: Any) -> Any:
    info = entity.model_fields[field]
    inner = info.annotation
    plain = bool((info.json_schema_extra or {}).get("plain"))
    if get_origin(inner) is tuple:
        item = get_args(inner)[0]
        values = [value] if plain and not isinstance(value, list) else value
        return [_entity(item, one) for one in values]
    if isinstance(value, (int, float)) and inner is str:
        return str(value)
    return _entity(inner, value)


def _entity(kind: Any, value: Any) -> Any:
    if not (isinstance(kind, type) and issubclass(kind, Entity)):
        return value
    if isinstance(value, dict):
        return _by_field(kind, value)
    plain = next(f for f, i in kind.model_fields.items() if (i.json_schema_extra or {}).get("plain"))
    return {plain: value}
