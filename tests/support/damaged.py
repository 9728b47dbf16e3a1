"""A .docx spoilt as files are spoilt on their way: torn, packed oddly, locked, with a false directory."""

import io
import struct
import zipfile
from collections.abc import Callable

_CENTRAL = b"PK\x01\x02"


def oddly_packed(data: bytes) -> bytes:
    """Every member says that it is packed by a method that nobody has."""
    return _heads(data, 8, 10, struct.pack("<H", 99))


def locked(data: bytes) -> bytes:
    """Every member says that it wants a password."""
    return _heads(data, 6, 8, b"\x01\x00")


def strongly_locked(data: bytes) -> bytes:
    """Every member says that it wants a key of the newer kind."""
    return _heads(data, 6, 8, b"\x41\x00")


def cut_off(data: bytes) -> bytes:
    """The end, where the directory stands, did not arrive."""
    return data[: len(data) * 2 // 3]


def torn_within(data: bytes) -> bytes:
    """All members are there, and the second half of each is no more what it was."""
    torn = bytearray(data)
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        for member in package.infolist():
            name, extra = struct.unpack_from("<HH", data, member.header_offset + 26)
            end = member.header_offset + 30 + name + extra + member.compress_size
            half = member.compress_size // 2
            torn[end - half : end] = b"\xff" * half
    return bytes(torn)


def torn_lzma(data: bytes) -> bytes:
    return torn_within(_packed(data, zipfile.ZIP_LZMA))


def torn_bzip2(data: bytes) -> bytes:
    return torn_within(_packed(data, zipfile.ZIP_BZIP2))


def far_away(data: bytes) -> bytes:
    """The directory says that its members lie far beyond the end."""
    return _heads(data, None, 42, b"\xf0\xff\xff\x7f")


def beyond_any_end(data: bytes) -> bytes:
    """The same in 64 bits, further than any file can be long."""
    place = struct.pack("<HHQ", 1, 8, 2**64 - 1)
    made, entries = bytearray(), 0
    end = data.rindex(b"PK\x05\x06")
    at = start = struct.unpack_from("<I", data, end + 16)[0]
    while data[at : at + 4] == _CENTRAL:
        name, extra, comment = struct.unpack_from("<HHH", data, at + 28)
        head = bytearray(data[at : at + 46])
        struct.pack_into("<H", head, 30, extra + len(place))
        struct.pack_into("<I", head, 42, 0xFFFFFFFF)
        tail = data[at + 46 : at + 46 + name + extra]
        made += head + tail + place + data[at + 46 + name + extra : at + 46 + name + extra + comment]
        at, entries = at + 46 + name + extra + comment, entries + 1
    last = bytearray(data[end:])
    struct.pack_into("<I", last, 12, len(made))
    return data[:start] + bytes(made) + bytes(last)


DAMAGES: dict[str, Callable[[bytes], bytes]] = {
    made.__name__: made
    for made in (
        oddly_packed,
        locked,
        strongly_locked,
        cut_off,
        torn_within,
        torn_lzma,
        torn_bzip2,
        far_away,
        beyond_any_end,
    )
}


def _packed(data: bytes, method: int) -> bytes:
    again = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as package, zipfile.ZipFile(again, "w", method) as copy:
        for name in package.namelist():
            copy.writestr(name, package.read(name))
    return again.getvalue()


def _heads(data: bytes, in_local: int | None, in_central: int, value: bytes) -> bytes:
    """The same bytes put into the head of every member, at its place in either kind of head."""
    changed = bytearray(data)
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        locals_ = [member.header_offset for member in package.infolist()]
    if in_local is not None:
        for start in locals_:
            changed[start + in_local : start + in_local + len(value)] = value
    at = struct.unpack_from("<I", data, data.rindex(b"PK\x05\x06") + 16)[0]
    while data[at : at + 4] == _CENTRAL:
        changed[at + in_central : at + in_central + len(value)] = value
        at += 46 + sum(struct.unpack_from("<HHH", data, at + 28))
    return bytes(changed)
