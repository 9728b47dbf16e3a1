"""Objects shared out among processes: reading and digests take one core each."""

import os
from collections.abc import Iterable, Iterator
from itertools import islice

from docgen.archive.verify.one import Judged, Task, judged

_WORTH_A_PROCESS = 200  # objects; below, starting processes takes longer than the work
_CHUNK = 20


def judge_all(tasks: Iterable[Task], processes: int = 0) -> Iterator[Judged]:
    """The tasks' results in their order; never more than a few chunks are held at a time."""
    waiting = iter(tasks)
    first = list(islice(waiting, _WORTH_A_PROCESS))
    cores = processes or min(os.cpu_count() or 1, 8)
    if len(first) < _WORTH_A_PROCESS or cores < 2:
        yield from map(judged, first)
        yield from map(judged, waiting)
        return
    from concurrent.futures import ProcessPoolExecutor  # only where it pays: the import takes 20 ms

    with ProcessPoolExecutor(cores) as pool:
        running = []
        for chunk in _chunks(first, waiting):
            running.append(pool.submit(_judge_chunk, chunk))
            if len(running) > 2 * cores:
                yield from running.pop(0).result()
        for one in running:
            yield from one.result()


def _judge_chunk(tasks: list[Task]) -> list[Judged]:
    return [judged(task) for task in tasks]


def _chunks(first: list[Task], rest: Iterator[Task]) -> Iterator[list[Task]]:
    for start in range(0, len(first), _CHUNK):
        yield first[start : start + _CHUNK]
    while chunk := list(islice(rest, _CHUNK)):
        yield chunk
