"""The one door to the disk: whole files or none, digests, names and paths that stay inside."""

import contextlib
import errno
import hashlib
import os
import re
import shutil
import stat
import tempfile
import time
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from docgen.errors import DocgenError

_FORBIDDEN = re.compile(r'[\x00-\x1f\x7f/\\:*?"<>|\s]+')
_RESERVED = re.compile(r"(?i)^(con|prn|aux|nul|com\d|lpt\d)(\.|$)")
# Not every system has these: O_NONBLOCK keeps a pipe from waiting for a writer.
_WITHOUT_WAITING = getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)
_REASONS = {
    errno.ENOENT: "没有这个文件或文件夹",
    errno.EACCES: "没有权限",
    errno.EPERM: "没有权限",
    errno.ENOSPC: "磁盘已满",
    errno.EDQUOT: "磁盘配额已用完",
    errno.EROFS: "磁盘是只读的",
    errno.EISDIR: "已有同名的文件夹",
    errno.ENOTDIR: "路径中有一段不是文件夹",
    errno.EEXIST: "路径中有一段不是文件夹",
    errno.ENAMETOOLONG: "文件名太长",
    errno.ELOOP: "快捷方式绕成了圈",
}
_LOOK_AT_THE_DISK = "请检查磁盘是否已满、文件夹是否只读，以及该文件是否正在 Word 或 WPS 中打开"
_MOVE_THE_FILE = "请把路径中那个占了文件夹位置的文件移走或改名，再重试"
_WAYS_OUT = {
    errno.ENOSPC: "请腾出磁盘空间，再重试",
    errno.EDQUOT: "请删去不用的文件，或请管理员放宽配额，再重试",
    errno.EISDIR: "请把这个同名的文件夹移走或改名，再重试",
    errno.ENOTDIR: _MOVE_THE_FILE,
    errno.EEXIST: _MOVE_THE_FILE,
    errno.ENAMETOOLONG: "请把名称改短，再重试",
}
_ASK_FOR_ACCESS = "请检查文件的权限，以及是否正被别的程序占用"
_TEMPORARY = ".docgen-"
_ABANDONED_SECONDS = 3600
_NAME_BYTES_MAX = 180  # most file systems stop at 255 bytes; a Chinese character takes three


def told(reason: OSError, otherwise: str = "系统拒绝读取") -> str:
    """Why the system refused, in the user's words."""
    return _REASONS.get(reason.errno or 0, otherwise)


class CannotWrite(DocgenError):
    """The disk refused: full, read-only, or the file is open in Word."""

    def __init__(self, path: Path, reason: OSError) -> None:
        super().__init__(
            f"写不进文件“{path}”：{told(reason, '系统拒绝写入')}",
            _WAYS_OUT.get(reason.errno or 0, _LOOK_AT_THE_DISK),
        )


class CannotRead(DocgenError):
    """The file is missing, forbidden, or no ordinary file; `reason` is the message without the path."""

    def __init__(self, path: Path, reason: str, remedy: str) -> None:
        super().__init__(f"读不出文件“{path}”：{reason}", remedy)
        self.reason = reason


class TooLarge(DocgenError):
    """The file is larger than the caller can bear."""

    def __init__(self, path: Path, limit_bytes: int) -> None:
        super().__init__(f"文件“{path}”超过 {limit_bytes} 字节", "请检查是不是放错了文件")


class OutsideWorkspace(DocgenError):
    """A path leads out of the folder it must stay in."""

    def __init__(self, path: str | os.PathLike[str], root: Path) -> None:
        super().__init__(f"路径“{os.fspath(path)}”超出了工作区“{root}”", "请改用工作区内的相对路径")


def write_atomic(path: Path, data: bytes, *, durable: bool = True) -> None:
    """`path` holds `data`, whole: it goes to a temporary file, is flushed to the disk and renamed.

    Parent folders are made. What need not survive a power cut is not `durable`, and not flushed.
    Raises CannotWrite, and leaves an older file as it was.
    """
    write_parts(path, (data,), durable=durable)


def write_parts(path: Path, parts: Iterable[bytes], *, durable: bool = True) -> None:
    """As `write_atomic`, of data that comes in parts and need not be in memory as a whole."""
    temporary = None
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        descriptor, temporary = tempfile.mkstemp(dir=path.parent, prefix=_TEMPORARY, suffix=".tmp")
        with os.fdopen(descriptor, "wb") as file:
            file.writelines(parts)
            file.flush()
            if durable:
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


