"""archive diff: what differs between two versions, or two files: record, text, and a redline if wanted."""

import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any

from docgen.archive.difference.records import ADDED, CHANGED, REMOVED, FieldChange, record_changes
from docgen.archive.difference.redline import redline
from docgen.archive.difference.texts import TextChange, text_changes
from docgen.archive.history import warning_of
from docgen.archive.store import Archive
from docgen.archive.stored import StoredVersion
from docgen.campaign.models.record import BranchRecord, CommitteeRecord
from docgen.errors import DocgenError
from docgen.files import read_bounded, write_atomic
from docgen.workspace import Workspace

_PAPER, _RECORDS, _RECEIVED = "paper.docx", "record/", "scan/"
# Made anew with every version: what they tell is told by the record and the history.
_ALWAYS = ("provenance.json", "findings.json", "paper.pdf")
_FILE_BYTES_MAX = 200_000_000
_NO_TIME = "2000-01-01T00:00:00Z"
_MODELS = (BranchRecord, CommitteeRecord)
_FILES = frozenset((".docx", ".yaml", ".yml"))
_VERSIONED = re.compile(r"@v[0-9]+$")


class NothingToCompare(DocgenError):
    """The two sides have neither a record nor a paper in common."""

    exit_status = 2

    def __init__(self, old: str, new: str) -> None:
        super().__init__(
            f"“{old}”与“{new}”没有可以比较的内容",
            "两边应当都是归档件的地址，或都是 .docx 文件，或都是 .yaml 文件",
        )


class NoPaperToMark(DocgenError):
    """A redline was asked for where one side has no .docx."""

    exit_status = 2

    def __init__(self, name: str) -> None:
        super().__init__(f"“{name}”没有 .docx 文书，做不了花脸稿", "请去掉 --redline，或另指一份 .docx")


class InTheWay(DocgenError):
    """The redline would be written over one of the papers that are compared."""

    exit_status = 2

    def __init__(self, path: Path) -> None:
        super().__init__(f"花脸稿不能写到“{path}”：它正是要比较的文书", "请换一个文件名")


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two: its records by name, and its paper if it has one."""

    name: str
    records: Mapping[str, bytes]
    paper: bytes | None
    by: str = ""
    at: str = ""
    warning: str = ""
    others: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Difference:
    """What differs. `failure` says why a part of it is not there, such as the redline.

    `files` are those besides record and paper that came, went or changed, each with its op.
    """

    old: str
    new: str
    record: tuple[FieldChange, ...] = ()
    text: tuple[TextChange, ...] = ()
    redline: Path | None = None
    failure: DocgenError | None = None
    files: tuple[tuple[str, str], ...] = ()
    warning: str = ""

    def as_json(self) -> dict[str, Any]:
        """As `docgen archive diff --format json` has it."""
        return {
            "from": self.old,
            "to": self.new,
            "record": [asdict(one) for one in self.record],
            "text": [asdict(one) for one in self.text],
            "redline": str(self.redline) if self.redline else None,
        }


def difference(start: Path, old: str, new: str, output: Path | None) -> Difference:
    """What differs from `old` to `new`, each a file, or an address in the archive of the folder's workspace.

    What keeps a part from being told is in `failure`; the other parts are there. Raises DocgenErrors when
    nothing can be told.
    """
    before, after = _side(start, old), _side(start, new)
    _require_something(before, after)
    if output is not None:
        _require_papers(before, after, output, (old, new))
    told = Difference(
        before.name,
        after.name,
        files=_files_changed(before.others, after.others),
        warning=before.warning or after.warning,
    )
    for tell in (_tell_record, _tell_text, partial(_tell_redline, output)):
        try:
            told = tell(told, before, after)
        except DocgenError as failure:
            told = replace(told, failure=told.failure or failure)
    return told


def _side(start: Path, text: str) -> Side:
    path = Path(text)
    if path.suffix.lower() in _FILES and not _VERSIONED.search(text):
        data = read_bounded(path, _FILE_BYTES_MAX)
        return Side(text, {}, data) if path.suffix.lower() == ".docx" else Side(text, {"": data}, None)
    archive = Archive.open(Workspace.find(start).archive)
    version = archive.at(text)
    records = {name: version.read(name) for name in sorted(version.state) if name.startswith(_RECORDS)}
    name = _paper_of(version)
    others = {path: version.digest(path) for path in version.state if path not in (*records, *_ALWAYS, name)}
    return Side(
        version.address,
        records,
        version.read(name) if name else None,
        version.by,
        version.created,
        warning_of(archive),
        others,
    )


def _paper_of(version: StoredVersion) -> str:
    """The paper's .docx, or that of a paper of others; "" for neither."""
    files = sorted(path for path in version.state if path.endswith(".docx"))
    return _PAPER if _PAPER in files else next((path for path in files if path.startswith(_RECEIVED)), "")


def _require_something(before: Side, after: Side) -> None:
    if not (before.records and after.records) and (before.paper is None or after.paper is None):
        raise NothingToCompare(before.name, after.name)


def _require_papers(before: Side, after: Side, output: Path, names: tuple[str, str]) -> None:
    for side in (before, after):
        if side.paper is None:
            raise NoPaperToMark(side.name)
    if any(output.resolve() == Path(name).resolve() for name in names):
        raise InTheWay(output)


def _files_changed(old: Mapping[str, str], new: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    return tuple(
        (ADDED if path not in old else REMOVED if path not in new else CHANGED, path)
        for path in sorted(old.keys() | new.keys())
        if old.get(path) != new.get(path)
    )


def _tell_record(told: Difference, before: Side, after: Side) -> Difference:
    if not before.records or not after.records:
        return told
    changes = [
        change
        for name in sorted(before.records.keys() | after.records.keys())
        if before.records.get(name) != after.records.get(name)
        for change in record_changes(
            name or after.name, before.records.get(name), after.records.get(name), _MODELS
        )
    ]
    return replace(told, record=tuple(changes))


def _tell_text(told: Difference, before: Side, after: Side) -> Difference:
    if before.paper is None or after.paper is None:
        return told
    return replace(told, text=text_changes(before.paper, after.paper, (before.name, after.name)))


def _tell_redline(output: Path | None, told: Difference, before: Side, after: Side) -> Difference:
    if output is None or before.paper is None or after.paper is None:
        return told
    names = (before.name, after.name)
    marked = redline(before.paper, after.paper, author=after.by or "docgen", at=_utc(after.at), names=names)
    write_atomic(output, marked)
    return replace(told, redline=output)


def _utc(at: str) -> str:
    """The time of the new version, so that the same two give the same bytes."""
    if not at:
        return _NO_TIME
    return datetime.fromisoformat(at).astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
