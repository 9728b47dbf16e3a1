"""One build at a time in a workspace. The system frees the lock of a process that was killed."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from docgen.files import CannotWrite, make_folder

_FILE = "lock"


@contextmanager
def alone(folder: Path, on_wait: Callable[[], None]) -> Iterator[None]:
    """No other build is in the workspace whose notes lie in `folder`; `on_wait` is called if one was.

    Raises CannotWrite.
    """
    make_folder(folder)
    lock = FileLock(folder / _FILE)
    try:
        lock.acquire(timeout=0)
    except Timeout:
        on_wait()
        lock.acquire(poll_interval=0.2)
    except NotImplementedError:
        pass  # a network drive that knows no locks
    except OSError as reason:
        raise CannotWrite(folder / _FILE, reason) from reason
    try:
        yield
    finally:
        lock.release()
