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


def kill_writers(folder: Path, rounds: int, disk: Disk | None = None) -> dict[int, str]:
    """Two writers at a time, both killed in each round; what they said was kept: seq to digest."""
    told_path = folder.parent / f"told-{folder.name}"
    told = os.open(told_path, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    try:
        for _ in range(rounds):
            writers = [forked(lambda: keep_issuing(folder, told, disk)) for _ in range(2)]
            time.sleep(random.uniform(0.005, 0.08))
            for writer in writers:
                os.kill(writer, signal.SIGKILL)
                os.waitpid(writer, 0)
    finally:
        os.close(told)
    pairs = (row.split(" ") for row in told_path.read_text().splitlines())
    return {int(seq): digest for seq, digest in pairs}


def numbers_in(lines: list[LogLine]) -> list[int]:
    """The numbers that were given to papers, in the order of their giving."""
    parsed = [DocNo.parse(line.doc_no) for line in lines if line.event == "issue"]
    return [one.number for one in parsed if one]
