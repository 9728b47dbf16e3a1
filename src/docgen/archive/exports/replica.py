"""A replica of the archive somewhere else: on a mounted folder, on S3, wherever fsspec reaches.

Contents first, then inventories, the log last: until the log tells of a paper, the replica does not claim
to have it. What is there already is not sent again; a run that was broken off is gone on with.
"""

import os
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from hashlib import sha512
from importlib import import_module
from itertools import groupby
from pathlib import Path, PurePosixPath
from typing import Any

from docgen.archive.faults import ObjectDamaged
from docgen.archive.ocfl import inventory as inventories
from docgen.archive.store import Archive
from docgen.errors import DocgenError
from docgen.files import inside, remove_if_empty, write_atomic

_HANDS = 8  # a far store answers slowly; many small files are sent side by side
_LOG = "log"
_LOG_RANK = 8


class NoRemoteTools(DocgenError):
    """The extra `s3` is not installed."""

    exit_status = 3

    def __init__(self) -> None:
        super().__init__("没有安装复制归档库所需的组件", "请执行 pip install 'docgen-gongwen[s3]' 后重试")


class Unreachable(DocgenError):
    """The other place refuses, or cannot be understood."""

    def __init__(self, address: str, reason: Exception) -> None:
        told = " ".join(str(reason).split())[:200] or type(reason).__name__
        super().__init__(
            f"“{address}”存取不了（{told}）", "请检查地址、网络、空间和账号；再执行一次会接着复制"
        )


class LiveRoot(DocgenError):
    """A replica within the archive, or the archive within the replica."""

    exit_status = 2

    def __init__(self, address: str) -> None:
        super().__init__(f"“{address}”就是归档库所在的地方", "副本要放在另一个文件夹，最好是另一台机器上")


class ForeignReplica(DocgenError):
    """What lies there is no earlier state of this archive."""

    def __init__(self, address: str, what: str) -> None:
        super().__init__(f"“{address}”{what}", "请换一个空的地方；不要用副本覆盖别的档案")


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
    far = _Far.at(address, options or {})
    if far.is_local and _overlap(Path(far.root), archive.folder):
        raise LiveRoot(address)
    try:
        return _Replica(archive, far, on_file).bring_up(verify=verify)
    except DocgenError:
        raise
    except far.faults as reason:
        raise Unreachable(address, reason) from reason


@dataclass(frozen=True, slots=True)
class _Far:
    """The other place."""

    fs: Any
    root: str
    address: str
    is_local: bool
    faults: tuple[type[Exception], ...]

    @classmethod
    def at(cls, address: str, options: dict[str, Any]) -> "_Far":
        try:
            fsspec = import_module("fsspec")  # an extra: a core install starts without it
        except ImportError:
            raise NoRemoteTools from None
        try:
            fs, root = fsspec.core.url_to_fs(address, **options)
        except ImportError:
            raise NoRemoteTools from None
        except (ValueError, TypeError, OSError) as reason:
            raise Unreachable(address, reason) from reason
        is_local = "file" in ((fs.protocol,) if isinstance(fs.protocol, str) else fs.protocol)
        return cls(fs, root.rstrip("/"), address, is_local, _faults())

    def path(self, relative: str) -> str:
        return f"{self.root}/{relative}"

    def sizes(self) -> dict[str, int]:
        """Every file there, by its path in the replica."""
        self.fs.invalidate_cache()
        found = self.fs.find(self.root, detail=True) if self.fs.exists(self.root) else {}
        cut = len(self.root) + 1
        return {path[cut:]: int(told["size"] or 0) for path, told in found.items()}

    def read(self, relative: str) -> bytes:
        return bytes(self.fs.cat_file(self.path(relative)))

    def write(self, relative: str, data: bytes) -> None:
        """The whole file or none."""
        if self.is_local:
            write_atomic(Path(self.path(relative)), data, durable=relative.startswith(f"{_LOG}/"))
        else:
            self.fs.pipe_file(self.path(relative), data)

    def settle(self) -> None:
        """What was written so far is on the disk: only then may the log tell of it."""
        if self.is_local and hasattr(os, "sync"):
            os.sync()

    def remove(self, relative: str) -> None:
        """The file is gone, and the folders that it leaves empty."""
        self.fs.rm_file(self.path(relative))
        if self.is_local:
            for parent in PurePosixPath(relative).parents[:-1]:
                remove_if_empty(Path(self.path(str(parent))))


def _faults() -> tuple[type[Exception], ...]:
    """What the libraries for far stores raise: they have classes of their own."""
    found: list[type[Exception]] = [OSError, ValueError, TimeoutError]
    for name in ("botocore.exceptions:BotoCoreError", "botocore.exceptions:ClientError"):
        module, _, attribute = name.partition(":")
        try:
            found.append(getattr(import_module(module), attribute))
        except ImportError:
            continue
    return tuple(found)


def _overlap(one: Path, other: Path) -> bool:
    one, other = one.resolve(), other.resolve()
    return one in (other, *other.parents) or other in (one, *one.parents)


class _Replica:
    """One run."""

    def __init__(self, archive: Archive, far: _Far, on_file: Callable[[int, int], None]) -> None:
        self.archive, self.far, self.on_file = archive, far, on_file
        self.here = archive.folder
        self.sent = self.there = 0

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
            stored = self.archive.find(object_id)
            home = self.archive.places.object(object_id)
            for path in sorted(home.rglob("*")):
                if path.is_symlink() or not path.is_file():
                    if path.is_symlink():
                        raise ObjectDamaged(stored.id, f"“{path.name}”是链接")
                    continue
                found.append((_rank(path.relative_to(home)), path.relative_to(self.here).as_posix()))
        yield from sorted(found)
        yield from ((7, path) for path in self._beside())
        yield from (
            (_LOG_RANK, f"{_LOG}/{path.name}") for path in sorted(self.archive.places.log.glob("*.jsonl"))
        )

    def _root_files(self) -> list[str]:
        root = self.archive.places.ocfl
        own = [path for path in root.iterdir() if path.is_file()]
        own += [path for path in (root / "extensions").rglob("*") if path.is_file()]
        return sorted(path.relative_to(self.here).as_posix() for path in own)

    def _beside(self) -> list[str]:
        places = self.archive.places
        found = [path for path in places.checkpoints.glob("*") if path.is_file()]
        found += [places.readme] if places.readme.is_file() else []
        return sorted(path.relative_to(self.here).as_posix() for path in found)

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
        size = (self.here / path).stat().st_size
        if sizes.get(path) != size:
            return False
        # What never changes is known by its size; what does (root inventory, log) is compared.
        return "/content/" in path or self.far.read(path) == (self.here / path).read_bytes()

    def _send_one(self, path: str) -> None:
        self.far.write(path, inside(self.here, path).read_bytes())

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
        here = sha512((self.here / path).read_bytes()).digest()
        return sha512(self.far.read(path)).digest() == here


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
