"""The template file, opened without trusting it.

Nothing is unpacked to the disk, nothing outside the file is fetched, no entity is expanded, and the
sizes that the zip directory states are checked before anything is unpacked.
"""

import io
import os
import re
import zipfile
from pathlib import Path
from typing import BinaryIO

from docgen.files import told
from docgen.render.faults import BrokenTemplate
from docgen.zip_damage import ZIP_DAMAGE, is_locked

Source = str | os.PathLike[str] | bytes | BinaryIO

_UNPACKED_BYTES_MAX = 200_000_000
_XML_BYTES_MAX = 40_000_000  # one XML member; a thousand-page text is about 10 MB
_MEMBERS_MAX = 10_000
_OLE_MAGIC = b"\xd0\xcf\x11\xe0"
_DECLARATION = re.compile(rb"<!\s*(DOCTYPE|ENTITY)", re.IGNORECASE)
_STRICT_NAMESPACE = b"http://purl.oclc.org/ooxml/"
RESAVE = "请用 Word 或 WPS 打开后另存为 .docx，再作模板"


def read_source(source: Source) -> tuple[str, bytes]:
    """The name to show for the template, and its bytes, checked to be a Word document."""
    name, data = _name_and_bytes(source)
    _refuse_other_formats(name, data)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            _refuse_excess(name, package.infolist())
            _check_members(name, package)
    except ZIP_DAMAGE as reason:
        if is_locked(reason):
            raise BrokenTemplate(name, "带有密码", "请去掉打开密码后再作模板") from reason
        raise BrokenTemplate(name, "已损坏或不完整", RESAVE) from reason
    return name, data


def _name_and_bytes(source: Source) -> tuple[str, bytes]:
    if isinstance(source, bytes):
        return "模板", source
    if not isinstance(source, str | os.PathLike):
        name = getattr(source, "name", None)
        return Path(name).name if isinstance(name, str) else "模板", source.read()
    path = Path(source)
    try:
        return path.name, path.read_bytes()
    except (OSError, ValueError) as reason:
        remedy = "请检查路径是否写对、文件是否可读"
        detail = told(reason) if isinstance(reason, OSError) else "路径里有不能用的字符"
        raise BrokenTemplate(path.name, f"读不出来（{detail}）", remedy) from reason


def _refuse_other_formats(name: str, data: bytes) -> None:
    if data.startswith(_OLE_MAGIC):
        raise BrokenTemplate(name, "是旧的 .doc 格式，或带有打开密码", RESAVE)
    if not data.startswith(b"PK"):
        raise BrokenTemplate(name, "不是 .docx 文件", RESAVE)


def _refuse_excess(name: str, members: list[zipfile.ZipInfo]) -> None:
    total = sum(member.file_size for member in members)
    xml = max((m.file_size for m in members if _is_xml(m.filename)), default=0)
    if total > _UNPACKED_BYTES_MAX or xml > _XML_BYTES_MAX or len(members) > _MEMBERS_MAX:
        raise BrokenTemplate(name, "解压后过大，不像正常的文档", "请删去不需要的图片和内容，或换用可信的模板")


def _check_members(name: str, package: zipfile.ZipFile) -> None:
    for member in package.infolist():
        content = package.read(member)  # reading also checks the checksum
        if _is_xml(member.filename):
            _refuse_declarations(name, content)
        if member.filename == "_rels/.rels" and _STRICT_NAMESPACE in content:
            raise BrokenTemplate(name, "是“严格 Open XML”格式", "请另存为普通的“Word 文档 (*.docx)”")
    if "[Content_Types].xml" not in package.namelist():
        raise BrokenTemplate(name, "里没有 Word 正文", RESAVE)


def _refuse_declarations(name: str, content: bytes) -> None:
    # A UTF-16 member hides "<!DOCTYPE" from a search for ASCII: look at it without its zero bytes.
    plain = content.replace(b"\0", b"") if b"\0" in content[:8] else content
    if b"<!" in plain and _DECLARATION.search(plain):
        raise BrokenTemplate(name, "里有文档类型或实体声明，可能含有恶意内容", "请换用可信的模板")


def _is_xml(member: str) -> bool:
    return member.lower().endswith((".xml", ".rels", ".vml"))
