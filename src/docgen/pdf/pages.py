"""What the bytes of a PDF tell without a PDF library, which is an extra."""

import re
import zlib
from collections.abc import Iterator

_OBJECTS = re.compile(rb"/Type\s*/ObjStm\b.*?stream\r?\n(.*?)endstream", re.DOTALL)
_PAGE = re.compile(rb"/Type\s*/Page\b(?!s)")


def plain_parts(pdf: bytes) -> Iterator[bytes]:
    """The file, then what its object streams hold: LibreOffice 7.4 has none, later programs may."""
    yield pdf
    for packed in _OBJECTS.findall(pdf):
        if packed[:1] == b"x":
            yield zlib.decompressobj().decompress(packed)


def page_count(pdf: bytes) -> int:
    """How many pages LibreOffice has written."""
    return sum(len(_PAGE.findall(part)) for part in plain_parts(pdf))
