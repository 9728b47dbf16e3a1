"""Objects shared out among processes: reading and digests take one core each."""

import os
import signal
import threading
import time
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import chain, islice, repeat

from docgen.archive.verify.one import Judged, Task, judged

_WORTH_A_PROCESS = 200  # objects; below, starting processes takes longer than the work
_CHUNK = 20
_WATCH_SECONDS = 2


def judge_all(tasks: Iterable[Task], processes: int = 0) -> Iterator[Judged]:
    """The tasks' results in their order; never more than a few chunks are held at a time."""
    waiting = iter(tasks)
    first = list(islice(waiting, _WORTH_A_PROCESS))
    cores = processes or min(os.cpu_count() or 1, 8)
    if len(first) < _WORTH_A_PROCESS or cores < 2:
        yield from map(judged, first)
        yield from map(judged, waiting)
    else:
        yield from _shared_out(_chunks(first, waiting), cores)


def _shared_out(chunks: Iterator[list[Task]], cores: int) -> Iterator[Judged]:
    """A process that dies (killed, out of memory) costs time only: its chunk and the rest are judged here."""
    pool = ProcessPoolExecutor(cores, initializer=_start, initargs=(os.getpid(),))
    running: deque[tuple[list[Task], Future[list[Judged]] | None]] = deque()
    try:
        for chunk in chain(chunks, repeat(None)):
            if chunk is not None:
                running.append((chunk, _submitted(pool, chunk)))
            elif not running:
                return
            if chunk is None or len(running) > 2 * cores:
                waiting, future = running.popleft()
                try:
                    yield from future.result() if future else _judge_chunk(waiting)
                except BrokenProcessPool:
                    yield from _judge_chunk(waiting)
    finally:
        pool.shutdown(cancel_futures=True)


def _submitted(pool: ProcessPoolExecutor, chunk: list[Task]) -> Future[list[Judged]] | None:
    try:
        return pool.submit(_judge_chunk, chunk)
    except BrokenProcessPool:
        return None


def _start(parent: int) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches the whole group; the parent answers it
    threading.Thread(target=_leave_with, args=(parent,), daemon=True).start()


def _leave_with(parent: int) -> None:
    """A process whose parent was killed would wait for its next task for ever."""
    while os.getppid() == parent:
        time.sleep(_WATCH_SECONDS)
    os._exit(1)


def _judge_chunk(tasks: list[Task]) -> list[Judged]:
    return [judged(task) for task in tasks]


def _chunks(first: list[Task], rest: Iterator[Task]) -> Iterator[list[Task]]:
    for start in range(0, len(first), _CHUNK):
        yield first[start : start + _CHUNK]
    while chunk := list(islice(rest, _CHUNK)):
        yield chunk
