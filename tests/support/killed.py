"""Writers in processes of their own, killed at any moment."""

import os
import random
import signal
import time
from collections.abc import Callable
from pathlib import Path

from docgen.archive.entries import Deposit, LogLine
from docgen.archive.register import DocNo
from docgen.archive.writer import writing
from docgen.durable import Disk
from support.archives import BY, FEW, PREFIX, YEAR, issue


def forked(work: Callable[[], None]) -> int:
    """The number of a process that does this and ends."""
    child = os.fork()
    if child:
        return child
    status = 1
    try:
        work()
        status = 0
    finally:
        os._exit(status)


def issue_next(folder: Path, told: int, count: int, disk: Disk | None = None) -> None:
    """A group of papers with the next numbers is issued; `told` is written to when it is acknowledged."""
    with writing(folder, by=BY, wait_seconds=60, disk=disk) as writer:
        first = writer.archive.register.next(PREFIX, YEAR)
        lines = writer.commit([issue(number, FEW) for number in range(first, first + count)])
        if lines and first % 5 == 0:
            lines += writer.commit([_scan(lines[0])])
    os.write(told, "".join(f"{line.seq} {line.self_digest}\n" for line in lines).encode())


def _scan(line: LogLine) -> Deposit:
    return Deposit(line.object, "attach", {"scan/a.pdf": b"%PDF"}, BY, "扫描", line.doc_no)


def keep_issuing(folder: Path, told: int, disk: Disk | None = None) -> None:
    """Groups of one to four papers, until killed."""
    while True:
        issue_next(folder, told, random.randint(1, 4), disk)


def kill_writers(
    folder: Path, kills: int, disk: Disk | None = None, longest_s: float = 0.08
) -> dict[int, str]:
    """Two writers at a time, now one and now the other killed; what they said was kept: seq to digest.

    A kill follows the one before after `longest_s` at the most; the last two end both writers.
    """
    told_path = folder.parent / f"told-{folder.name}"
    told = os.open(told_path, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    try:
        writers = [_writer(folder, told, disk) for _ in range(2)]
        for kill in range(kills):
            time.sleep(random.uniform(0.005, longest_s))
            killed = writers.pop(random.randrange(len(writers)))
            os.kill(killed, signal.SIGKILL)
            os.waitpid(killed, 0)
            if kill < kills - 2:
                writers.append(_writer(folder, told, disk))
    finally:
        os.close(told)
    pairs = (row.split(" ") for row in told_path.read_text().splitlines())
    return {int(seq): digest for seq, digest in pairs}


def _writer(folder: Path, told: int, disk: Disk | None) -> int:
    def work() -> None:
        random.seed()  # or all would do the same
        keep_issuing(folder, told, disk)

    return forked(work)


def numbers_in(lines: list[LogLine]) -> list[int]:
    """The numbers that were given to papers, in the order of their giving."""
    parsed = [DocNo.parse(line.doc_no) for line in lines if line.event == "issue"]
    return [one.number for one in parsed if one]
