"""A .docx from anywhere, opened without trusting it: no entity is expanded, nothing outside is fetched,
and sizes are checked before anything is unpacked. Parts that are not asked for may be damaged.
"""

import io
import posixpath
import re
import zipfile
from dataclasses import dataclass, field

from lxml import etree

from docgen.errors import DocgenError
from docgen.layout.tree import Element
from docgen.zip_damage import ZIP_DAMAGE, is_locked

_UNPACKED_BYTES_MAX = 400_000_000
_PART_BYTES_MAX = 60_000_000  # one XML part; two thousand pages are about 20 MB
_MEMBERS_MAX = 10_000
_OLE_MAGIC = b"\xd0\xcf\x11\xe0"
_DECLARATION = re.compile(rb"<!\s*(DOCTYPE|ENTITY)", re.IGNORECASE)
# “Strict Open XML” says the same under other names; read as the usual ones.
_STRICT = (
    (
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    ),
    (
        b"http://purl.oclc.org/ooxml/officeDocument/relationships",
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    ),
    (
        b"http://purl.oclc.org/ooxml/officeDocument/extendedProperties",
        b"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties",
    ),
    (
        b"http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing",
        b"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    ),
    (b"http://purl.oclc.org/ooxml/drawingml/", b"http://schemas.openxmlformats.org/drawingml/2006/"),
)
_PARSER = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
RESAVE = "请用 Word 或 WPS 打开后另存为 .docx，再检查"
# Relationship types end in these words.
_RELATION = re.compile(r"/([A-Za-z]+)$")


class UnreadableDocument(DocgenError):
    """The file is no Word document that can be looked into."""

    def __init__(self, name: str, reason: str, remedy: str = RESAVE) -> None:
        super().__init__(f"“{name}”{reason}", remedy)


@dataclass(frozen=True, slots=True)
class Relation:
    """One line of a .rels part: what it points to, and as what (styles, footer, image …)."""

    kind: str
    target: str


@dataclass(frozen=True)
class Package:
    """The parts of a document. XML parts are parsed when asked for."""

    name: str
    archive: zipfile.ZipFile
    members: dict[str, zipfile.ZipInfo]
    main: str = "word/document.xml"
    relations: dict[str, Relation] = field(default_factory=dict)

    def has(self, part: str) -> bool:
        return part in self.members

    def xml(self, part: str) -> Element:
        """The tree of a part. Raises UnreadableDocument."""
        data = self._bytes(part)
        plain = data.replace(b"\0", b"") if b"\0" in data[:8] else data
        if b"<!" in plain and _DECLARATION.search(plain):
            raise UnreadableDocument(
                self.name,
                "里有文档类型或实体声明，可能含有恶意内容",
                "请向来文单位索取正常的文件，不要打开它",
            )
        if b"http://purl.oclc.org/ooxml/" in data:
            for strict, usual in _STRICT:
                data = data.replace(strict, usual)
        try:
            return etree.fromstring(data, _PARSER)
        except (etree.XMLSyntaxError, ValueError) as reason:
            raise UnreadableDocument(self.name, f"已损坏：其中的 {part} 读不通") from reason

    def part_of(self, kind: str) -> Element | None:
        """The main document's part of that kind (styles, numbering, settings, theme); None without one."""
        targets = [relation.target for relation in self.relations.values() if relation.kind == kind]
        found = next((target for target in targets if self.has(target)), None)
        return None if found is None else self.xml(found)

    def _bytes(self, part: str) -> bytes:
        member = self.members.get(part)
        if member is None:
            raise UnreadableDocument(self.name, "里没有 Word 正文")
        if member.file_size > _PART_BYTES_MAX:
            raise UnreadableDocument(
                self.name, "解压后过大，不像正常的文档", "请删去不需要的内容，或拆成几个文件再检查"
            )
        try:
            return self.archive.read(member)
        except ZIP_DAMAGE as reason:
            if is_locked(reason):
                raise UnreadableDocument(self.name, "带有密码", "请去掉打开密码后再检查") from reason
            raise UnreadableDocument(self.name, "已损坏或不完整") from reason


def open_package(name: str, data: bytes) -> Package:
    """The package with its main part found. Raises UnreadableDocument."""
    if data.startswith(_OLE_MAGIC):
        raise UnreadableDocument(name, "是旧的 .doc 格式，或带有打开密码")
    if not data.startswith(b"PK"):
        raise UnreadableDocument(name, "不是 .docx 文件" if data else "是空文件")
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        members = {member.filename.lstrip("/"): member for member in archive.infolist()}
    except ZIP_DAMAGE as reason:
        raise UnreadableDocument(name, "已损坏或不完整") from reason
    if len(members) > _MEMBERS_MAX or sum(one.file_size for one in members.values()) > _UNPACKED_BYTES_MAX:
        raise UnreadableDocument(
            name, "解压后过大，不像正常的文档", "请删去不需要的图片和内容，或向来文单位索取正常的文件"
        )
    bare = Package(name, archive, members)
    main = _main_part(bare)
    return Package(name, archive, members, main, relations_of(bare, main))


def _main_part(package: Package) -> str:
    if package.has("_rels/.rels"):
        for relation in _relations_in(package, "_rels/.rels", "").values():
            if relation.kind == "officeDocument" and package.has(relation.target):
                return relation.target
    if not package.has("word/document.xml"):
        raise UnreadableDocument(package.name, "里没有 Word 正文")
    return "word/document.xml"


def relations_of(package: Package, part: str) -> dict[str, Relation]:
    """What a part points to, by id; links to the outside are left out."""
    folder, leaf = posixpath.split(part)
    rels = posixpath.join(folder, "_rels", f"{leaf}.rels")
    return _relations_in(package, rels, folder) if package.has(rels) else {}


def _relations_in(package: Package, rels: str, folder: str) -> dict[str, Relation]:
    found: dict[str, Relation] = {}
    for one in package.xml(rels):
        kind = _RELATION.search(str(one.get("Type") or ""))
        if kind is None or one.get("TargetMode") == "External":
            continue
        target = str(one.get("Target") or "")
        path = target.lstrip("/") if target.startswith("/") else posixpath.join(folder, target)
        found[str(one.get("Id") or "")] = Relation(kind[1], posixpath.normpath(path))
    return found
