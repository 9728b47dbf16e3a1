"""archive show: what one version of a paper holds, and its files as they were."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from docgen.archive.history import Event, history, warning_of
from docgen.archive.store import Archive
from docgen.archive.stored import StoredObject, StoredVersion
from docgen.archive.succession import Succession, succession
from docgen.errors import DocgenError
from docgen.files import CannotRead, CannotWrite, OutsideWorkspace, inside, read_bounded, remove, write_atomic
from docgen.text.dates import cn_date
from docgen.workspace import Workspace

_COMPARED_BYTES_MAX = 1_000_000_000


class NotYetThere(DocgenError):
    """On that day the paper was not in the archive."""

    exit_status = 2

    def __init__(self, stored: StoredObject, day: date) -> None:
        first = stored.versions[0]
        super().__init__(
            f"{cn_date(day)}时归档库里还没有“{stored.id}”",
            f"它最早的一版（{first.number}）存于 {first.created[:10]}",
        )


class TwoVersions(DocgenError):
    """The call names two different versions."""

    exit_status = 2

    def __init__(self) -> None:
        super().__init__("同时指明了不止一版", "地址里的 @vN、--version 和 --on 只用一个")


class WouldOverwrite(DocgenError):
    """Other files of these names lie there already."""

    def __init__(self, folder: Path, names: list[str]) -> None:
        shown = "、".join(names[:5]) + ("等" if len(names) > 5 else "")
        super().__init__(
            f"“{folder}”里已有内容不同的 {shown}，没有取出任何文件",
            "请用 -o 指明另一个文件夹，或先把它们移走",
        )


class UnsafeName(DocgenError):
    """A file name in the inventory leads out of the folder: somebody tampered with it."""

    def __init__(self, address: str, name: str) -> None:
        super().__init__(
            f"“{address}”里的文件名“{name}”会写到所给文件夹之外，没有取出任何文件",
            "归档件可能被改动过，请执行 docgen archive verify 查明",
        )


@dataclass(frozen=True, slots=True)
class Shown:
    """One version of a paper, as the history has it, and where its files were written."""

    object: str
    title: str
    version: Event
    is_latest: bool
    succession: Succession
    written: tuple[Path, ...] = ()
    warning: str = ""


def show(
    workspace: Workspace, address: str, number: str | None, day: date | None, output: Path | None
) -> Shown:
    """The version named, or that of the day, or the latest; its files under `output` if there is one.

    Raises what `Archive.find` raises, and NotYetThere, TwoVersions, WouldOverwrite, UnsafeName, CannotWrite.
    """
    archive = Archive.open(workspace.archive)
    found = archive.resolve(address)
    if sum(one is not None for one in (found.version, number, day)) > 1:
        raise TwoVersions
    stored = archive.find(found.object)
    version = version_on(stored, day) if day else stored.version(found.version or _tidy(number))
    told = history(stored)
    event = next(one for one in told.versions if one.version == version.number)
    written = write_files(version, output) if output is not None else ()
    return Shown(
        stored.id,
        told.title,
        event,
        version is stored.latest,
        succession(archive, stored.id),
        written,
        warning_of(archive),
    )


def version_on(stored: StoredObject, day: date) -> StoredVersion:
    """The version that was the latest at the end of that day. Raises NotYetThere."""
    found = [one for one in stored.versions if _day(one.created) <= day]
    if not found:
        raise NotYetThere(stored, day)
    return found[-1]


def write_files(version: StoredVersion, folder: Path) -> tuple[Path, ...]:
    """The same bytes lie under the folder: all files or, where one cannot be, none."""
    targets = {path: _target(version, folder, path) for path in sorted(version.state)}
    files = {path: version.read(path) for path in targets}
    others = [path for path in files if _is_other(targets[path], files[path])]
    if others:
        raise WouldOverwrite(folder, others)
    _write(targets, files)
    return tuple(targets.values())


def _write(targets: Mapping[str, Path], files: Mapping[str, bytes]) -> None:
    made: list[Path] = []
    try:
        for path, target in targets.items():
            if not target.exists():
                write_atomic(target, files[path], durable=False)
                made.append(target)
    except CannotWrite:
        for target in made:
            remove(target)
        raise


def _tidy(number: str | None) -> str | None:
    """`2`, `V2` and `v2` are the same version."""
    if number is None:
        return None
    typed = number.strip().lower()
    return f"v{typed}" if typed.isdecimal() else typed


def _day(created: str) -> date:
    return datetime.fromisoformat(created).date()


def _target(version: StoredVersion, folder: Path, path: str) -> Path:
    try:
        return inside(folder, path)
    except OutsideWorkspace as reason:
        raise UnsafeName(version.address, path) from reason


def _is_other(target: Path, data: bytes) -> bool:
    if not target.exists() and not target.is_symlink():
        return False
    try:
        return read_bounded(target, _COMPARED_BYTES_MAX) != data
    except CannotRead:
        return True
