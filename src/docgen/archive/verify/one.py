"""One object judged by all checks: the work that may be shared out among processes."""

from collections.abc import Mapping
from dataclasses import dataclass

from docgen.archive.verify.copies import Verdict
from docgen.archive.verify.fault import Fault
from docgen.archive.verify.held import hold
from docgen.archive.verify.logbook import Logged
from docgen.archive.verify.seats import seats


@dataclass(frozen=True, slots=True)
class Task:
    """An object to be judged. `logged` is None outside an archive of docgen."""

    folder: str
    where: str  # as faults name it
    logged: Mapping[str, Logged] | None = None
    unsettled: frozenset[str] = frozenset()  # versions that the next run puts into place
    settling: bool = False  # the next run replaces the root's files
    name: str = ""  # as the log has it


@dataclass(frozen=True, slots=True)
class Judged:
    """What was read and found."""

    where: str
    id: str
    versions: int
    files: int
    bytes: int
    faults: tuple[Fault, ...]


def judged(task: Task) -> Judged:
    """The object, every byte of it read."""
    held = hold(task.folder, task.where, task.logged, task.unsettled)
    held.name = task.name
    if task.settling:
        held.root.verdict, held.is_settling = Verdict.BEHIND, True
    faults = tuple(fault for seat in seats() for fault in seat.faults(held))
    sizes = held.contents.values()
    return Judged(task.where, held.id, len(held.version_folders), len(sizes), sum(sizes), faults)
