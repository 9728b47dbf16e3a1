"""Writing into the archive, in groups: staged, made durable, entered into the log, moved into place.

The log line is the commit. A `commit` that returns is kept whatever happens next; one that raises
CannotWrite has left nothing, and no number is lost.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from docgen.archive.entries import DESTROY, Deposit, LogLine
from docgen.archive.faults import (
    DestroyedObject,
    ImproperDeposit,
    IncompleteArchive,
    LogDamaged,
    NoArchive,
    ObjectDamaged,
    Unsettled,
)
from docgen.archive.locking import alone
from docgen.archive.log import Log, file_name, sealed
from docgen.archive.ocfl import inventory as inventories
from docgen.archive.ocfl.inventory import Inventory, Next, parse_inventory, with_version
from docgen.archive.places import Places
from docgen.archive.recovery import latest_of, mend_log, recover
from docgen.archive.settle import discard, settle
from docgen.archive.staging import Syncing, make_skeleton, version_files, write_tree
from docgen.archive.store import Archive, opened
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
    now: Clock = _now,
    disk: Disk | None = None,
) -> Iterator["Writer"]:
    """The one writer of the archive in `folder`, which is made on first use.

    What an interrupted run left is finished or discarded first. `on_wait` hears who holds the lock if there
    is waiting to do. Raises ArchiveBusy, NoLocks, CannotWrite, LogDamaged, IncompleteArchive, NewerArchive.
    """
    disk = disk or Disk()
    places = Places(folder.absolute())
    with alone(places.folder, by, wait_seconds, on_wait) as hold:
        archive = Archive(places, _settled_log(disk, places, hold.longest))
        yield Writer(archive, disk, now)
        with suppress(CannotWrite):  # what was put in is kept, with or without this note
            hold.sign(archive.seq)


def _settled_log(disk: Disk, places: Places, longest: int) -> Log:
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


@dataclass(frozen=True, slots=True)
class _Staged:
    """A line whose files, if it has any, lie in staging; `row` are its bytes in the log."""

    line: LogLine
    row: bytes


class Writer:
    """The hand that holds the lock. `archive` is what a reader would see now."""

    def __init__(self, archive: Archive, disk: Disk, now: Clock) -> None:
        self.archive = archive
        self.unfinished: CannotWrite | None = None  # kept, but not moved into place; the next run does it
        self._disk, self._now = disk, now
        self._places = archive.places
        self._pending: list[LogLine] = []
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
            staged = self._stage_all(deposits, first)
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
        values = _values(self._moment(), by, event, object, doc_no=doc_no, reason=reason)
        return self._without_version(values, extra or {})

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
        self._tidy_up()
        self.archive.find(object)
        values = _values(self._moment(), by, DESTROY, object, doc_no=doc_no, reason=reason)
        return self._without_version(values, extra or {})

    def _without_version(self, values: Mapping[str, str], extra: Mapping[str, str]) -> LogLine:
        _require_text(values["object"], [*values.values(), *extra, *extra.values()])
        marker = self._places.staged(self.archive.seq + 1)
        staged = _Staged(*sealed(self.archive.seq + 1, self.archive.head, values, extra))
        try:
            self._disk.make_folder(marker)
            self._disk.sync_folder(self._places.staging)
            self._append([staged])
        except CannotWrite:
            self._throw_away([marker])
            raise
        return self._accepted([staged])[0]

    def _stage_all(self, deposits: Sequence[Deposit], first: int) -> list[_Staged]:
        syncing = Syncing(self._disk, self._places.folder)
        at, prev = self._moment(), self.archive.head
        fresh: dict[str, Inventory] = {}
        staged: list[_Staged] = []
        for seq, deposit in enumerate(deposits, first):
            _require_text(deposit.object, _words(deposit))
            before = fresh.get(deposit.object) or self._inventory(deposit.object)
            following = with_version(
                before, deposit.files, keep=deposit.keep, created=at, by=deposit.by, reason=deposit.reason
            )
            data = following.inventory.to_bytes()
            self._write(syncing, seq, following, data)
            fresh[deposit.object] = following.inventory
            values = _values_of(deposit, at, following.inventory.head, data)
            one = _Staged(*sealed(seq, prev, values, deposit.extra))
            prev = one.line.self_digest
            staged.append(one)
        syncing.folders([self._places.staging])
        syncing.all()
        return staged

    def _write(self, syncing: Syncing, seq: int, following: Next, inventory: bytes) -> None:
        files = version_files(following, inventory)
        folder = self._places.staged(seq)
        folders = write_tree(self._disk, folder, files)
        syncing.tree(folder, files, folders)

    def _inventory(self, object_id: str) -> Inventory:
        """What the object holds now; one without versions for a new object."""
        tombstone = self.archive.destroyed(object_id)
        if tombstone:
            raise DestroyedObject(object_id, tombstone.at, tombstone.by, tombstone.reason)
        home = self._places.object(object_id)
        last = next((one for one in reversed(self.archive.lines_of(object_id)) if one.version), None)
        if last is None:
            if home.exists():
                raise IncompleteArchive(self.archive.folder, f"“{object_id}”已有文件，日志里却没有")
            return Inventory(object_id, (), {})
        try:
            data = (home / inventories.NAME).read_bytes()
        except OSError as reason:
            raise ObjectDamaged(object_id, f"{inventories.NAME} 读不出来") from reason
        if inventories.digest_of(data) != last.inventory:
            raise ObjectDamaged(object_id, f"{inventories.NAME} 与日志不符")
        return parse_inventory(data, object_id)

    def _append(self, staged: Sequence[_Staged]) -> None:
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

    def _accepted(self, staged: Sequence[_Staged]) -> list[LogLine]:
        lines = [one.line for one in staged]
        for line in lines:
            self.archive.add(line)
        self._pending = lines
        with suppress(CannotWrite):  # remembered in `unfinished`
            self._finish()
        return lines

    def _finish(self) -> None:
        try:
            if self._pending:
                settle(self._disk, self._places, self._pending, latest_of(self._pending))
            self._pending, self.unfinished = [], None
        except CannotWrite as reason:
            self.unfinished = reason
            raise

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
        self._finish()
        rubbish, self._rubbish = self._rubbish, []
        self._throw_away(rubbish)
        for folder in self._rubbish:
            discard(self._disk, folder)

    def _moment(self) -> str:
        return self._now().isoformat(timespec="seconds")


def _require_text(object_id: str, words: Iterable[str]) -> None:
    """What was typed in another encoding cannot be kept."""
    try:
        "".join(words).encode()
    except UnicodeEncodeError as reason:
        what, remedy = "文字里有无法保存的字符", "请检查姓名、事由、文号和文件名"
        raise ImproperDeposit(object_id.encode(errors="replace").decode(), what, remedy) from reason


def _words(deposit: Deposit) -> list[str]:
    told = [deposit.object, deposit.event, deposit.by, deposit.reason, deposit.doc_no]
    return [*told, *deposit.extra, *deposit.extra.values(), *deposit.files]


def _values_of(deposit: Deposit, at: str, version: str, inventory: bytes) -> dict[str, str]:
    return _values(
        at,
        deposit.by,
        deposit.event,
        deposit.object,
        version,
        inventories.digest_of(inventory),
        doc_no=deposit.doc_no,
        reason=deposit.reason,
    )


def _values(
    at: str,
    by: str,
    event: str,
    object_id: str,
    version: str = "",
    inventory: str = "",
    *,
    doc_no: str,
    reason: str,
) -> dict[str, str]:
    return {
        "at": at,
        "by": by,
        "event": event,
        "object": object_id,
        "version": version,
        "inventory": inventory,
        "doc_no": doc_no,
        "reason": reason,
    }
