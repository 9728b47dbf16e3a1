"""What an interrupted run left: what stands in the log is finished, the rest is discarded."""

from collections.abc import Sequence

from docgen.archive.entries import LogLine
from docgen.archive.faults import IncompleteArchive, LogDamaged, NoArchive
from docgen.archive.log import Log, file_name
from docgen.archive.places import Places
from docgen.archive.settle import discard, settle
from docgen.archive.staging import make_skeleton
from docgen.archive.store import opened
from docgen.durable import Disk


def settled_log(disk: Disk, places: Places, longest: int) -> Log:
    """The log of an archive in which nothing is unfinished; of a new one where there is none.

    `longest` is how many lines it had when it was last written to. Raises CannotWrite, LogDamaged,
    IncompleteArchive, NewerArchive.
    """
    try:
        log = opened(places)
    except NoArchive:
        _require_length(places, 0, longest)
        make_skeleton(disk, places)
        return Log([], (), {}, ())
    for fault in log.faults:
        raise LogDamaged(fault.place, fault.what)
    _require_length(places, len(log.lines), longest)
    if not log.lines:
        make_skeleton(disk, places)
    for folder in (places.staging, places.checkpoints):
        if not folder.is_dir():
            disk.make_folder(folder)
            disk.sync_folder(places.folder)
    mend_log(disk, places, log)
    recover(disk, places, log.lines)
    return log


def _require_length(places: Places, count: int, longest: int) -> None:
    """The log has its last lines. A copy may lack them, and their numbers would be given out again.

    The writer before and the checkpoints knew how long it was.
    """
    numbers = (path.stem for path in places.checkpoints.glob("*.json"))
    longest = max([longest, *(int(number) for number in numbers if number.isdecimal())])
    if longest > count:
        raise IncompleteArchive(places.folder, f"日志只到第 {count} 号，而它曾到第 {longest} 号")


def mend_log(disk: Disk, places: Places, log: Log) -> None:
    """The files of the log end in a whole line, durably. What is cut was never acknowledged.

    Every line has its folder in staging before it is written: without that the end was not being written, it
    was lost. Raises IncompleteArchive, CannotWrite.
    """
    seq = log.lines[-1].seq if log.lines else 0
    if log.torn and (len(log.torn) > 1 or not places.staged(seq + 1).is_dir()):
        names = "、".join(f"log/{path.name}" for path in log.torn)
        raise IncompleteArchive(places.folder, f"{names} 的末尾缺了一截")
    for path, length_bytes in log.torn.items():
        disk.cut(path, length_bytes)
    for path in log.unended:
        disk.append(path, b"\n")
    for path in (*log.torn, *log.unended):
        disk.sync(path)


def recover(disk: Disk, places: Places, lines: Sequence[LogLine]) -> None:
    """Nothing lies in staging; every version of the log lies in its place. Raises CannotWrite."""
    left = {int(path.name) for path in places.staging.glob("*") if path.name.isdecimal()}
    if not left:
        return
    unfinished = [line for line in lines if line.seq in left]
    for seq in left - {line.seq for line in unfinished}:
        discard(disk, places.staged(seq))
    # A line is seen when it is written; whoever wrote it may have been killed before it was durable.
    for name in dict.fromkeys(file_name(line.at) for line in unfinished):
        disk.sync(places.log / name)
    disk.sync_folder(places.log)
    settle(disk, places, unfinished, latest_of(lines))


def latest_of(lines: Sequence[LogLine]) -> frozenset[int]:
    """The `seq` of the lines that made the last version of their object."""
    return frozenset({line.object: line.seq for line in lines if line.version}.values())
