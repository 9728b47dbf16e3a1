"""The finished .docx: static members as they were compressed once, the others around them.

The same members give the same bytes: fixed times, kept order, one deflate.
"""

import struct
from collections.abc import Mapping
from dataclasses import dataclass

from isal import isal_zlib

_LOCAL = struct.Struct("<4s5H3L2H")
_CENTRAL = struct.Struct("<4s6H3L5H2L")
_END = struct.Struct("<4s4H2LH")
_OFFSET_AT = 42  # of the local header's offset, in a central record
_DEFLATED = 8
_UTF8_NAME = 0x800
_VERSION = 20
_MIDNIGHT_1980 = (0, 0x21)  # the earliest time a zip can state
_LEVEL = 2
_RAW = -15


@dataclass(frozen=True, slots=True)
class Member:
    """A zip member ready to be written: its local header with the data, and its central record."""

    local: bytes
    central: bytes


def compressed(name: str, content: bytes) -> Member:
    """The member, deflated."""
    data = isal_zlib.compress(content, _LEVEL, _RAW)
    raw_name = name.encode()
    flags = 0 if name.isascii() else _UTF8_NAME
    common = (
        _VERSION,
        flags,
        _DEFLATED,
        *_MIDNIGHT_1980,
        isal_zlib.crc32(content),
        len(data),
        len(content),
        len(raw_name),
    )
    local = _LOCAL.pack(b"PK\x03\x04", *common, 0) + raw_name + data
    central = _CENTRAL.pack(b"PK\x01\x02", _VERSION, *common, 0, 0, 0, 0, 0, 0) + raw_name
    return Member(local, central)


def joined(members: list[Member]) -> bytes:
    """The zip file of these members, in this order."""
    offset, records = 0, []
    for member in members:
        record = bytearray(member.central)
        struct.pack_into("<L", record, _OFFSET_AT, offset)
        records.append(record)
        offset += len(member.local)
    directory = b"".join(records)
    end = _END.pack(b"PK\x05\x06", 0, 0, len(members), len(members), len(directory), offset, 0)
    return b"".join([*(member.local for member in members), directory, end])


def packed(contents: Mapping[str, bytes]) -> bytes:
    """The zip file of these contents."""
    return joined([compressed(name, content) for name, content in contents.items()])
