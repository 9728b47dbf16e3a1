"""V39 Papers are of the format that their names say, and not locked with a password."""

from collections.abc import Iterator
from pathlib import Path

from docgen.archive.verify.fault import Heading
from docgen.archive.verify.held import Held
from docgen.archive.verify.seats import Hit, check
from docgen.findings import Severity

_STARTS = {
    "pdf": (b"%PDF",), "docx": (b"PK",), "xlsx": (b"PK",), "png": (b"\x89PNG",), "jpg": (b"\xff\xd8",),
    "jpeg": (b"\xff\xd8",), "tif": (b"II", b"MM"), "tiff": (b"II", b"MM"),
}  # fmt: skip
_OLE = b"\xd0\xcf\x11\xe0"  # how Office keeps a .docx that has a password
_TRAILER_BYTES = 4096  # where a PDF says that it is encrypted


@check("V39", Heading.USABLE, severity=Severity.WARNING, remedy="请向形成单位要一份能直接打开的，附入归档库")
def can_be_opened(held: Held) -> Iterator[Hit]:
    """文件的格式与名称相符，没有加密。"""
    if not held.is_ours:
        return
    for path, actual in held.actual.items():
        ending = path.rpartition(".")[2].lower()
        wanted = held.wanted.get(path)
        if actual is None or not wanted or ending not in _STARTS:
            continue
        if any(actual.get(name) not in digests for name, digests in wanted.items()):
            continue  # told as changed
        what = _fault(Path(held.folder, path), ending)
        if what:
            yield Hit(what, path, path.partition("/")[0])


def _fault(path: Path, ending: str) -> str:
    try:
        with path.open("rb") as file:
            start = file.read(8)
            if ending == "pdf":
                file.seek(max(path.stat().st_size - _TRAILER_BYTES, 0))
                if b"/Encrypt" in file.read():
                    return "PDF 加了密，以后可能打不开"
    except OSError:
        return ""
    if start.startswith(_OLE) and ending in ("docx", "xlsx"):
        return "文件加了密码，以后可能打不开"
    return "" if start.startswith(_STARTS[ending]) else f"内容不是 .{ending} 文件，可能打不开"
