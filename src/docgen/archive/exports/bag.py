"""The hand-over of a year as a BagIt bag (RFC 8493): what any archive can check with its own tools."""

import os
from collections.abc import Iterable, Mapping
from importlib import import_module
from pathlib import Path
from typing import Any

from docgen.errors import DocgenError
from docgen.files import fill_folder


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


def write_bag(folder: Path, files: Iterable[tuple[str, bytes]], info: Mapping[str, str]) -> int:
    """`folder` is a valid bag of the files, or is not there at all; how many files it has.

    Raises NoBagit, FolderTaken or CannotWrite.
    """
    bagit = require_bagit()
    require_free(folder)
    count = 0

    def sealed(fresh: Path) -> None:
        nonlocal count
        bag = bagit.make_bag(str(fresh), dict(info), checksums=["sha512", "sha256"])
        bag.validate()
        count = len(bag.payload_entries())
        if hasattr(os, "sync"):
            os.sync()  # all of it is on the disk before it gets its name

    fill_folder(folder, files, sealed)
    return count
