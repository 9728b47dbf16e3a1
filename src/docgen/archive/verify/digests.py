"""Digests of files, several kinds of one file in one reading."""

import hashlib
import os
import re
import zlib
from collections.abc import Callable, Iterable, Mapping
from typing import Protocol

_CHUNK_BYTES = 1 << 20


class _Hash(Protocol):
    def update(self, data: bytes, /) -> None: ...
    def hexdigest(self) -> str: ...


class _Crc32:
    def __init__(self) -> None:
        self._value = 0

    def update(self, data: bytes, /) -> None:
        self._value = zlib.crc32(data, self._value)

    def hexdigest(self) -> str:
        return f"{self._value:08x}"


class _Size:
    def __init__(self) -> None:
        self._bytes = 0

    def update(self, data: bytes, /) -> None:
        self._bytes += len(data)

    def hexdigest(self) -> str:
        return str(self._bytes)


# OCFL 1.1, 3.5.4, and the extensions 0001 and 0009.
_MAKERS: Mapping[str, Callable[[], _Hash]] = {
    "md5": lambda: hashlib.md5(usedforsecurity=False),
    "sha1": lambda: hashlib.sha1(usedforsecurity=False),
    "sha256": hashlib.sha256,
    "sha512": hashlib.sha512,
    "sha512/256": lambda: hashlib.new("sha512_256"),
    "blake2b-512": hashlib.blake2b,
    "blake2b-160": lambda: hashlib.blake2b(digest_size=20),
    "blake2b-256": lambda: hashlib.blake2b(digest_size=32),
    "blake2b-384": lambda: hashlib.blake2b(digest_size=48),
    "crc32": _Crc32,
    "size": _Size,
}
_HEX_DIGITS = {
    "md5": 32, "sha1": 40, "sha256": 64, "sha512": 128, "sha512/256": 64, "blake2b-512": 128,
    "blake2b-160": 40, "blake2b-256": 64, "blake2b-384": 96, "crc32": 8,
}  # fmt: skip


def known(algorithm: object) -> bool:
    """Whether digests of this name can be computed."""
    return isinstance(algorithm, str) and algorithm in _MAKERS


def well_formed(digest: str, algorithm: str) -> bool:
    """Whether `digest` may be one of this kind."""
    if algorithm == "size":
        return digest.isdigit()
    return len(digest) == _HEX_DIGITS[algorithm] and re.fullmatch("[0-9A-Fa-f]+", digest) is not None


def of_bytes(data: bytes, algorithm: str) -> str:
    """The digest of `data`."""
    made = _MAKERS[algorithm]()
    made.update(data)
    return made.hexdigest()


def of_file(path: str, algorithms: Iterable[str]) -> dict[str, str] | None:
    """The file's digests by their names; None where it cannot be read to its end."""
    hashes = {name: _MAKERS[name]() for name in algorithms}
    try:
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0))
    except OSError:
        return None
    try:
        while chunk := os.read(descriptor, _CHUNK_BYTES):
            for made in hashes.values():
                made.update(chunk)
    except OSError:
        return None
    finally:
        os.close(descriptor)
    return {name: made.hexdigest() for name, made in hashes.items()}
