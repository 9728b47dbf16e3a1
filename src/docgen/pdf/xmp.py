"""The metadata of a PDF/A, put right where LibreOffice 7 writes it wrong: “&” is escaped twice there."""

import re

_PACKET = re.compile(rb"<\?xpacket begin=.*?<\?xpacket end=", re.DOTALL)
_MAKER = b"<pdf:Producer>LibreOffice 7."
_TWICE = re.compile(rb"&amp;(amp|lt|gt|quot|apos);")
_END = b"<?xpacket end="


def with_true_metadata(pdf: bytes) -> bytes:
    """The PDF whose XMP says the same as its title and author; its length, and so its offsets, stay."""
    return _PACKET.sub(_mended, pdf) if _MAKER in pdf else pdf


def _mended(packet: re.Match[bytes]) -> bytes:
    mended = _TWICE.sub(rb"&\1;", packet[0])
    padding = b" " * (len(packet[0]) - len(mended))
    return mended.removesuffix(_END) + padding + _END
