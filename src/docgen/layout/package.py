"""A .docx as a zip whose bytes depend on its content alone."""

import io
import zipfile
from collections.abc import Mapping

_NO_TIME = (1980, 1, 1, 0, 0, 0)  # the zip format's first day


def pack(parts: Mapping[str, bytes]) -> bytes:
    """The parts as a .docx, in the order given, without times or the maker's system."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, data in parts.items():
            entry = zipfile.ZipInfo(name, _NO_TIME)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0
            archive.writestr(entry, data, compresslevel=9)
    return buffer.getvalue()


def unpack(docx: bytes) -> dict[str, bytes]:
    """The parts of a .docx by name, in their order."""
    with zipfile.ZipFile(io.BytesIO(docx)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}
