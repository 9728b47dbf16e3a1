"""Numbers and days that were given, entered into the records' own files: comments and layout stay."""

import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from docgen.build.given import Given, Place, date_place, number_places
from docgen.build.job import Job
from docgen.build.keypath import is_filled
from docgen.build.office import LoadedOffice
from docgen.campaign.models.record import BranchRecord, CommitteeRecord
from docgen.errors import DocgenError
from docgen.exchange.record_file import RecordFile, read_record
from docgen.files import write_atomic
from docgen.official.models import PaperRecord
from docgen.records import load
from docgen.records.schema import Entity
from docgen.records.shape import Many, Part, shape_of
from docgen.records.write_back import Fields, Items, Leaf, MarkedMapping, Wanted, marked, rewritten
from docgen.workspace import Workspace


class NotWrittenBack(DocgenError):
    """The value could not be put into the file without doubt; the paper is issued all the same."""

    def __init__(self, file: str, value: str) -> None:
        super().__init__(f"{value} 没能可靠地填进 {file}，文件没有改动", "请自己把它填进记录")


@dataclass(frozen=True, slots=True)
class _Entry:
    """One value for one record file."""

    path: Path
    model: type[Entity]
    place: Place
    value: str | date

    @property
    def text(self) -> str:
        return self.value.isoformat() if isinstance(self.value, date) else self.value


def write_back(
    workspace: Workspace, loaded: LoadedOffice, given: Iterable[tuple[Job, Given]]
) -> tuple[list[str], list[str]]:
    """What was entered, and what could not be, both in words. Values that are there already stay."""
    done: list[str] = []
    faults: list[str] = []
    for job, gift in given:
        for entry in _entries(workspace, loaded, job, gift):
            try:
                if _enter(workspace, entry):
                    done.append(f"{entry.text} 已填入 {workspace.relative(entry.path)}")
            except DocgenError as fault:
                faults.append(str(fault))
    return done, faults


def _entries(workspace: Workspace, loaded: LoadedOffice, job: Job, gift: Given) -> Iterator[_Entry]:
    numbers, day = number_places(job.paper, job.item_id), date_place(job.paper, job.item_id)
    wanted: list[tuple[Place, str | date]] = []
    if gift.doc_no and numbers:
        wanted.append((numbers[0], gift.doc_no))
    if gift.day and day:
        wanted.append((day, gift.day))
    for place, value in wanted:
        file, model = _home(loaded, job, place)
        if file:
            own = Place(False, place.path) if model is PaperRecord else place
            yield _Entry(workspace.root / file, model, own, value)


def _home(loaded: LoadedOffice, job: Job, place: Place) -> tuple[str, type[Entity]]:
    if job.paper.scope == "paper":
        return loaded.paper_files.get(job.item_id, ""), PaperRecord
    if not place.of_branch:
        return loaded.committee_file, CommitteeRecord
    office = loaded.office
    ids = [one.branch.id for one in office.branches] if office else []
    return loaded.branch_files[ids.index(job.owner)] if job.owner in ids else "", BranchRecord


def _enter(workspace: Workspace, entry: _Entry) -> bool:
    """Whether the file has been changed. Raises NotWrittenBack, UnusableRecord, SharedValue, CannotWrite."""
    record = read_record(entry.path, workspace.root, entry.model)
    if is_filled(entry.place.typed(record.value)) or not entry.place.has_room(record.value):
        return False
    changes = _wanted(entry, record.value)
    node = marked(record.text)
    if changes is None or not isinstance(node, MarkedMapping):
        raise NotWrittenBack(record.file, entry.text)
    data = record.with_text(rewritten(record.text, node, changes))
    if _read_again(record, data) != entry.place.put(record.value, entry.value):
        raise NotWrittenBack(record.file, entry.text)
    write_atomic(entry.path, data)
    return True


def _read_again(record: RecordFile, data: bytes) -> Entity | None:
    with tempfile.TemporaryDirectory(prefix="docgen-record-") as folder:
        copy = Path(folder) / record.path.name
        write_atomic(copy, data, durable=False)
        return load(copy, Path(folder), type(record.value)).value


def _wanted(entry: _Entry, record: Entity) -> Fields | None:
    """The change as the writer wants it; None where the record's model has no such place."""
    leaf = Leaf(entry.text, is_text=isinstance(entry.value, str))
    place = entry.place
    if not place.within:
        return _nested(entry.model, place.path.split("."), leaf)
    inner = _item_model(entry.model, place.within.split("."))
    index = place.index(record)
    changes = _nested(inner, place.path.split("."), leaf) if inner else None
    if inner is None or changes is None or index is None:
        return None
    count = place.count(record)
    items = tuple((at, changes if at == index else Fields({}, inner)) for at in range(count))
    return _nested(entry.model, place.within.split("."), Items(items))


def _nested(model: type[Entity], steps: list[str], last: Wanted) -> Fields | None:
    if len(steps) == 1:
        return Fields({steps[0]: last}, model)
    kind = next((slot.kind for slot in shape_of(model).slots if slot.key == steps[0]), None)
    inner = _nested(kind.entity, steps[1:], last) if isinstance(kind, Part) else None
    return Fields({steps[0]: inner}, model) if inner else None


def _item_model(model: type[Entity], steps: list[str]) -> type[Entity] | None:
    kind = next((slot.kind for slot in shape_of(model).slots if slot.key == steps[0]), None)
    if len(steps) > 1:
        return _item_model(kind.entity, steps[1:]) if isinstance(kind, Part) else None
    return kind.item.entity if isinstance(kind, Many) and isinstance(kind.item, Part) else None
