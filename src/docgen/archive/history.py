"""The history of one paper: what happened to it, when, by whom and why, and which files it then had."""

from dataclasses import asdict, dataclass
from typing import Any

from docgen.archive import provenance
from docgen.archive.faults import ObjectDamaged, UnknownFile
from docgen.archive.provenance import About, FaultyProvenance, Provenance
from docgen.archive.store import Archive
from docgen.archive.stored import StoredObject, StoredVersion

_PROGRAM = "docgen "


@dataclass(frozen=True, slots=True)
class File:
    """One file by its logical path; `size` is None where it is missing on the disk."""

    path: str
    size: int | None
    sha512: str


@dataclass(frozen=True, slots=True)
class Event:
    """One version. `edition` is the record's own (版次), never the version's number."""

    version: str
    edition: str
    event: str
    doc_no: str
    created: str
    by: str
    reason: str
    docgen: str
    files: tuple[File, ...]


@dataclass(frozen=True, slots=True)
class History:
    """A paper and its versions, the oldest first."""

    object: str
    title: str
    versions: tuple[Event, ...]

    def as_json(self) -> dict[str, Any]:
        """As `docgen archive history --format json` has it."""
        return asdict(self)


def history(stored: StoredObject) -> History:
    """What is known of every version; a damaged provenance only leaves its words out."""
    told = [told_of(version) for version in stored.versions]
    titles = [one.about.title or one.about.name for one in told if one]
    return History(
        stored.id,
        next((title for title in reversed(titles) if title), ""),
        tuple(map(_event, stored.versions, told)),
    )


def told_of(version: StoredVersion) -> Provenance | None:
    """Its provenance; None where there is none that can be read."""
    try:
        return provenance.read(version.read(provenance.FILE))
    except (UnknownFile, ObjectDamaged, FaultyProvenance):
        return None


def warning_of(archive: Archive) -> str:
    """What a reader must know of a damaged log; "" for a sound one."""
    if not archive.faults:
        return ""
    first = archive.faults[0]
    more = f"等 {len(archive.faults)} 处" if len(archive.faults) > 1 else ""
    return (
        f"归档日志已损坏（{first.place} {first.what}{more}），下面的内容照文件列出，可能不全；"
        "请用 docgen archive verify 查明，再从备份恢复"
    )


def _event(version: StoredVersion, told: Provenance | None) -> Event:
    about = told.about if told else About()
    program = told.program.removeprefix(_PROGRAM) if told else ""
    return Event(
        version.number,
        about.edition,
        version.event or (told.event if told else ""),
        version.doc_no or about.doc_no,
        version.created,
        version.by,
        version.reason,
        program,
        tuple(_file(version, path) for path in sorted(version.state)),
    )


def _file(version: StoredVersion, path: str) -> File:
    try:
        size = version.size(path)
    except (ObjectDamaged, OSError):
        return File(path, None, version.digest(path))
    return File(path, size, version.digest(path))
