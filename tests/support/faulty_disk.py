"""Disks that fail as disks do: at any operation, in any of its ways, or with the power."""

import errno
import os
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from docgen.durable import Disk
from docgen.files import CannotWrite

OPERATIONS = (
    "make_folder",
    "write",
    "append",
    "cut",
    "sync",
    "sync_folder",
    "sync_all",
    "move",
    "remove",
    "remove_folder",
)
NEED_ROOM = ("write", "append", "make_folder")
FAULTS = ("crash", "torn", "ENOSPC", "EACCES", "full")


Mute = Callable[[str, Path], bool]


class Crash(BaseException):
    """The process is gone."""


class WatchedDisk(Disk):
    """A disk on which `before` hears of every operation; `at_once` says whether one call syncs all."""

    def __init__(self, *, at_once: bool) -> None:
        self._at_once = at_once

    def can_sync_all(self, folder: Path) -> bool:
        return self._at_once

    def before(self, name: str, *args: Any) -> bool:
        """Whether the operation is to be done."""
        raise NotImplementedError


def _watched(name: str) -> Callable[..., None]:
    def operation(self: WatchedDisk, *args: Any) -> None:
        if not self.before(name, *args):
            return
        if name == "sync_all":
            return  # what it would do is not what these tests can see
        getattr(Disk, name)(self, *args)

    return operation


for _name in OPERATIONS:
    setattr(WatchedDisk, _name, _watched(_name))


class FaultyDisk(WatchedDisk):
    """Fails at operation `at`, counted from 1; 0 counts only.

    crash: the process ends before it; torn: half of what is written is there, then the process ends;
    ENOSPC, EACCES: refused once, after half of it was written; full: refused from then on
    whatever needs room.
    """

    def __init__(self, at: int = 0, fault: str = "crash", *, at_once: bool = False) -> None:
        super().__init__(at_once=at_once)
        self.count = 0
        self.names: list[str] = []
        self._at, self._fault, self._dead = at, fault, False

    def before(self, name: str, *args: Any) -> bool:
        if self._dead:
            raise Crash
        self.count += 1
        self.names.append(name)
        if (
            self._fault == "full"
            and 0 < self._at <= self.count
            and name in ("write", "append", "make_folder")
        ):
            self._half(name, *args)
            raise CannotWrite(args[0], OSError(errno.ENOSPC, os.strerror(errno.ENOSPC)))
        if self.count != self._at or self._fault == "full":
            # What a sync does cannot be seen without a power cut, and it is slow.
            return name not in ("sync", "sync_folder")
        if self._fault != "crash":
            self._half(name, *args)
        if self._fault in ("crash", "torn"):
            self._dead = True
            raise Crash
        number = getattr(errno, self._fault)
        raise CannotWrite(args[0], OSError(number, os.strerror(number)))

    def _half(self, name: str, *args: Any) -> None:
        if name in ("write", "append"):
            getattr(Disk, name)(self, args[0], args[1][: len(args[1]) // 2])


@dataclass
class File:
    """A file: what programs see, and what is on the platter."""

    data: bytes = b""
    durable: bytes = b""


@dataclass
class Folder:
    """A folder: the names that programs see, and those on the platter."""

    names: "dict[str, File | Folder]" = field(default_factory=dict)
    durable: "dict[str, File | Folder]" = field(default_factory=dict)


class RecordingDisk(WatchedDisk):
    """Does everything, and keeps a list of it to be played back with the power cut at any moment.

    `mute` leaves syncs out: it hears the name of the operation and the path.
    """

    def __init__(
        self, *, at_once: bool, mute: Callable[[str, Path], bool] = lambda name, path: False
    ) -> None:
        super().__init__(at_once=at_once)
        self.operations: list[tuple[str, tuple[Any, ...]]] = []
        self._mute = mute

    def before(self, name: str, *args: Any) -> bool:
        if not (name.startswith("sync") and self._mute(name, args[0])):
            self.operations.append((name, args))
        return not name.startswith("sync")


class Platter:
    """What would be on the disk of `home` if the power went.

    Only what was synced survives: a file its bytes, a folder its names. A name moved is on the platter when
    the folder it moved into is synced; it is gone from the old one when that is.
    """

    def __init__(self, home: Path) -> None:
        self._home = home
        self._root = _taken(home)

    def do(self, name: str, *args: Any) -> None:
        """The operation happens."""
        getattr(self, f"_{name}")(*args)

    def seen(self, target: Path) -> None:
        """`target` holds what programs see: what a process that was killed leaves behind."""
        _laid_out(self._root, target, journaled=True, whole=True)

    def cut(self, target: Path, *, journaled: bool) -> None:
        """`target` holds what is left. `journaled`: all names are, but of files only what was synced."""
        _laid_out(self._root, target, journaled)

    def _find(self, path: Path) -> Any:
        node: Any = self._root
        for part in path.relative_to(self._home).parts:
            node = node.names[part]
        return node

    def _make_folder(self, path: Path) -> None:
        self._find(path.parent).names.setdefault(path.name, Folder())

    def _write(self, path: Path, data: bytes) -> None:
        self._find(path.parent).names[path.name] = File(data)

    def _append(self, path: Path, data: bytes) -> None:
        file = self._find(path.parent).names.setdefault(path.name, File())
        file.data += data

    def _cut(self, path: Path, length_bytes: int) -> None:
        self._find(path).data = self._find(path).data[:length_bytes]

    def _sync(self, path: Path) -> None:
        self._find(path).durable = self._find(path).data

    def _sync_folder(self, path: Path) -> None:
        folder = self._find(path)
        folder.durable = dict(folder.names)

    def _sync_all(self, path: Path) -> None:
        waiting: list[File | Folder] = [self._root]
        while waiting:
            node = waiting.pop()
            if isinstance(node, File):
                node.durable = node.data
            else:
                node.durable = dict(node.names)
                waiting += node.names.values()

    def _move(self, source: Path, target: Path) -> None:
        self._find(target.parent).names[target.name] = self._find(source.parent).names.pop(source.name)

    def _remove(self, path: Path) -> None:
        self._find(path.parent).names.pop(path.name, None)

    def _remove_folder(self, path: Path) -> None:
        self._find(path.parent).names.pop(path.name, None)


def _taken(path: Path) -> Folder:
    folder = Folder()
    for entry in path.iterdir():
        if entry.is_dir():
            folder.names[entry.name] = _taken(entry)
        else:
            data = entry.read_bytes()
            folder.names[entry.name] = File(data, data)
    folder.durable = dict(folder.names)
    return folder


def _laid_out(folder: Folder, target: Path, journaled: bool, whole: bool = False) -> None:
    target.mkdir(exist_ok=True)
    for name, node in (folder.names if journaled else folder.durable).items():
        if isinstance(node, Folder):
            _laid_out(node, target / name, journaled, whole)
        else:
            (target / name).write_bytes(node.data if whole else _left(node, journaled))


def _left(file: File, journaled: bool) -> bytes:
    if journaled and file.data.startswith(file.durable):
        return file.data[: (len(file.durable) + len(file.data)) // 2]
    return file.durable
