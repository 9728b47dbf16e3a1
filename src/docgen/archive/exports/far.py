"""Somewhere else: a mounted folder, S3, wherever fsspec reaches."""

import os
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path, PurePosixPath
from typing import Any

from docgen.errors import DocgenError
from docgen.files import remove_if_empty, write_atomic


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


@dataclass(frozen=True, slots=True)
class Far:
    """The other place, a folder or a store; its files by their paths under the root."""

    fs: Any
    root: str
    address: str
    is_local: bool
    faults: tuple[type[Exception], ...]

    @classmethod
    def at(cls, address: str, options: dict[str, Any]) -> "Far":
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

    def write(self, relative: str, data: bytes, *, durable: bool) -> None:
        """The whole file or none."""
        if self.is_local:
            write_atomic(Path(self.path(relative)), data, durable=durable)
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
