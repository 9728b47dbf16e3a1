"""What lies in a folder, without following a link."""

import os
import stat
from collections.abc import Mapping
from dataclasses import dataclass

INVENTORY_BYTES_MAX = 64 << 20
_CHUNK_BYTES = 1 << 20
# A link is not followed, and a pipe does not keep from going on.
_FLAGS = (
    os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
)


@dataclass(frozen=True, slots=True)
class Tree:
    """All that lies in a folder, by path from it; `links` are links, pipes and devices."""

    files: Mapping[str, int]  # with their sizes
    folders: Mapping[str, bool]  # whether anything lies in it
    links: tuple[str, ...]
    refused: tuple[str, ...]  # folders that cannot be listed


def look(folder: str) -> Tree:
    """The tree under `folder`."""
    files: dict[str, int] = {}
    folders: dict[str, bool] = {}
    links: list[str] = []
    refused: list[str] = []
    waiting = [""]
    while waiting:
        inside = waiting.pop()
        try:
            entries = list(os.scandir(f"{folder}/{inside}" if inside else folder))
        except OSError:
            refused.append(inside)
            continue
        if inside:
            folders[inside] = bool(entries)
        for entry in entries:
            path = f"{inside}/{entry.name}" if inside else entry.name
            try:
                mode = entry.stat(follow_symlinks=False)
            except FileNotFoundError:
                continue  # gone since it was listed: a writer is at work
            if stat.S_ISDIR(mode.st_mode):
                waiting.append(path)
            elif stat.S_ISREG(mode.st_mode):
                files[path] = mode.st_size
            else:
                links.append(path)
    return Tree(files, folders, tuple(sorted(links)), tuple(sorted(refused)))


def read(folder: str, path: str, limit_bytes: int = INVENTORY_BYTES_MAX) -> bytes | None:
    """The bytes of an ordinary file; None where it is none, is larger, or cannot be read."""
    try:
        descriptor = os.open(f"{folder}/{path}", _FLAGS)
    except OSError:
        return None
    try:
        state = os.fstat(descriptor)
        if not stat.S_ISREG(state.st_mode) or state.st_size > limit_bytes:
            return None
        return _all_of(descriptor, state.st_size)
    except OSError:
        return None
    finally:
        os.close(descriptor)


def _all_of(descriptor: int, size_bytes: int) -> bytes:
    data = os.read(descriptor, size_bytes + 1)
    while more := b"" if len(data) == size_bytes else os.read(descriptor, _CHUNK_BYTES):
        data += more
    return data