def digest_of_parts(parts: Iterable[bytes]) -> str:
    """SHA-256 of the parts one after the other, in hexadecimal."""
    found = hashlib.sha256()
    for part in parts:
        found.update(part)
    return found.hexdigest()


def digest_of_file(path: Path) -> str | None:
    """SHA-256 of the file's bytes; None where there is no file that can be read."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return None


def safe_name(text: str) -> str:
    """`text` made fit for a file name on Windows, macOS and Linux; never empty."""
    name = _FORBIDDEN.sub("", unicodedata.normalize("NFC", text)).strip(". ")
    name = name.encode("utf-8", "ignore")[:_NAME_BYTES_MAX].decode("utf-8", "ignore").rstrip(". ")
    return f"_{name}" if not name or _RESERVED.match(name) else name


def inside(root: Path, path: str | os.PathLike[str]) -> Path:
    """`path` taken from `root`, links followed. Raises OutsideWorkspace if it leads out of `root`."""
    home = root.resolve()
    try:
        resolved = (home / path).resolve()
    except (OSError, RuntimeError, ValueError) as reason:
        # A circle of links, a name that is too long, or a NUL in it: it leads nowhere within.
        raise OutsideWorkspace(path, home) from reason
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


def fill_folder(
    folder: Path,
    files: Iterable[tuple[str, bytes]],
    finish: Callable[[Path], None] = lambda fresh: None,
) -> None:
    """`folder` holds the `files`, made one by one and not flushed to the disk, all of them or nothing.

    `finish` may still work on the folder before it has its name. `folder` is absent or empty before.
    Raises CannotWrite.
    """
    folder = folder.absolute()
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=folder.parent, prefix=_TEMPORARY) as name:
            fresh = Path(name) / "fresh"
            for relative, data in files:
                path = fresh / relative
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(data)
            finish(fresh)
            if folder.exists():
                folder.rmdir()  # renaming onto an empty folder fails on Windows
            fresh.rename(folder)
    except OSError as reason:
        raise CannotWrite(folder, reason) from reason


def swap_folder(folder: Path, files: Mapping[str, bytes]) -> None:
    """`folder` holds `files` and nothing else; until all are written it is as it was. Raises CannotWrite.

    Killed between its two renames it leaves none, and `put_back` brings the old one back.
    """
    folder = folder.absolute()
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=folder.parent, prefix=_swapping(folder)) as name:
            fresh, old = Path(name) / "fresh", Path(name) / "old"
            for relative, data in files.items():
                write_atomic(fresh / relative, data)
            if folder.exists():
                folder.rename(old)
            try:
                fresh.rename(folder)
            except OSError:
                old.rename(folder)
                raise
    except OSError as reason:
        raise CannotWrite(folder, reason) from reason


def _swapping(folder: Path) -> str:
    return f"{_TEMPORARY}{digest(folder.name.encode('utf-8', 'surrogatepass'))[:8]}-"


def put_back(folder: Path) -> None:
    """`folder` is there again if a killed `swap_folder` had taken it away; what it left is thrown away.

    Raises CannotWrite.
    """
    try:
        for left in sorted(folder.parent.glob(f"{_swapping(folder)}*")):
            if not folder.exists() and (left / "old").is_dir():
                (left / "old").rename(folder)
            if time.time() - left.stat().st_mtime > _ABANDONED_SECONDS:  # or somebody is at it just now
                shutil.rmtree(left)
    except OSError as reason:
        raise CannotWrite(folder, reason) from reason


def remove(path: Path) -> None:
    """The file is gone. Raises CannotWrite."""
    try:
        path.unlink(missing_ok=True)
    except OSError as reason:
        raise CannotWrite(path, reason) from reason


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


def make_folder(path: Path) -> None:
    """`path` is a folder. Raises CannotWrite."""
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as reason:
        raise CannotWrite(path, reason) from reason


def newest_only(folder: Path, pattern: str, count: int) -> None:
    """Of the files of this pattern only the newest are left."""
    with contextlib.suppress(OSError):
        by_age = sorted(folder.glob(pattern), key=lambda path: path.stat().st_mtime_ns, reverse=True)
        for path in by_age[count:]:
            path.unlink()


def remove_leftovers(folder: Path) -> None:
    """No temporary file of a process that was killed lies in `folder`; nobody else may be writing there."""
    for path in folder.glob(f"{_TEMPORARY}*.tmp"):
        with contextlib.suppress(OSError):
            path.unlink()


def remove_if_empty(folder: Path) -> None:
    """`folder` is gone if nothing was in it."""
    with contextlib.suppress(OSError):
        folder.rmdir()


@dataclass(slots=True)
class LineLog:
    """A file that grows line by line; each line is the system's, not the process's, once it is added."""

    path: Path
    _descriptor: int

    @classmethod
    def open(cls, path: Path) -> "LineLog":
        """The log at `path`, after what it holds already. Raises CannotWrite."""
        make_folder(path.parent)
        flags = os.O_WRONLY | os.O_CREAT | os.O_APPEND | getattr(os, "O_BINARY", 0)
        try:
            return cls(path, os.open(path, flags, 0o666))
        except OSError as reason:
            raise CannotWrite(path, reason) from reason

    def add(self, line: str) -> None:
        """`line` is in the file, on a line of its own even after one that was torn. Raises CannotWrite."""
        data = f"\n{line}\n".encode("utf-8", "surrogatepass")
        try:
            if os.write(self._descriptor, data) != len(data):
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        except OSError as reason:
            raise CannotWrite(self.path, reason) from reason

    def sync(self) -> None:
        """The lines outlive a power cut. Raises CannotWrite."""
        try:
            os.fsync(self._descriptor)
        except OSError as reason:
            raise CannotWrite(self.path, reason) from reason

    def close(self) -> None:
        """No more lines."""
        os.close(self._descriptor)


class Spool:
    """Data laid aside in a nameless file that goes with the process; memory holds only where it lies."""

    def __init__(self) -> None:
        self._file = tempfile.TemporaryFile(prefix=_TEMPORARY, buffering=0)  # noqa: SIM115  # as long as somebody asks
        self._end = 0

    def lay(self, data: bytes) -> "bytes | Aside":
        """Where the data lies; the data itself where the disk has no room."""
        try:
            self._file.seek(self._end)
            if self._file.write(data) != len(data):
                return data
        except OSError:
            return data
        self._end += len(data)
        return Aside(self, self._end - len(data), len(data))

    def read(self, offset: int, size: int) -> bytes:
        """What lies there; forked processes share the file, and so its position is left alone."""
        if hasattr(os, "pread"):
            return os.pread(self._file.fileno(), size, offset)
        self._file.seek(offset)
        return self._file.read(size)


@dataclass(frozen=True, slots=True)
class Aside:
    """Data in a spool. Sent to another process, it is the data."""

    spool: Spool
    offset: int
    size: int

    def __bytes__(self) -> bytes:
        return self.spool.read(self.offset, self.size)

    def __reduce__(self) -> tuple[type[bytes], tuple[bytes]]:
        return bytes, (bytes(self),)


def read_bounded(path: Path, limit_bytes: int) -> bytes:
    """The bytes of an ordinary file. Raises CannotRead, or TooLarge; a pipe or a device never hangs it."""
    try:
        descriptor = os.open(path, os.O_RDONLY | _WITHOUT_WAITING)
    except FileNotFoundError as reason:
        raise CannotRead(path, "找不到这个文件", "请检查文件名是否写对、文件是否已被移走") from reason
    except OSError as reason:
        raise CannotRead(path, told(reason, "系统拒绝读取"), _ASK_FOR_ACCESS) from reason
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        os.close(descriptor)
        raise CannotRead(
            path, "它不是普通文件（而是文件夹或设备）", "请把同名的文件夹或设备移走，放上正确的文件"
        )
    with os.fdopen(descriptor, "rb") as file:
        return _read_at_most(file, path, limit_bytes)


def _read_at_most(file: BinaryIO, path: Path, limit_bytes: int) -> bytes:
    try:
        data = file.read(limit_bytes + 1)
    except OSError as reason:
        raise CannotRead(path, told(reason, "读到一半出错"), _ASK_FOR_ACCESS) from reason
    if len(data) > limit_bytes:
        raise TooLarge(path, limit_bytes)
    return data
