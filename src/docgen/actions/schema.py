"""schema: the JSON Schemas of the kinds of record, and all labels."""

import json
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from docgen.build.official import FOLDER
from docgen.campaign.models.record import BranchRecord, CommitteeRecord
from docgen.exchange.json_schema import json_schema
from docgen.exchange.key_guide import Uses, examples
from docgen.files import write_atomic
from docgen.kinds import load_catalogue
from docgen.official.models import PaperRecord
from docgen.records import load
from docgen.records.schema import Entity
from docgen.records.shape import Many, Part, shape_of
from docgen.workspace import bundled

MODELS: dict[str, type[Entity]] = {
    "branch": BranchRecord,
    "committee": CommitteeRecord,
    "paper": PaperRecord,
}
_TITLES = {"branch": "党支部的记录", "committee": "党委的记录", "paper": "通用公文的记录"}
_FILES = {"branch": "branches/*.yaml", "committee": "committee.yaml", "paper": f"{FOLDER}/*.yaml"}


@dataclass(frozen=True, slots=True)
class Label:
    """One key with the words that may be typed for it; `path` has [] for the items of a list."""

    path: str
    label: str
    aliases: tuple[str, ...]


def file_name(kind: str) -> str:
    """What the schema of this kind of record is called."""
    return f"{kind}.schema.json"


def schema(kind: str, templates: tuple[Path, ...]) -> dict[str, object]:
    """The JSON Schema of the record `branch`, `committee` or `paper`."""
    return json_schema(MODELS[kind], _TITLES[kind], uses(templates, kind), sample_values(kind))


def write_schemas(kinds: tuple[str, ...], templates: tuple[Path, ...], folder: Path) -> list[Path]:
    """The schemas lie in `folder`."""
    written = []
    for kind in kinds:
        text = json.dumps(schema(kind, templates), ensure_ascii=False, indent=1)
        written.append(folder / file_name(kind))
        write_atomic(written[-1], f"{text}\n".encode())
    return written


def labels(kind: str) -> list[Label]:
    """Every key of the record with its label and the other words for it, in the model's order."""
    return list(_labels(MODELS[kind], ""))


def _labels(entity: type[Entity], prefix: str) -> list[Label]:
    found: list[Label] = []
    for slot in shape_of(entity).slots:
        path, kind = f"{prefix}{slot.key}", slot.kind
        others = tuple(word for word in slot.words if word not in (slot.key, slot.title))
        found.append(Label(path, slot.title, others))
        if isinstance(kind, Many):
            path, kind = f"{path}[]", kind.item
        if isinstance(kind, Part):
            found += _labels(kind.entity, f"{path}.")
    return found


def uses(templates: tuple[Path, ...], kind: str) -> Uses:
    """Which papers need which keys of this kind of record, by the manifests there are."""
    if kind == "paper":
        return Uses.of(())  # it is one paper itself
    return Uses.of(chain.from_iterable(kind.papers for kind in load_catalogue(templates).kinds))


def sample_values(kind: str) -> dict[str, str]:
    """Examples for the keys, from the sample records."""
    root = bundled("data")
    files = sorted(root.glob(_FILES[kind]))
    records = (load(file, root, MODELS[kind]).value for file in files)
    return examples(record for record in records if record is not None)
