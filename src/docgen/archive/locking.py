"""One writer at a time. The system frees the lock of a process that was killed; readers never wait."""

import errno
import getpass
import json
import os
import platform
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from filelock import FileLock, Timeout

from docgen.archive.faults import ArchiveBusy, NoLocks
from docgen.files import CannotWrite, make_folder, write_atomic

_FILE, _HOLDER = "lock", "lock.json"
_POLL_SECONDS = 0.05
_WITHOUT_LOCKS = {errno.ENOSYS, errno.ENOLCK, errno.EOPNOTSUPP}
_TRIAL_SECONDS = 20
_TRIAL = """\
import sys
from filelock import FileLock, Timeout
try:
    FileLock(sys.argv[1], fallback_to_soft=False).acquire(timeout=0)
except Timeout:
    sys.exit(9)
"""
_HELD = 9


@dataclass(frozen=True, slots=True)
class Hold:
    """The lock, held. `longest` is how many lines the log had when it was last written to, 0 if unknown."""

    folder: Path
    by: str
    longest: int

    def sign(self, seq: int) -> None:
        """Whoever asks is told who holds the lock, and the next writer how long the log is."""
        about = {"by": self.by, "user": _user(), "host": platform.node(), "pid": os.getpid()}
        about |= {"since": _now(), "seq": str(seq)}
        write_atomic(self.folder / _HOLDER, json.dumps(about, ensure_ascii=False).encode(), durable=False)


@contextmanager
def alone(
    folder: Path, by: str, wait_seconds: float, on_wait: Callable[[str], None] = lambda holder: None
) -> Iterator[Hold]:
    """Nobody else writes to the archive in `folder`.

    `on_wait` hears who holds the lock when there is waiting to do. Raises ArchiveBusy, NoLocks, CannotWrite.
    """
    make_folder(folder)
    # A lock file that only lies there is not freed when its process is killed.
    lock = FileLock(folder / _FILE, fallback_to_soft=False)
    try:
        try:
            lock.acquire(timeout=0)
        except Timeout:
            on_wait(holder(folder))
            lock.acquire(timeout=wait_seconds, poll_interval=_POLL_SECONDS)
    except Timeout as reason:
        raise ArchiveBusy(folder, holder(folder), wait_seconds) from reason
    except OSError as reason:
        if reason.errno in _WITHOUT_LOCKS:
            raise NoLocks(folder) from reason
        raise CannotWrite(folder / _FILE, reason) from reason
    try:
        hold = Hold(folder, by, _longest(folder))
        hold.sign(hold.longest)
        yield hold
    finally:
        lock.release()


def _longest(folder: Path) -> int:
    try:
        return int(json.loads((folder / _HOLDER).read_bytes())["seq"])
    except (OSError, ValueError, KeyError, TypeError):
        return 0


def _user() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return ""


def _now() -> str:
    return datetime.now().astimezone().isoformat(timespec="seconds")


def holder(folder: Path) -> str:
    """Who wrote last, in words: the one who holds the lock, if it is held."""
    try:
        about = json.loads((folder / _HOLDER).read_bytes())
        since = str(about["since"])[11:16]
        return f"{about['by']}（{about['host']}，进程 {about['pid']}，{since} 开始）"
    except (OSError, ValueError, KeyError, TypeError):
        return "另一个程序"


def locks_work(folder: Path) -> bool:
    """Whether a second process is kept out while this one holds a lock in `folder`. Raises CannotWrite."""
    try:
        with tempfile.TemporaryDirectory(dir=folder, prefix=".docgen-") as name:
            path = Path(name) / _FILE
            with FileLock(path, fallback_to_soft=False):
                command = [sys.executable, "-c", _TRIAL, str(path)]
                trial = subprocess.run(command, check=False, capture_output=True, timeout=_TRIAL_SECONDS)
            return trial.returncode == _HELD
    except subprocess.TimeoutExpired:
        return False
    except OSError as reason:
        if reason.errno in _WITHOUT_LOCKS:
            return False
        raise CannotWrite(folder, reason) from reason
