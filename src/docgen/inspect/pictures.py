"""Whether a document's pictures may be given to a renderer: some grow to gigabytes when unpacked."""

import struct
import zipfile
from collections.abc import Iterator

from docgen.inspect.document.package import Package
from docgen.zip_damage import ZIP_DAMAGE

_PIXELS_MAX = 120_000_000  # an A3 page at 600 dpi has 70 million
_HEAD_BYTES = 65_536
_PNG = b"\x89PNG\r\n\x1a\n"
_GIF = b"GIF8"
_JPEG_FRAMES = frozenset((*range(0xC0, 0xC4), *range(0xC5, 0xC8), *range(0xC9, 0xCC), *range(0xCD, 0xD0)))


def has_huge_picture(package: Package) -> bool:
    """Whether one of them has more pixels than any page needs."""
    return any(width * height > _PIXELS_MAX for width, height in _sizes(package))


def _sizes(package: Package) -> Iterator[tuple[int, int]]:
    for name, member in package.members.items():
        if "media/" in name:
            yield _size(_head(package, member))


def _head(package: Package, member: zipfile.ZipInfo) -> bytes:
    try:
        with package.archive.open(member) as file:
            return file.read(_HEAD_BYTES)
    except ZIP_DAMAGE:
        return b""


def _size(head: bytes) -> tuple[int, int]:
    """Width and height as the file's head states them; 0, 0 for what states none."""
    if head.startswith(_PNG) and len(head) >= 24:
        return struct.unpack(">II", head[16:24])
    if head.startswith(_GIF) and len(head) >= 10:
        return struct.unpack("<HH", head[6:10])
    if head.startswith(b"BM") and len(head) >= 26:
        width, height = struct.unpack("<ii", head[18:26])
        return abs(width), abs(height)
    return _jpeg_size(head) if head.startswith(b"\xff\xd8") else (0, 0)


def _jpeg_size(head: bytes) -> tuple[int, int]:
    at = 2
    while at + 9 <= len(head) and head[at] == 0xFF:
        if head[at + 1] in _JPEG_FRAMES:
            height, width = struct.unpack(">HH", head[at + 5 : at + 9])
            return width, height
        at += 2 + struct.unpack(">H", head[at + 2 : at + 4])[0]
    return 0, 0
