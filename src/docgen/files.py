"""The one door to the disk: whole files or none, digests, names and paths that stay inside."""

import contextlib
import hashlib
import os
import re
import tempfile
import unicodedata
from collections.abc import Iterable, Mapping
from pathlib import Path

from docgen.errors import DocgenError

_FORBIDDEN = re.compile(r'[\x00-\x1f\x7f/\\:*?"<>|\s]+')
_RESERVED = re.compile(r"(?i)^(con|prn|aux|nul|com\d|lpt\d)(\.|$)")
_NAME_BYTES_MAX = 180  # most file systems stop at 255 bytes; a Chinese character takes three


class CannotWrite(DocgenError):
    """The disk refused: full, read-only, or the file is open in Word."""

    def __init__(self, path: Path, reason: OSError) -> None:
        super().__init__(
            f"写不进文件“{path}”：{reason.strerror or reason}",
            "请检查磁盘是否已满、文件夹是否只读，以及该文件是否正在 Word 或 WPS 中打开",
        )


class OutsideWorkspace(DocgenError):
    """A path leads out of the folder it must stay in."""

    def __init__(self, path: str | os.PathLike[str], root: Path) -> None:
        super().__init__(f"路径“{os.fspath(path)}”超出了工作区“{root}”", "请改用工作区内的相对路径")


def write_atomic(path: Path, data: bytes) -> None:
    """`path` holds `data`, whole: it goes to a temporary file, is flushed to the disk and renamed.

    Parent folders are made. Raises CannotWrite, and leaves an older file as it was.
    """
    temporary = None
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        descriptor, temporary = tempfile.mkstemp(dir=path.parent, prefix=".docgen-", suffix=".tmp")
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(temporary).chmod(_mode_of_new_files())
        Path(temporary).replace(path)
    except OSError as reason:
        raise CannotWrite(path, reason) from reason
    finally:
        # Gone after the rename; left over after an error or Ctrl-C.
        if temporary is not None:
            with contextlib.suppress(OSError):
                Path(temporary).unlink(missing_ok=True)


def _mode_of_new_files() -> int:
    # mkstemp gives 0600; a paper must be readable by whoever the umask lets read.
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def digest(data: bytes) -> str:
    """SHA-256 of the bytes, in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def safe_name(text: str) -> str:
    """`text` made fit for a file name on Windows, macOS and Linux; never empty."""
    name = _FORBIDDEN.sub("", unicodedata.normalize("NFC", text)).strip(". ")
    while len(name.encode()) > _NAME_BYTES_MAX:
        name = name[:-1]
    return f"_{name}" if not name or _RESERVED.match(name) else name


def inside(root: Path, path: str | os.PathLike[str]) -> Path:
    """`path` taken from `root`, links followed. Raises OutsideWorkspace if it leads out of `root`."""
    home = root.resolve()
    resolved = (home / path).resolve()
    if resolved != home and home not in resolved.parents:
        raise OutsideWorkspace(path, home)
    return resolved


def write_folder(folder: Path, files: Mapping[str, bytes], empty: Iterable[str] = ()) -> None:
    """`folder` holds `files` (by relative path) and the `empty` folders, all of them or nothing.

    `folder` is absent or empty before. Raises CannotWrite.
    """
    folder = folder.absolute()
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=folder.parent, prefix=".docgen-") as name:
            fresh = Path(name) / "fresh"
            for relative, data in files.items():
                write_atomic(fresh / relative, data)
            for relative in empty:
                (fresh / relative).mkdir(parents=True, exist_ok=True)
            if folder.exists():
                folder.rmdir()  # renaming onto an empty folder fails on Windows
            fresh.rename(folder)
    except OSError as reason:
        raise CannotWrite(folder, reason) from reason


def move_aside(path: Path, folder: Path) -> Path:
    """`path` has moved into `folder`, under a name that was free there. Raises CannotWrite."""
    target, number = folder / path.name, 1
    try:
        folder.mkdir(parents=True, exist_ok=True)
        while target.exists():
            number += 1
            target = folder / f"{path.stem}（{number}）{path.suffix}"
        path.replace(target)
    except OSError as reason:
        raise CannotWrite(path, reason) from reason
    return target
