"""The archive for those who read it: they need no lock, wait for nobody and change nothing."""

import json
import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from docgen.archive import address
from docgen.archive.address import Address
from docgen.archive.entries import DESTROY, LogLine
from docgen.archive.faults import (
    DestroyedObject,
    IncompleteArchive,
    NewerArchive,
    NoArchive,
    UnknownObject,
)
from docgen.archive.log import FIRST, Fault, Log, read_log
from docgen.archive.ocfl.inventory import NAME
from docgen.archive.ocfl.layout import OBJECT_DECLARATION, ROOT_DECLARATION
from docgen.archive.places import Places
from docgen.archive.register import Register
from docgen.archive.stored import StoredObject, StoredVersion, stored_object
from docgen.files import CannotRead, told


class Archive:
    """What the log says, and the objects it speaks of. A damaged log does not keep from reading."""

    def __init__(self, places: Places, log: Log) -> None:
        self.places = places
        self.faults: tuple[Fault, ...] = log.faults
        self._lines: list[LogLine] = []
        self._by_object: dict[str, list[LogLine]] = {}
        self._destroyed: dict[str, LogLine] = {}
        self._register: Register | None = None
        for line in log.lines:
            self.add(line)

    @classmethod
    def open(cls, folder: Path) -> "Archive":
        """The archive in the folder. Raises NoArchive, IncompleteArchive, NewerArchive or CannotRead."""
        return cls(Places(folder), opened(Places(folder)))

    @property
    def folder(self) -> Path:
        return self.places.folder

    @property
    def lines(self) -> Sequence[LogLine]:
        """All events, the oldest first."""
        return self._lines

    @property
    def head(self) -> str:
        """The digest of the last line: it vouches for all before it."""
        return self._lines[-1].self_digest if self._lines else FIRST

    @property
    def seq(self) -> int:
        """The number of the last line."""
        return self._lines[-1].seq if self._lines else 0

    @property
    def register(self) -> Register:
        """The register of document numbers."""
        if self._register is None:
            self._register = Register.from_lines(self._lines)
        return self._register

    def add(self, line: LogLine) -> None:
        """The event counts from now on; for the writer."""
        self._lines.append(line)
        if line.object:
            self._by_object.setdefault(line.object, []).append(line)
        if line.event == DESTROY:
            self._destroyed[line.object] = line
        if self._register is not None:
            self._register.add(line)

    def objects(self) -> Iterator[str]:
        """The ids of all objects that are there, in the order in which they came."""
        for object_id, lines in self._by_object.items():
            if object_id not in self._destroyed and any(line.version for line in lines):
                yield object_id
        if self.faults:
            yield from (one for one in _on_disk(self.places) if one not in self._by_object)

    def lines_of(self, object_id: str) -> Sequence[LogLine]:
        """The events of one object, the oldest first; none for an unknown one."""
        return self._by_object.get(object_id, ())

    def destroyed(self, object_id: str) -> LogLine | None:
        """The tombstone of an object; None for one that is there."""
        return self._destroyed.get(object_id)

    def resolve(self, text: str) -> Address:
        """The address that a user typed. Raises UnknownObject or AmbiguousAddress."""
        return address.parse(text, [*dict.fromkeys([*self.objects(), *self._by_object])])

    def find(self, object_id: str) -> StoredObject:
        """The object of this id. Raises UnknownObject, DestroyedObject or ObjectDamaged."""
        tombstone = self.destroyed(object_id)
        if tombstone:
            raise DestroyedObject(object_id, tombstone.at, tombstone.by, tombstone.reason)
        lines = self.lines_of(object_id)
        if not any(line.version for line in lines) and not self._lies_unlisted(object_id):
            raise UnknownObject(object_id, list(self.objects()))
        return stored_object(self.places, object_id, lines, strict=not self.faults)

    def at(self, text: str) -> StoredVersion:
        """The version at an address as the user typed it, or the latest. Raises what `find` raises."""
        found = self.resolve(text)
        return self.find(found.object).version(found.version)

    def _lies_unlisted(self, object_id: str) -> bool:
        return bool(self.faults) and (self.places.object(object_id) / NAME).is_file()


def opened(places: Places) -> Log:
    """The log of an archive that this docgen may read. Raises what `Archive.open` raises."""
    if not places.folder.is_dir():
        raise NoArchive(places.folder)
    try:
        _require_known_root(places)
        log = read_log(places.log)
    except OSError as reason:
        raise CannotRead(places.folder, told(reason), "请检查归档文件夹的权限") from reason
    newer = next((line for line in log.lines if "format" in line.extra), None)
    if newer:
        raise NewerArchive(places.folder, f"日志格式 {newer.extra['format']}")
    if not log.lines and not log.faults and _has_objects(places):
        raise IncompleteArchive(places.folder, "有归档的文件，却没有日志（log 文件夹）")
    return log


def _require_known_root(places: Places) -> None:
    declared = [path.name for path in places.ocfl.glob("0=*")]
    if not declared:
        if any(places.log.glob("*.jsonl")) or _has_objects(places):
            raise IncompleteArchive(places.folder, "没有 ocfl 文件夹，或其中缺少版本声明")
        raise NoArchive(places.folder)
    if ROOT_DECLARATION not in declared:
        raise NewerArchive(places.folder, declared[0].removeprefix("0="))


def _has_objects(places: Places) -> bool:
    # The first level of the tree of objects has folders of three characters.
    try:
        return any(entry.is_dir() and len(entry.name) == 3 for entry in os.scandir(places.ocfl))
    except FileNotFoundError:
        return False


def _on_disk(places: Places) -> Iterator[str]:
    """The ids of the objects in the storage root, as their inventories tell."""
    for declaration in sorted(places.ocfl.rglob(OBJECT_DECLARATION)):
        try:
            yield str(json.loads((declaration.parent / NAME).read_bytes())["id"])
        except (OSError, ValueError, KeyError, TypeError):
            continue
