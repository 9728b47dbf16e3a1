"""The pages of a PDF as pictures for the screen: quick to make rather than small."""

import struct
from collections.abc import Iterator
from contextlib import closing
from importlib import import_module
from typing import Any

from isal import isal_zlib

from docgen.errors import DocgenError
from docgen.files import digest
from docgen.publish.preview.sheet import Picture

_SCALE = 1.5  # 108 dots an inch
_PAGES_MAX = 60
_NAME_LETTERS = 20
_LEVEL = 1
_RGB, _BITS = 2, 8


class PicturesMissing(DocgenError):
    """The extra `pdf` is not installed, so no page can be shown."""

    exit_status = 3

    def __init__(self) -> None:
        super().__init__(
            "没有安装把 PDF 变成图片所需的组件", "请执行 pip install 'docgen-gongwen[pdf]' 后重试"
        )


def need_pictures() -> None:
    """The library is there. Raises PicturesMissing."""
    _pdfium()


def pictures(pdf: bytes) -> tuple[Picture, ...]:
    """A picture of every page, up to sixty."""
    with closing(_pdfium().PdfDocument(pdf)) as document:
        return tuple(_pages(document))


def _pages(document: Any) -> Iterator[Picture]:
    for number in range(min(len(document), _PAGES_MAX)):
        with closing(document[number]) as page, closing(_bitmap(page)) as bitmap:
            data = _png(bitmap.width, bitmap.height, bitmap.stride, bytes(bitmap.buffer))
            yield Picture(f"{digest(data)[:_NAME_LETTERS]}.png", data, bitmap.width, bitmap.height)


def _bitmap(page: Any) -> Any:
    return page.render(scale=_SCALE, rev_byteorder=True)


def _png(width: int, height: int, stride: int, pixels: bytes) -> bytes:
    rows = b"".join(b"\0" + pixels[start : start + width * 3] for start in range(0, stride * height, stride))
    header = struct.pack(">IIBBBBB", width, height, _BITS, _RGB, 0, 0, 0)
    packed = isal_zlib.compress(rows, _LEVEL)
    chunks = (_chunk(b"IHDR", header), _chunk(b"IDAT", packed), _chunk(b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", isal_zlib.crc32(kind + data))


def _pdfium() -> Any:
    try:
        return import_module("pypdfium2")
    except ImportError as reason:
        raise PicturesMissing from reason
