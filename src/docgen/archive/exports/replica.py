"""A replica of the archive somewhere else: on a mounted folder, on S3, wherever fsspec reaches.

Contents first, then inventories, the log last: until the log tells of a paper, the replica does not claim
to have it. What is there already is not sent again; a run that was broken off is gone on with. What is
damaged here takes the place of nothing that is sound there.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from hashlib import sha512
from itertools import groupby
from pathlib import Path, PurePosixPath
from typing import Any

from docgen.archive.exports.far import Far, Unreachable
from docgen.archive.faults import ObjectDamaged
from docgen.archive.log import file_name
from docgen.archive.ocfl import inventory as inventories
from docgen.archive.store import Archive
from docgen.errors import DocgenError
from docgen.files import inside

_HANDS = 8  # a far store answers slowly; many small files are sent side by side
_LOG = "log"
_LOG_RANK = 8


class LiveRoot(DocgenError):
    """A replica within the archive, or the archive within the replica."""

    exit_status = 2

    def __init__(self, address: str) -> None:
        super().__init__(f"“{address}”就是归档库所在的地方", "副本要放在另一个文件夹，最好是另一台机器上")


class ForeignReplica(DocgenError):
    """What lies there is no earlier state of this archive."""

    def __init__(self, address: str, what: str) -> None:
        super().__init__(f"“{address}”{what}", "请换一个空的地方；不要用副本覆盖别的档案")


class Unfinished(DocgenError):
    """What the log tells of is not in its place yet: a copy of now would lack it."""

    def __init__(self, folder: Path) -> None:
        super().__init__(
            f"归档库“{folder}”里有还没有做完的工作：正有人在存入，或者上次中断了",
            "请等别人存完再复制；没有人在用的，再存入一次，会先把上次的做完",
        )


class FaultyReplica(DocgenError):
    """A file of the replica is not what the archive has."""

    def __init__(self, address: str, paths: list[str]) -> None:
        more = f"等 {len(paths)} 个" if len(paths) > 1 else ""
        super().__init__(
            f"副本“{address}”里的“{paths[0]}”{more}文件与归档库不符",
            "请删去副本里的这些文件，再执行一次 docgen archive copy",
        )


@dataclass(frozen=True, slots=True)
class Copied:
    """How many files were sent, how many were there, how many read back."""

    sent: int
    there: int
    removed: int
    verified: int
    seq: int


def copy_archive(
    archive: Archive,
    address: str,
    *,
    verify: bool = False,
    options: dict[str, Any] | None = None,
    on_file: Callable[[int, int], None] = lambda done, total: None,
) -> Copied:
    """The archive as it is now lies at the address too.

    Raises NoRemoteTools, Unreachable, LiveRoot, ForeignReplica, FaultyReplica or ObjectDamaged.
    """
    far = Far.at(address, options or {})
    if far.is_local and _overlap(Path(far.root), archive.folder):
        raise LiveRoot(address)
    try:
        return _Replica(archive, far, on_file).bring_up(verify=verify)
    except DocgenError:
        raise
    except far.faults as reason:
        raise Unreachable(address, reason) from reason


def _overlap(one: Path, other: Path) -> bool:
    one, other = one.resolve(), other.resolve()
    return one in (other, *other.parents) or other in (one, *one.parents)


class _Replica:
    """One run."""

    def __init__(self, archive: Archive, far: Far, on_file: Callable[[int, int], None]) -> None:
        self.archive, self.far, self.on_file = archive, far, on_file
        self.here = archive.folder
        self.sent = self.there = 0
        self.frozen: dict[str, tuple[str, bytes]] = {}  # by path: whose file it is, and its digest
        # While we copy, others may write: of the log, what the archive knew when it was opened is sent.
        self._rows = Counter(f"{_LOG}/{file_name(line.at)}" for line in archive.lines)

    def bring_up(self, *, verify: bool) -> Copied:
        sizes = self.far.sizes()
        self._require_own(sizes)
        mine = list(self._ranked())
        for rank, group in groupby(mine, key=lambda one: one[0]):
            if rank == _LOG_RANK:
                self.far.settle()
            self._send([path for _, path in group], sizes, len(mine))
        removed = self._tidy(sizes, {path for _, path in mine})
        checked = self._verified([path for _, path in mine]) if verify else 0
        return Copied(self.sent, self.there, removed, checked, self.archive.seq)

    def _ranked(self) -> Iterator[tuple[int, str]]:
        """Every file of the archive in the order in which it may appear there: rank, path."""
        yield from ((1, path) for path in self._root_files())
        found: list[tuple[int, str]] = []
        for object_id in self.archive.objects():
            frozen = self._frozen(object_id)
            home = self.archive.places.object(object_id)
            for path in sorted(home.rglob("*")):
                if path.is_symlink():
                    raise ObjectDamaged(object_id, f"“{path.name}”是链接")
                if path.is_file():
                    relative = path.relative_to(self.here).as_posix()
                    found.append((_rank(path.relative_to(home)), relative))
                    frozen.pop(relative, None)
            self._require_none(object_id, frozen)
        yield from sorted(found)
        yield from ((7, path) for path in self._beside())
        yield from ((_LOG_RANK, path) for path in sorted(self._rows))

    def _require_none(self, object_id: str, lacking: Iterable[str]) -> None:
        for path in lacking:
            lines = self.archive.lines_of(object_id)
            if any(self.archive.places.staged(line.seq).is_dir() for line in lines):
                raise Unfinished(self.here)
            raise ObjectDamaged(object_id, f"“{PurePosixPath(path).name}”不见了")

    def _frozen(self, object_id: str) -> dict[str, bytes]:
        """The files of the object that never change, by path, with their digests. Raises ObjectDamaged."""
        home = self.archive.places.object(object_id).relative_to(self.here).as_posix()
        found: dict[str, bytes] = {}
        for version in self.archive.find(object_id).versions:
            for name, content in version.state.items():
                found[f"{home}/{content}"] = bytes.fromhex(version.digest(name))
            if version.line:
                inventory = f"{home}/{version.number}/{inventories.NAME}"
                found[inventory] = bytes.fromhex(version.line.inventory)
        self.frozen |= {path: (object_id, digest) for path, digest in found.items()}
        return found

    def _root_files(self) -> list[str]:
        root = self.archive.places.ocfl
        own = [path for path in root.iterdir() if path.is_file()]
        own += [path for path in (root / "extensions").rglob("*") if path.is_file()]
        return sorted(path.relative_to(self.here).as_posix() for path in own)

    def _beside(self) -> list[str]:
        places = self.archive.places
        found = [path for path in places.checkpoints.glob("*") if path.is_file() and self._knows(path)]
        found += [places.readme] if places.readme.is_file() else []
        return sorted(path.relative_to(self.here).as_posix() for path in found)

    def _knows(self, checkpoint: Path) -> bool:
        number = checkpoint.name.partition(".")[0]
        return not number.isdecimal() or int(number) <= self.archive.seq

    def _require_own(self, sizes: dict[str, int]) -> None:
        """What lies there is nothing, or an earlier state of this archive."""
        logs = sorted(path for path in sizes if path.startswith(f"{_LOG}/") and path.endswith(".jsonl"))
        strangers = [path for path in sizes if path.split("/")[0] not in _OURS]
        if strangers and not logs:
            raise ForeignReplica(self.far.address, f"里有别的文件（{strangers[0]}）")
        for path in logs:
            here = self.here / path
            ours, theirs = here.read_bytes() if here.is_file() else b"", self.far.read(path)
            if ours.startswith(theirs):
                continue
            is_newer = theirs.startswith(ours) and bool(ours)
            raise ForeignReplica(
                self.far.address,
                "是这个归档库更新的副本" if is_newer else "是另一个归档库，或者日志与本库不同",
            )

    def _send(self, paths: list[str], sizes: dict[str, int], total: int) -> None:
        waiting = [path for path in paths if not self._is_there(path, sizes)]
        for _ in range(len(paths) - len(waiting)):
            self.there += 1
            self.on_file(self.sent + self.there, total)
        with ThreadPoolExecutor(_HANDS) as hands:
            for _ in hands.map(self._send_one, waiting):
                self.sent += 1
                self.on_file(self.sent + self.there, total)

    def _is_there(self, path: str, sizes: dict[str, int]) -> bool:
        # What never changes is known by its size; what does (root inventory, log) is compared.
        if "/content/" in path:
            return sizes.get(path) == (self.here / path).stat().st_size
        return path in sizes and self.far.read(path) == self._read(path)

    def _read(self, path: str) -> bytes:
        data = inside(self.here, path).read_bytes()
        if path not in self._rows:
            return data
        return b"".join(data.splitlines(keepends=True)[: self._rows[path]])

    def _send_one(self, path: str) -> None:
        data = self._read(path)
        if path in self.frozen:
            object_id, digest = self.frozen[path]
            if sha512(data).digest() != digest:
                raise ObjectDamaged(object_id, f"“{PurePosixPath(path).name}”内容与存入时不同")
        self.far.write(path, data, durable=path.startswith(f"{_LOG}/"))

    def _tidy(self, sizes: dict[str, int], mine: set[str]) -> int:
        """What was destroyed is gone there too, now that its log says so; so is what a broken run left."""
        gone = [path for path in sizes if path not in mine and path.split("/")[0] in ("ocfl", _LOG)]
        for path in gone:
            self.far.remove(path)
        return len(gone)

    def _verified(self, paths: list[str]) -> int:
        """Every file is read back and compared by its digest. Raises FaultyReplica."""
        with ThreadPoolExecutor(_HANDS) as hands:
            alike = list(hands.map(self._is_alike, paths))
        wrong = [path for path, is_alike in zip(paths, alike, strict=True) if not is_alike]
        if wrong:
            raise FaultyReplica(self.far.address, wrong)
        return len(paths)

    def _is_alike(self, path: str) -> bool:
        _, digest = self.frozen.get(path) or ("", sha512(self._read(path)).digest())
        return sha512(self.far.read(path)).digest() == digest


_OURS = ("ocfl", _LOG, "checkpoints", "README.txt", "staging", "index.sqlite")


def _rank(path: Path) -> int:
    """Contents, the inventories of versions, the declaration, then what makes it whole: its own."""
    parts = path.parts
    if "content" in parts:
        return 2
    if len(parts) > 1:
        return 3
    if path.name.startswith("0="):
        return 4
    return 6 if path.name != inventories.NAME else 5
