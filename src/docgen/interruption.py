"""Ctrl-C that a library has swallowed.

pydantic, for one, turns a KeyboardInterrupt that arrives while it serialises into an error of its own;
taken for a fault of one paper, it would let the run go on.
"""

import signal
import threading
from types import FrameType

_came = threading.Event()


def watch() -> None:
    """Remember from now on that Ctrl-C came; it still raises KeyboardInterrupt as always."""
    _came.clear()
    is_main = threading.current_thread() is threading.main_thread()
    if is_main and signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, _interrupt)


def insist() -> None:
    """Raise KeyboardInterrupt again if Ctrl-C came and did not end the work."""
    if _came.is_set():
        raise KeyboardInterrupt


def _interrupt(number: int, frame: FrameType | None) -> None:
    _came.set()
    signal.default_int_handler(number, frame)
