"""Files that come to a paper from outside: scans, receipts, photographs; judged by what is in them."""

import io
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from docgen.errors import DocgenError
from docgen.files import read_bounded, safe_name
from docgen.zip_damage import ZIP_DAMAGE

_BYTES_MAX = 1_000_000_000
_WORDS = "、".join(("PDF", "PNG", "JPG", "TIFF", "DOCX", "XLSX"))
_REMEDY = f"可以附 {_WORDS}；请用相应的程序打开看是否完好，另存后再试"


class NotAttachable(DocgenError):
    """The file is empty, broken, of a kind that does not keep, or not what its name says."""

    exit_status = 1

    def __init__(self, name: str, what: str, remedy: str = _REMEDY) -> None:
        super().__init__(f"“{name}”{what}", remedy)


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that may be kept: its name as it will be called, and its bytes."""

    name: str
    data: bytes


def attachment(path: Path) -> Attachment:
    """The file, if it may be kept. Raises NotAttachable, CannotRead or TooLarge."""
    data = read_bounded(path, _BYTES_MAX)
    if not data:
        raise NotAttachable(path.name, "是空的")
    form = next((one for one in _FORMS if one.begins(data)), None)
    if form is None:
        raise NotAttachable(path.name, "的内容不是可以长期保存的格式")
    if path.suffix and path.suffix.lower() not in form.suffixes:
        raise NotAttachable(path.name, f"的内容其实是 {form.word}", f"请把扩展名改成 {form.suffixes[0]} 再试")
    wrong = form.fault(data)
    if wrong:
        raise NotAttachable(path.name, wrong)
    name = path.name if path.suffix else f"{path.name}{form.suffixes[0]}"
    return Attachment(safe_name(name), data)


@dataclass(frozen=True, slots=True)
class _Form:
    word: str
    suffixes: tuple[str, ...]
    begins: Callable[[bytes], bool]
    fault: Callable[[bytes], str]  # "" for a whole one


def _pdf_fault(data: bytes) -> str:
    tail = data[-2048:]
    if b"%%EOF" not in tail or b"startxref" not in tail:
        return "不完整（PDF 的结尾不见了）"
    return "加了密码，不能长期保存，请去掉密码" if b"/Encrypt" in data else ""


def _png_fault(data: bytes) -> str:
    seen = []
    for kind, body, is_right in _png_chunks(data):
        if not is_right:
            return "已损坏（PNG 的校验值不对）"
        seen.append(kind)
        if kind == b"IHDR" and (len(body) != 13 or not all(struct.unpack(">II", body[:8]))):
            return "已损坏（PNG 没有尺寸）"
    return "" if seen[:1] == [b"IHDR"] and b"IDAT" in seen and seen[-1] == b"IEND" else "不完整（PNG）"


def _png_chunks(data: bytes) -> Iterator[tuple[bytes, bytes, bool]]:
    at = 8
    while at + 12 <= len(data):
        (length,) = struct.unpack(">I", data[at : at + 4])
        body = data[at + 4 : at + 8 + length]
        checksum = data[at + 8 + length : at + 12 + length]
        yield body[:4], body[4:], checksum == struct.pack(">I", zlib.crc32(body))
        at += 12 + length
        if body[:4] == b"IEND":
            return


def _jpeg_fault(data: bytes) -> str:
    at = 2
    while at + 4 <= len(data) and data[at] == 0xFF:
        marker, (length,) = data[at + 1], struct.unpack(">H", data[at + 2 : at + 4])
        if marker == 0xDA:
            return "" if data.rstrip(b"\0").endswith(b"\xff\xd9") else "不完整（JPG 的结尾不见了）"
        at += 2 + length
    return "已损坏（JPG 里没有图像）"


def _tiff_fault(data: bytes) -> str:
    order = "<" if data[:2] == b"II" else ">"
    (first,) = struct.unpack(f"{order}I", data[4:8])
    if first < 8 or first + 2 > len(data):
        return "不完整（TIFF 的目录不见了）"
    (count,) = struct.unpack(f"{order}H", data[first : first + 2])
    return "" if count and first + 2 + 12 * count <= len(data) else "已损坏（TIFF 的目录不对）"


def _package_fault(data: bytes) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            broken = package.testzip()
    except ZIP_DAMAGE:
        return "已损坏（压缩包打不开）"
    return "已损坏（压缩包的校验值不对）" if broken else ""


def _holds(part: str) -> Callable[[bytes], bool]:
    def begins(data: bytes) -> bool:
        if not data.startswith(b"PK\x03\x04"):
            return False
        try:
            with zipfile.ZipFile(io.BytesIO(data)) as package:
                return part in package.namelist()
        except ZIP_DAMAGE:
            return part.encode() in data  # broken off: still of this kind

    return begins


def _starts(*marks: bytes) -> Callable[[bytes], bool]:
    return lambda data: data.startswith(marks)


_FORMS = (
    _Form("PDF", (".pdf",), _starts(b"%PDF-"), _pdf_fault),
    _Form("PNG", (".png",), _starts(b"\x89PNG\r\n\x1a\n"), _png_fault),
    _Form("JPG", (".jpg", ".jpeg"), _starts(b"\xff\xd8\xff"), _jpeg_fault),
    _Form("TIFF", (".tif", ".tiff"), _starts(b"II*\0", b"MM\0*"), _tiff_fault),
    _Form("DOCX", (".docx",), _holds("word/document.xml"), _package_fault),
    _Form("XLSX", (".xlsx",), _holds("xl/workbook.xml"), _package_fault),
)
