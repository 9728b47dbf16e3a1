"""Changes to the disk that must outlive a power cut: one small door, so that a test can break each of them.

Every method does one thing that the system does as one; which of them must be made durable, and when, is
the caller's knowledge. All raise CannotWrite.
"""

import ctypes
import errno
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from docgen.files import CannotWrite

_BINARY = getattr(os, "O_BINARY", 0)
# Where one call makes all of a file system durable. On others (FUSE) it may promise and not do it.
_SYNCS_AS_A_WHOLE = frozenset({"ext3", "ext4", "xfs", "f2fs", "tmpfs", "overlay"})


class Disk:
    """The disk as the system offers it."""

    def make_folder(self, path: Path) -> None:
        """The folder `path`, whose parent is there, exists."""
        with _refused(path):
            path.mkdir(exist_ok=True)

    def write(self, path: Path, data: bytes) -> None:
        """A new file holds `data`; not yet durable."""
        with _refused(path):
            _write_all(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, data)

    def append(self, path: Path, data: bytes) -> None:
        """The file, which may be new, ends in `data`; not yet durable."""
        with _refused(path):
            _write_all(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, data)

    def cut(self, path: Path, length_bytes: int) -> None:
        """The file ends after so many bytes; not yet durable."""
        with _refused(path):
            os.truncate(path, length_bytes)

    def sync(self, path: Path) -> None:
        """What the file holds is durable; its name is when its folder is."""
        with _refused(path):
            descriptor = os.open(path, os.O_RDWR | _BINARY)
            try:
                os.fsync(descriptor)
            finally:
                os.close(descriptor)

    def sync_folder(self, path: Path) -> None:
        """The names in the folder are durable; nothing where a folder cannot be synced (Windows)."""
        if sys.platform == "win32":
            return
        with _refused(path):
            descriptor = os.open(path, os.O_RDONLY)
            try:
                os.fsync(descriptor)
            finally:
                os.close(descriptor)

    def can_sync_all(self, folder: Path) -> bool:
        """Whether `sync_all` may be relied on here."""
        return _LIBC is not None and _file_system_of(folder) in _SYNCS_AS_A_WHOLE

    def sync_all(self, folder: Path) -> None:
        """All that was written to the file system in which `folder` lies is durable."""
        with _refused(folder):
            if _LIBC is None:
                raise OSError(errno.ENOSYS, os.strerror(errno.ENOSYS))
            descriptor = os.open(folder, os.O_RDONLY)
            try:
                if _LIBC.syncfs(descriptor):
                    number = ctypes.get_errno()
                    raise OSError(number, os.strerror(number))
            finally:
                os.close(descriptor)

    def move(self, source: Path, target: Path) -> None:
        """`source` is `target`, at once; a file that was there is replaced. Not yet durable."""
        with _refused(target):
            source.replace(target)

    def remove(self, path: Path) -> None:
        """The file is gone; not yet durable."""
        with _refused(path):
            path.unlink(missing_ok=True)

    def remove_folder(self, path: Path) -> None:
        """The empty folder is gone; not yet durable."""
        with _refused(path), suppress(FileNotFoundError):
            path.rmdir()


def remove_tree(disk: Disk, folder: Path) -> None:
    """`folder` and all in it is gone; links are not followed. Raises CannotWrite."""
    with _refused(folder):
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    for entry in entries:
        if entry.is_dir(follow_symlinks=False):
            remove_tree(disk, Path(entry.path))
        else:
            disk.remove(Path(entry.path))
    disk.remove_folder(folder)


def _write_all(path: Path, flags: int, data: bytes) -> None:
    descriptor = os.open(path, flags | _BINARY, 0o666)
    try:
        rest = memoryview(data)
        while rest:
            rest = rest[os.write(descriptor, rest) :]
    finally:
        os.close(descriptor)


def _syncfs() -> ctypes.CDLL | None:
    if sys.platform != "linux":
        return None
    libc = ctypes.CDLL(None, use_errno=True)
    return libc if hasattr(libc, "syncfs") else None


def _file_system_of(folder: Path) -> str:
    """The kind of file system, such as ext4; "" where the system does not tell."""
    try:
        device = folder.stat().st_dev
        mounts = Path("/proc/self/mountinfo").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""
    wanted = f"{os.major(device)}:{os.minor(device)}"
    for line in mounts.splitlines():
        before, _, after = line.partition(" - ")
        if before.split()[2:3] == [wanted]:
            return after.split()[0]
    return ""


_LIBC = _syncfs()


@contextmanager
def _refused(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as reason:
        if reason.errno is None:
            reason.errno = errno.EIO
        raise CannotWrite(path, reason) from reason
