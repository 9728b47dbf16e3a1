"""Tasks over several processes, a few at a time; a process that dies takes only its own task with it."""

import gc
import multiprocessing
import os
import signal
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from typing import Any, TypeVar

T = TypeVar("T")
R = TypeVar("R")
_AHEAD = 2  # tasks that wait for each process, so that none idles and results do not pile up
_WATCH_SECONDS = 0.5


@dataclass(frozen=True, slots=True)
class Died:
    """Stands for the result of a task whose process was killed, and what to tell the user of its papers."""

    message: str = "做这份文书的进程被系统中止了（多半是内存不足）"
    remedy: str = "请关掉别的程序，或者加 -j 1 再执行一次；其他文书不受影响"


def over_processes(
    function: Callable[[Any, T], R], setup: Any, tasks: Sequence[T], processes: int
) -> Iterator[tuple[int, R | Died]]:
    """The place and result of each task as they come; `function(setup, task)` runs in another process.

    `setup` is given to each process once: by fork where there is one, else sent.
    """
    left = list(range(len(tasks)))
    while left:
        started: set[int] = set()
        try:
            for place, result in _by_pool(function, setup, tasks, left, processes, started):
                started.discard(place)
                left.remove(place)
                yield place, result
        except BrokenProcessPool:
            for place in sorted(started):
                left.remove(place)
                yield place, _alone(function, setup, tasks[place])


def _by_pool(
    function: Callable[[Any, T], R],
    setup: Any,
    tasks: Sequence[T],
    places: Sequence[int],
    processes: int,
    started: set[int],
) -> Iterator[tuple[int, R]]:
    given = (function, setup, os.getpid())
    pool = ProcessPoolExecutor(min(processes, len(places)), _context(), _start, given)
    waiting: dict[Future[R], int] = {}
    coming = iter(list(places))
    try:
        while True:
            while len(waiting) < processes * _AHEAD and (place := next(coming, None)) is not None:
                started.add(place)
                waiting[pool.submit(_call, tasks[place])] = place
            if not waiting:
                return
            done, _ = wait(waiting, return_when=FIRST_COMPLETED)
            for future in sorted(done, key=waiting.__getitem__):
                yield waiting.pop(future), future.result()
    finally:
        # After Ctrl-C what has not begun does not begin.
        pool.shutdown(cancel_futures=True)


def _alone(function: Callable[[Any, T], R], setup: Any, task: T) -> R | Died:
    try:
        ((_, result),) = _by_pool(function, setup, [task], [0], 1, set())
    except BrokenProcessPool:
        return Died()
    return result


def _context() -> multiprocessing.context.BaseContext:
    # A forked process shares what is set up; where there is no fork, it is sent once.
    methods = multiprocessing.get_all_start_methods()
    return multiprocessing.get_context("fork" if "fork" in methods else "spawn")


# What a process has been given.
_given: tuple[Callable[[Any, Any], Any], Any] | None = None


def _start(function: Callable[[Any, Any], Any], setup: Any, parent: int) -> None:
    global _given
    _given = function, setup
    gc.freeze()  # what is shared with the parent stays shared: the collector does not write to it
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches the whole group; the parent answers it
    threading.Thread(target=_leave_with, args=(parent,), daemon=True).start()


def _leave_with(parent: int) -> None:
    """A process whose parent was killed would wait for its next task for ever."""
    while os.getppid() == parent:
        time.sleep(_WATCH_SECONDS)
    os._exit(1)


def _call(task: Any) -> Any:
    if _given is None:
        raise RuntimeError("the process was not started")
    function, setup = _given
    return function(setup, task)
