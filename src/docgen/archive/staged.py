"""What the next lines of the log will say, and the versions in staging that they speak of.

Nothing of it counts until its lines stand in the log.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from docgen.archive.entries import Deposit, LogLine
from docgen.archive.faults import DestroyedObject, ImproperDeposit, IncompleteArchive, ObjectDamaged
from docgen.archive.log import sealed
from docgen.archive.ocfl import inventory as inventories
from docgen.archive.ocfl.inventory import Inventory, parse_inventory, with_version
from docgen.archive.staging import Syncing, version_files, write_tree
from docgen.archive.store import Archive
from docgen.durable import Disk


@dataclass(frozen=True, slots=True)
class Staged:
    """A line whose files, if it has any, lie in staging; `row` are its bytes in the log."""

    line: LogLine
    row: bytes


def stage(disk: Disk, archive: Archive, deposits: Sequence[Deposit], at: str) -> list[Staged]:
    """The deposits lie in staging, durably, as the next versions of their objects.

    Raises CannotWrite, ImproperDeposit, DestroyedObject, ObjectDamaged, IncompleteArchive.
    """
    syncing = Syncing(disk, archive.folder)
    prev = archive.head
    fresh: dict[str, Inventory] = {}
    staged: list[Staged] = []
    for seq, deposit in enumerate(deposits, archive.seq + 1):
        _require_text(deposit.object, _words(deposit))
        before = fresh.get(deposit.object) or _inventory(archive, deposit.object)
        following = with_version(
            before, deposit.files, keep=deposit.keep, created=at, by=deposit.by, reason=deposit.reason
        )
        data = following.inventory.to_bytes()
        files, folder = version_files(following, data), archive.places.staged(seq)
        syncing.tree(folder, files, write_tree(disk, folder, files))
        fresh[deposit.object] = following.inventory
        one = Staged(*sealed(seq, prev, _values(deposit, at, following.inventory.head, data), deposit.extra))
        prev = one.line.self_digest
        staged.append(one)
    syncing.folders([archive.places.staging])
    syncing.all()
    return staged


def stage_marker(disk: Disk, archive: Archive, values: Mapping[str, str], extra: Mapping[str, str]) -> Staged:
    """A line without a version has an empty folder in staging. Raises CannotWrite or ImproperDeposit."""
    _require_text(values["object"], [*values.values(), *extra, *extra.values()])
    seq = archive.seq + 1
    staged = Staged(*sealed(seq, archive.head, {**values, "version": "", "inventory": ""}, extra))
    disk.make_folder(archive.places.staged(seq))
    disk.sync_folder(archive.places.staging)
    return staged


def _inventory(archive: Archive, object_id: str) -> Inventory:
    """What the object holds now; one without versions for a new object."""
    tombstone = archive.destroyed(object_id)
    if tombstone:
        raise DestroyedObject(object_id, tombstone.at, tombstone.by, tombstone.reason)
    home = archive.places.object(object_id)
    last = next((one for one in reversed(archive.lines_of(object_id)) if one.version), None)
    if last is None:
        if home.exists():
            raise IncompleteArchive(archive.folder, f"“{object_id}”已有文件，日志里却没有")
        return Inventory(object_id, (), {})
    try:
        data = (home / inventories.NAME).read_bytes()
    except OSError as reason:
        raise ObjectDamaged(object_id, f"{inventories.NAME} 读不出来") from reason
    if inventories.digest_of(data) != last.inventory:
        raise ObjectDamaged(object_id, f"{inventories.NAME} 与日志不符")
    return parse_inventory(data, object_id)


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


def _values(deposit: Deposit, at: str, version: str, inventory: bytes) -> dict[str, str]:
    return {
        "at": at,
        "by": deposit.by,
        "event": deposit.event,
        "object": deposit.object,
        "version": version,
        "inventory": inventories.digest_of(inventory),
        "doc_no": deposit.doc_no,
        "reason": deposit.reason,
    }
