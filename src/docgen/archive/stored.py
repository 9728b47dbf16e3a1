"""One paper as it lies in the archive: its versions, and the bytes of their files."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from docgen.archive.entries import LogLine
from docgen.archive.faults import ObjectDamaged, UnknownFile, UnknownVersion
from docgen.archive.ocfl import inventory as inventories
from docgen.archive.ocfl.inventory import Inventory, Version
from docgen.archive.places import Places


@dataclass(frozen=True, slots=True)
class StoredVersion:
    """One event on the paper. `state` is logical path to content path."""

    object: str
    number: str
    created: str
    by: str
    reason: str
    event: str
    doc_no: str
    state: Mapping[str, str]
    line: LogLine | None  # None where the log is damaged
    _digests: Mapping[str, str]
    _roots: tuple[Path, ...]

    @property
    def address(self) -> str:
        return f"{self.object}@{self.number}"

    @property
    def extra(self) -> Mapping[str, str]:
        """What else the log says of this event."""
        return self.line.extra if self.line else {}

    def digest(self, path: str) -> str:
        """The sha512 of a file, by its logical path. Raises UnknownFile."""
        return self._digests[self._content(path)]

    def size(self, path: str) -> int:
        """The bytes of a file, as the disk tells. Raises UnknownFile or ObjectDamaged."""
        return self._place(path).stat().st_size

    def read(self, path: str) -> bytes:
        """The very bytes that were put in. Raises UnknownFile, or ObjectDamaged if they are not."""
        try:
            data = self._place(path).read_bytes()
        except OSError as reason:
            raise ObjectDamaged(self.object, f"{self.number} 的“{path}”读不出来") from reason
        if inventories.digest_of(data) != self.digest(path):
            raise ObjectDamaged(self.object, f"{self.number} 的“{path}”内容与存入时不同")
        return data

    def _content(self, path: str) -> str:
        if path not in self.state:
            raise UnknownFile(self.address, path, self.state)
        return self.state[path]

    def _place(self, path: str) -> Path:
        content = self._content(path)
        # The first root once more: the version may be moved into place while we look.
        for root in (*self._roots, *self._roots[:1]):
            if (place := root / content).is_file():
                return place
        raise ObjectDamaged(self.object, f"{self.number} 的“{path}”不见了")


@dataclass(frozen=True, slots=True)
class StoredObject:
    """A paper and all that happened to it, the oldest event first."""

    id: str
    versions: tuple[StoredVersion, ...]

    @property
    def head(self) -> str:
        return self.versions[-1].number

    @property
    def latest(self) -> StoredVersion:
        return self.versions[-1]

    def version(self, number: str | None) -> StoredVersion:
        """The version of this number (v2), or the latest. Raises UnknownVersion."""
        if number is None:
            return self.latest
        for one in self.versions:
            if one.number == number:
                return one
        raise UnknownVersion(self.id, number, [one.number for one in self.versions])


def stored_object(places: Places, object_id: str, lines: Sequence[LogLine], strict: bool) -> StoredObject:
    """The object with the events that the log knows of it. Raises ObjectDamaged.

    Not `strict`, where the log is damaged: what the inventory says is shown.
    """
    roots = (places.object(object_id), *(places.staged(line.seq) for line in reversed(lines) if line.version))
    known = _inventory(object_id, roots, lines, strict)
    by_version = {line.version: line for line in lines if line.version}
    versions = (_version(known, one, by_version.get(one.number), roots) for one in known.versions)
    return StoredObject(object_id, tuple(versions))


def _version(known: Inventory, one: Version, line: LogLine | None, roots: tuple[Path, ...]) -> StoredVersion:
    return StoredVersion(
        known.id,
        one.number,
        one.created,
        one.by,
        one.reason,
        line.event if line else "",
        line.doc_no if line else "",
        one.state,
        line,
        known.manifest,
        roots,
    )


def _inventory(object_id: str, roots: tuple[Path, ...], lines: Sequence[LogLine], strict: bool) -> Inventory:
    last = next((line for line in reversed(lines) if line.version), None)
    found = b""
    for place in _inventory_places(roots, last):
        data = _read(place)
        if data is None:
            continue
        if last and inventories.digest_of(data) == last.inventory:
            return inventories.parse_inventory(data, object_id)
        found = found or data
    if not found:
        raise ObjectDamaged(object_id, "目录文件 inventory.json 不见了")
    if strict:
        raise ObjectDamaged(object_id, "目录文件 inventory.json 与日志不符")
    return inventories.parse_inventory(found, object_id)


def _inventory_places(roots: tuple[Path, ...], last: LogLine | None) -> Iterable[Path]:
    """Where the inventory may lie, the usual place first.

    While a version is moved into place, that of the version stands already where the root's does not.
    """
    home, *staged = roots
    yield home / inventories.NAME
    if last:
        for root in (home, *staged, home):
            yield root / last.version / inventories.NAME


def _read(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except OSError:
        return None
