"""What a workbook knows of the record it was made from: kept in a hidden sheet.

The record's text travels along, so that it can be told who changed what since: the clerk in the
workbook, or somebody in the file.
"""

import base64
import binascii
import zlib
from collections.abc import Sequence
from dataclasses import dataclass

from docgen.files import digest

SHEET = "docgen"
_FORMAT = "docgen-sheet/1"
_CHUNK_CHARS = 30_000
_TEXT_BYTES_MAX = 40 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Stamp:
    """The record's file name, its kind (committee or branch) and its bytes at the export."""

    file: str
    kind: str
    data: bytes

    @property
    def digest(self) -> str:
        return digest(self.data)

    def rows(self) -> list[tuple[str, str]]:
        """The stamp as the rows of its sheet."""
        packed = base64.b64encode(zlib.compress(self.data, 9)).decode("ascii")
        chunks = [packed[at : at + _CHUNK_CHARS] for at in range(0, len(packed), _CHUNK_CHARS)]
        head = [("format", _FORMAT), ("file", self.file), ("kind", self.kind), ("digest", self.digest)]
        return [*head, *(("text", chunk) for chunk in chunks)]


def read_stamp(rows: Sequence[Sequence[object]]) -> Stamp | None:
    """The stamp of a hidden sheet; None when there is none, or it was damaged."""
    pairs = [(str(row[0]).strip(), str(row[1]).strip()) for row in rows if len(row) > 1]
    named = dict(pairs)
    if named.get("format") != _FORMAT:
        return None
    packed = "".join(value for name, value in pairs if name == "text")
    data = _unpacked(packed)
    if data is None or digest(data) != named.get("digest"):
        return None
    return Stamp(named.get("file", ""), named.get("kind", ""), data)


def _unpacked(packed: str) -> bytes | None:
    unpack = zlib.decompressobj()
    try:
        data = unpack.decompress(base64.b64decode(packed, validate=True), _TEXT_BYTES_MAX)
    except (binascii.Error, zlib.error, ValueError):
        return None
    return None if unpack.unconsumed_tail else data
