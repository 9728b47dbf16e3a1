"""The hand-over of a year as a BagIt bag (RFC 8493): what any archive can check with its own tools."""

import os
import shutil
import tempfile
from collections.abc import Callable, Iterable, Mapping
from importlib import import_module
from pathlib import Path
from typing import Any

from docgen.errors import DocgenError
from docgen.files import CannotWrite, fill_folder

_PREFIX = ".docgen-"


class NoBagit(DocgenError):
    """The extra `archive` is not installed."""

    exit_status = 3

    def __init__(self) -> None:
        super().__init__(
            "没有安装移交归档文件所需的组件", "请执行 pip install 'docgen-gongwen[archive]' 后重试"
        )


class FolderTaken(DocgenError):
    """A bag must not be mixed with what lies there."""

    exit_status = 2

    def __init__(self, folder: Path) -> None:
        super().__init__(f"“{folder}”里已经有文件", "请换一个新的文件夹，或先把它移走")


def require_bagit() -> Any:
    """The library. Raises NoBagit."""
    try:
        return import_module("bagit")  # an extra: a core install must start without it
    except ImportError:
        raise NoBagit from None


def require_free(folder: Path) -> None:
    """The folder is absent or empty. Raises FolderTaken."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise FolderTaken(folder)


def write_bag(
    folder: Path,
    files: Iterable[tuple[str, bytes]],
    info: Mapping[str, str],
    on_sealing: Callable[[], None] = lambda: None,
) -> int:
    """`folder` is a valid bag of the files, or is not there at all; how many files it has.

    Made beside it, checked, then renamed. Raises NoBagit, FolderTaken or CannotWrite.
    """
    bagit = require_bagit()
    folder = folder.absolute()
    require_free(folder)
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=folder.parent, prefix=_PREFIX) as name:
            made = Path(name) / "bag"
            fill_folder(made, files)
            on_sealing()
            bag = bagit.make_bag(str(made), dict(info), checksums=["sha512", "sha256"])
            bag.validate()
            count = len(bag.payload_entries())
            _flush(made)
            if folder.exists():
                folder.rmdir()
            shutil.move(str(made), str(folder))
    except OSError as reason:
        raise CannotWrite(folder, reason) from reason
    return count


def _flush(folder: Path) -> None:
    """All of it is on the disk before it gets its name."""
    if hasattr(os, "sync"):
        os.sync()
