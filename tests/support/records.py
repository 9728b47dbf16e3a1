"""Good records for tests, and records changed in just what a test is about."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, TypeVar, get_args, get_origin

import yaml

from docgen.build.official import load_papers
from docgen.campaign.judge import Sources
from docgen.campaign.models.record import BranchRecord, CommitteeRecord
from docgen.campaign.names import fields_by_name
from docgen.campaign.office import Office
from docgen.records.schema import Entity
from docgen.settings import Settings
from docgen.workspace import Workspace
from support import good

M = TypeVar("M", bound=Entity)
SAMPLE = Path(__file__).parents[2] / "data"


def model(entity: type[M], data: dict[str, Any]) -> M:
    """The typed record of a plain mapping with record keys or labels; empty values count as missing."""
    return entity.model_validate(_by_field(entity, _filled(data)))


def merged(good: dict[str, Any], changes: dict[str, Any]) -> dict[str, Any]:
    """`good` with `changes`: mappings are merged, everything else is replaced; None removes a key."""
    result = dict(good)
    for key, value in changes.items():
        old = result.get(key)
        result[key] = merged(old, value) if isinstance(old, dict) and isinstance(value, dict) else value
    return result


def branch_data(number: str = "Z01", **changes: Any) -> dict[str, Any]:
    """The good branch as a mapping; a plain text for baseline, target or final is the grade."""
    full = {key: {"grade": value} if _is_grade(key, value) else value for key, value in changes.items()}
    filled: dict[str, Any] = _filled(merged(good.branch(number), full))
    return filled


def _is_grade(key: str, value: Any) -> bool:
    return key in ("baseline", "target", "final") and isinstance(value, str)


def make_branch(number: str = "Z01", **changes: Any) -> BranchRecord:
    """One good branch, changed only in what the test is about."""
    return model(BranchRecord, branch_data(number, **changes))


def make_office(*branches: dict[str, Any], **changes: Any) -> Office:
    """A good committee of these branches (`branch_data`; two good ones by default), with changes."""
    chosen = list(branches) or [branch_data("Z01"), branch_data("Z02")]
    committee = model(CommitteeRecord, merged(good.committee(chosen), changes))
    return Office(committee, tuple(model(BranchRecord, one) for one in chosen))


@dataclass
class FakePlace:
    """Where the fields of a record stand: all on line 1, labelled by their paths."""

    file: str

    def locate(self, field_path: str) -> tuple[int, int]:
        return (1, 1)

    def label(self, field_path: str) -> str:
        return field_path


def fake_sources(office: Office) -> Sources:
    """Places for an office that was not read from files: the branches' files are their ids."""
    return Sources(FakePlace("committee"), tuple(FakePlace(one.branch.id) for one in office.branches))


def sample_office() -> Office:
    """The sample committee with its six branches."""
    committee, branches = raw_sample()
    whole = model(CommitteeRecord, committee)
    papers = load_papers(Workspace(SAMPLE.parent, Settings()), whole).records
    return Office(whole, tuple(model(BranchRecord, one) for one in branches), papers)


@cache
def raw_sample() -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """The sample records as YAML has them; not to be changed."""
    committee = _read(SAMPLE / "committee.yaml")
    return committee, [_read(SAMPLE / "branches" / name) for name in committee["branches"]]


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
