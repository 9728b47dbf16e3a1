"""What comes after the commit: a staged version goes to its place. Every step may be repeated.

A version moves as one folder. The inventory in the object's root follows it; until it does, readers find
the version by the log.
"""

import os
from collections.abc import Iterable
from pathlib import Path

from docgen.archive.entries import DESTROY, LogLine
from docgen.archive.faults import IncompleteArchive, ObjectDamaged
from docgen.archive.ocfl import inventory as inventories
from docgen.archive.places import Places
from docgen.archive.staging import Syncing
from docgen.durable import Disk, remove_tree

_GONE = "gone"


def settle(disk: Disk, places: Places, lines: Iterable[LogLine], latest: frozenset[int]) -> None:
    """What these lines of the log say is done, durably, and nothing of them is left in staging.

    `latest` are the `seq` of lines that are the last of their object. Raises CannotWrite;
    IncompleteArchive or ObjectDamaged where staging does not hold what the log says.
    """
    lines = list(lines)
    syncing = Syncing(disk, places.folder)
    for line in lines:
        if line.event == DESTROY:
            _take_out(disk, syncing, places, line)
        elif line.version:
            _put_in(disk, syncing, places, line, line.seq in latest)
    if any(line.version or line.event == DESTROY for line in lines):
        syncing.all()
    # Only now is nothing of it needed any more. A name that comes back with the power is found settled.
    for line in lines:
        discard(disk, places.staged(line.seq))


def discard(disk: Disk, folder: Path) -> None:
    """A folder of staging is gone with what is in it."""
    if folder.is_dir():
        remove_tree(disk, folder)


def _put_in(disk: Disk, syncing: Syncing, places: Places, line: LogLine, is_latest: bool) -> None:
    staged, home = places.staged(line.seq), places.object(line.object)
    if line.version == "v1":
        if not home.is_dir():
            _require(staged / line.version, places, line)
            _make_parents(disk, places, home)
            disk.move(staged, home)
        syncing.folders(_parents(places, home))
        return
    if not (home / line.version).is_dir():
        _require(staged / line.version, places, line)
        disk.move(staged / line.version, home / line.version)
    if is_latest:
        for name in (inventories.NAME, inventories.SIDECAR):
            if (staged / name).is_file():
                disk.move(staged / name, home / name)
    syncing.folders([home])


def _require(staged: Path, places: Places, line: LogLine) -> None:
    try:
        data = (staged / inventories.NAME).read_bytes()
    except OSError as reason:
        raise IncompleteArchive(places.folder, f"“{line.object}”的 {line.version} 不见了") from reason
    if inventories.digest_of(data) != line.inventory:
        raise ObjectDamaged(line.object, f"staging 中 {line.version} 的 {inventories.NAME} 与日志不符")


def _take_out(disk: Disk, syncing: Syncing, places: Places, line: LogLine) -> None:
    staged, home = places.staged(line.seq), places.object(line.object)
    if home.is_dir():
        disk.make_folder(staged)
        disk.move(home, staged / _GONE)
    for parent in _parents(places, home)[:-1]:
        # OCFL forbids empty folders. One that is gone already was removed by an interrupted run.
        if parent.is_dir():
            if any(os.scandir(parent)):
                break
            disk.remove_folder(parent)
    syncing.folders(parent for parent in _parents(places, home) if parent.is_dir())


def _make_parents(disk: Disk, places: Places, home: Path) -> None:
    for parent in reversed(_parents(places, home)[:-1]):
        if not parent.is_dir():
            disk.make_folder(parent)


def _parents(places: Places, home: Path) -> list[Path]:
    """The folders from that in which the object lies up to the storage root."""
    parents = list(home.parents)
    return parents[: parents.index(places.ocfl) + 1]
