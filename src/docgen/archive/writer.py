"""Writing into the archive, in groups: staged, made durable, entered into the log, moved into place.

The log line is the commit. A `commit` that returns is kept whatever happens next; one that raises
CannotWrite has left nothing, and no number is lost.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path

from docgen.archive.entries import DESTROY, Deposit, LogLine
from docgen.archive.faults import Unsettled
from docgen.archive.locking import alone
from docgen.archive.log import file_name
from docgen.archive.places import Places
from docgen.archive.recovery import latest_of, settled_log
from docgen.archive.settle import discard, settle
from docgen.archive.staged import Staged, stage, stage_marker
from docgen.archive.store import Archive
from docgen.durable import Disk
from docgen.errors import DocgenError
from docgen.files import CannotWrite

Clock = Callable[[], datetime]


def _now() -> datetime:
    return datetime.now().astimezone()


@contextmanager
def writing(
    folder: Path,
    *,
    by: str,
    wait_seconds: float = 60,
    on_wait: Callable[[str], None] = lambda holder: None,
    on_unfinished: Callable[[CannotWrite], None] = lambda reason: None,
    now: Clock = _now,
    disk: Disk | None = None,
) -> Iterator["Writer"]:
    """The one writer of the archive in `folder`, which is made on first use.

    What an interrupted run left is finished or discarded first. `on_wait` hears who holds the lock if there
    is waiting to do; `on_unfinished` why what is kept did not get to its place: the next run moves it there.
    Raises ArchiveBusy, NoLocks, CannotWrite, LogDamaged, IncompleteArchive, NewerArchive.
    """
    disk = disk or Disk()
    places = Places(folder.absolute())
    with alone(places.folder, by, wait_seconds, on_wait) as hold:
        archive = Archive(places, settled_log(disk, places, hold.longest))
        writer = Writer(archive, disk, now)
        yield writer
        with suppress(CannotWrite):  # what was put in is kept, with or without this note
            hold.sign(archive.seq)
        try:
            writer.finish()
        except CannotWrite as reason:
            on_unfinished(reason)


class Writer:
    """The hand that holds the lock. `archive` is what a reader would see now."""

    def __init__(self, archive: Archive, disk: Disk, now: Clock) -> None:
        self.archive = archive
        self._disk, self._now = disk, now
        self._places = archive.places
        self._pending: list[LogLine] = []  # kept, but not moved into place
        self._rubbish: list[Path] = []
        self._broken: Unsettled | None = None

    def commit(self, deposits: Sequence[Deposit]) -> list[LogLine]:
        """The deposits are in the archive, all or none; their lines in the same order.

        Raises CannotWrite, ImproperDeposit, DestroyedObject, ObjectDamaged, IncompleteArchive; Unsettled if
        it cannot be told.
        """
        if not deposits:
            return []
        self._tidy_up()
        first = self.archive.seq + 1
        try:
            staged = stage(self._disk, self.archive, deposits, self._moment())
            self._append(staged)
        except Unsettled:
            raise
        except DocgenError:
            self._throw_away([self._places.staged(first + at) for at in range(len(deposits))])
            raise
        return self._accepted(staged)

    def note(
        self,
        event: str,
        *,
        by: str,
        reason: str,
        doc_no: str = "",
        object: str = "",  # noqa: A002 - the name of the key in the log
        extra: Mapping[str, str] | None = None,
    ) -> LogLine:
        """The log holds a line that makes no version. Raises CannotWrite or Unsettled."""
        self._tidy_up()
        values = {"at": self._moment(), "by": by, "event": event, "object": object}
        values |= {"doc_no": doc_no, "reason": reason}
        try:
            staged = stage_marker(self._disk, self.archive, values, extra or {})
            self._append([staged])
        except CannotWrite:
            self._throw_away([self._places.staged(self.archive.seq + 1)])
            raise
        return self._accepted([staged])[0]

    def destroy(
        self,
        object: str,  # noqa: A002 - the name of the key in the log
        *,
        by: str,
        reason: str,
        doc_no: str = "",
        extra: Mapping[str, str] | None = None,
    ) -> LogLine:
        """The tombstone stands in the log and the object's files are gone.

        Raises UnknownObject, DestroyedObject, CannotWrite, Unsettled.
        """
        self.archive.find(object)
        return self.note(DESTROY, by=by, reason=reason, doc_no=doc_no, object=object, extra=extra)

    def _append(self, staged: Sequence[Staged]) -> None:
        """The lines stand in the log, durably, or not at all."""
        path = self._places.log / file_name(staged[0].line.at)
        length_bytes = path.stat().st_size if path.exists() else -1
        try:
            self._disk.append(path, b"".join(one.row for one in staged))
            self._disk.sync(path)
            if length_bytes < 0:
                self._disk.sync_folder(self._places.log)
        except CannotWrite as reason:
            self._take_back(path, length_bytes, reason)
            raise

    def _take_back(self, path: Path, length_bytes: int, reason: CannotWrite) -> None:
        try:
            if path.exists():
                self._disk.cut(path, max(length_bytes, 0))
                self._disk.sync(path)
        except CannotWrite:
            self._broken = Unsettled(reason)
            raise self._broken from reason

    def _accepted(self, staged: Sequence[Staged]) -> list[LogLine]:
        lines = [one.line for one in staged]
        for line in lines:
            self.archive.add(line)
        self._pending = lines
        with suppress(CannotWrite):  # `finish` tells
            self.finish()
        return lines

    def finish(self) -> None:
        """What is kept lies in its place. Raises CannotWrite; then the next run does it."""
        if self._pending:
            settle(self._disk, self._places, self._pending, latest_of(self._pending))
        self._pending = []

    def _throw_away(self, folders: Sequence[Path]) -> None:
        for at, folder in enumerate(folders):
            try:
                discard(self._disk, folder)
            except CannotWrite:
                self._rubbish = [*folders[at:]]
                return

    def _tidy_up(self) -> None:
        """Nothing is left over from the call before."""
        if self._broken:
            raise self._broken
        self.finish()
        rubbish, self._rubbish = self._rubbish, []
        self._throw_away(rubbish)
        for folder in self._rubbish:
            discard(self._disk, folder)

    def _moment(self) -> str:
        return self._now().isoformat(timespec="seconds")
