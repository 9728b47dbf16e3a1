"""Fandol's Bold declares the weight 400, so nothing can tell it from Regular; this writes 700.

The rule belongs in the file and not in fontconfig: see configuration.py about scan rules.
"""

import struct

_BOLD = 700
_TABLE_RECORD_BYTES = 16
_CHECKSUM_OF_FONT = 0xB1B0AFBA  # the OpenType specification's constant for head.checkSumAdjustment


def with_bold_weight(font: bytes) -> bytes:
    """The same OpenType font, declaring itself bold, its checksums right."""
    data = bytearray(font)
    tables = _tables(font)
    os2_offset, head_offset = tables[b"OS/2"][1], tables[b"head"][1]
    struct.pack_into(">H", data, os2_offset + 4, _BOLD)
    _change_bits(data, os2_offset + 62, add=0x20, drop=0x40)  # fsSelection: bold, not regular
    _change_bits(data, head_offset + 44, add=0x01, drop=0)  # macStyle: bold
    struct.pack_into(">I", data, head_offset + 8, 0)
    for tag in (b"OS/2", b"head"):
        record, offset, length = tables[tag]
        struct.pack_into(">I", data, record + 4, _checksum(bytes(data[offset : offset + length])))
    adjustment = (_CHECKSUM_OF_FONT - _checksum(bytes(data))) & 0xFFFFFFFF
    struct.pack_into(">I", data, head_offset + 8, adjustment)
    return bytes(data)


def _tables(font: bytes) -> dict[bytes, tuple[int, int, int]]:
    (count,) = struct.unpack_from(">H", font, 4)
    records = range(12, 12 + _TABLE_RECORD_BYTES * count, _TABLE_RECORD_BYTES)
    return {font[at : at + 4]: (at, *struct.unpack_from(">II", font, at + 8)) for at in records}


def _change_bits(data: bytearray, offset: int, *, add: int, drop: int) -> None:
    (bits,) = struct.unpack_from(">H", data, offset)
    struct.pack_into(">H", data, offset, (bits | add) & ~drop)


def _checksum(block: bytes) -> int:
    padded = block + b"\0" * (-len(block) % 4)
    words: tuple[int, ...] = struct.unpack(f">{len(padded) // 4}I", padded)
    return sum(words) & 0xFFFFFFFF
