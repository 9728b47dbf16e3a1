"""A shop on its way to another machine, and the papers on their way back.

The shop is packed once and unpacked once by each worker, which makes one chunk at a time: neither an
office nor a prepared template is made for several threads. The worker opens no file of ours and writes none.
"""

import copyreg
import io
import pickle
import platform
import threading
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path, PosixPath, WindowsPath
from typing import Any

from docgen.build.making import Chunk, Result, Shop
from docgen.build.program import makeup
from docgen.build.supplies import Supplies
from docgen.files import digest

_one_at_a_time = threading.Lock()


@dataclass(slots=True)
class Sent:
    """A packed shop, what the docgen that packed it is made of, and the digest of the data."""

    data: bytes
    digest: str
    makeup: dict[str, str]
    _shop: Shop | None = None

    @classmethod
    def of(cls, shop: Shop) -> "Sent":
        """The shop with all that its papers need."""
        workshop = replace(shop.workshop, supplies=Supplies.of(shop.papers))
        data = _packed(replace(shop, workshop=workshop))
        return cls(data, digest(data), makeup())

    def shop(self) -> Shop:
        """The shop, unpacked once; it lives no longer than this."""
        if self._shop is None:
            # Packed by the client of this cluster, who may run any code on its workers anyway.
            self._shop = pickle.loads(self.data)  # noqa: S301
        return self._shop

    def __getstate__(self) -> tuple[Any, ...]:
        return self.data, self.digest, self.makeup

    def __setstate__(self, state: tuple[Any, ...]) -> None:
        self.data, self.digest, self.makeup = state
        self._shop = None


@dataclass(frozen=True, slots=True)
class Delivered:
    """The results of a chunk, and the digest of each paper when it left the worker."""

    results: list[Result]
    digests: tuple[str, ...]

    @classmethod
    def of(cls, results: list[Result]) -> "Delivered":
        """The results, ready to go."""
        return cls(results, tuple(_digest_of(result) for result in results))

    @property
    def is_whole(self) -> bool:
        """Whether every paper is as it left."""
        return self.digests == tuple(_digest_of(result) for result in self.results)


@dataclass(frozen=True, slots=True)
class Refused:
    """A worker that is not made of the same things, and in what it differs."""

    machine: str
    differs: tuple[str, ...]


def make_there(sent: Sent, chunk: Chunk) -> Delivered | Refused:
    """The papers of the chunk, made by this worker; a worker that would make others refuses."""
    found = differences(sent.makeup, makeup())
    if not found and digest(sent.data) != sent.digest:
        found = ("收到的数据（传送中损坏）",)
    if found:
        return Refused(platform.node(), found)
    with _one_at_a_time:
        return Delivered.of(sent.shop().make(chunk))


def differences(ours: dict[str, str], theirs: dict[str, str]) -> tuple[str, ...]:
    """What two makers of papers do not share, in words."""
    return tuple(
        f"{name}（本机 {_short(ours.get(name))}，工作机 {_short(theirs.get(name))}）"
        for name in {**ours, **theirs}
        if ours.get(name) != theirs.get(name)
    )


def _short(version: str | None) -> str:
    return version[:12] if version else "没有安装"


def _digest_of(result: Result) -> str:
    return digest(result.data) if result.data is not None else ""


def _packed(shop: Shop) -> bytes:
    buffer = io.BytesIO()
    pickler = pickle.Pickler(buffer, protocol=pickle.HIGHEST_PROTOCOL)
    # A path of Windows must become one of Linux there, and the other way round.
    pickler.dispatch_table = {**copyreg.dispatch_table, PosixPath: _path, WindowsPath: _path}
    pickler.dump(shop)
    return buffer.getvalue()


def _path(path: Path) -> tuple[Callable[[str], Path], tuple[str]]:
    return Path, (path.as_posix(),)
