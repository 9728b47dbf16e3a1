"""Making what was written durable, and building the skeleton of an archive."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from docgen.archive.ocfl import inventory as inventories
from docgen.archive.ocfl.inventory import Next
from docgen.archive.ocfl.layout import OBJECT_DECLARATION, OBJECT_DECLARATION_TEXT, root_files
from docgen.archive.places import Places
from docgen.archive.readme import README
from docgen.durable import Disk


def version_files(fresh: Next, inventory: bytes) -> Mapping[str, bytes]:
    """The files of one more version of an object, by their paths in the object's root."""
    number, sidecar = fresh.inventory.head, inventories.sidecar(inventory)
    new_object = {OBJECT_DECLARATION: OBJECT_DECLARATION_TEXT} if number == "v1" else {}
    return {
        **new_object,
        **fresh.content,
        f"{number}/{inventories.NAME}": inventory,
        f"{number}/{inventories.SIDECAR}": sidecar,
        inventories.NAME: inventory,
        inventories.SIDECAR: sidecar,
    }


def write_tree(disk: Disk, folder: Path, files: Mapping[str, bytes]) -> list[Path]:
    """`folder`, whose parent is there, holds the files; nothing is durable yet. The folders, deepest last."""
    folders = {folder: None}
    disk.make_folder(folder)
    for relative, data in files.items():
        path = folder / relative
        for parent in reversed(path.relative_to(folder).parents):
            if folder / parent not in folders:
                disk.make_folder(folder / parent)
                folders[folder / parent] = None
        disk.write(path, data)
    return list(folders)


class Syncing:
    """What has to become durable together: with one call where the system has one, else piece by piece."""

    def __init__(self, disk: Disk, folder: Path) -> None:
        self._disk, self._folder = disk, folder
        self._at_once: bool | None = None

    def tree(self, folder: Path, files: Iterable[str], folders: Iterable[Path]) -> None:
        """Files and folders below `folder` are durable, or will be with the next `all`."""
        if not self._together():
            for relative in files:
                self._disk.sync(folder / relative)
            for one in reversed(list(folders)):
                self._disk.sync_folder(one)

    def folders(self, folders: Iterable[Path]) -> None:
        """The names in these folders are durable, or will be with the next `all`."""
        if not self._together():
            for one in folders:
                self._disk.sync_folder(one)

    def all(self) -> None:
        """What was promised above is true."""
        if self._together():
            self._disk.sync_all(self._folder)

    def _together(self) -> bool:
        if self._at_once is None:
            self._at_once = self._disk.can_sync_all(self._folder)
        return self._at_once


def make_skeleton(disk: Disk, places: Places) -> None:
    """An archive without objects lies in the folder, durably; what is there already stays."""
    folders = [places.folder, places.ocfl, places.log, places.staging, places.checkpoints]
    for folder in folders:
        disk.make_folder(folder)
    files = {f"ocfl/{name}": data for name, data in root_files().items()}
    # The declarations come last: without them it is no archive yet.
    for relative, data in {"README.txt": README.encode("utf-8-sig"), **files}.items():
        path = places.folder / relative
        for parent in reversed(path.relative_to(places.folder).parents):
            disk.make_folder(places.folder / parent)
            folders.append(places.folder / parent)
        if not path.exists() or path.read_bytes() != data:
            disk.remove(path)
            disk.write(path, data)
        disk.sync(path)
    for folder in reversed(list(dict.fromkeys(folders))):
        disk.sync_folder(folder)
    disk.sync_folder(places.folder.parent)
