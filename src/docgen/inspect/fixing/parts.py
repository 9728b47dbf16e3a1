"""The parts of a .docx as they are rewritten: those that were changed anew, the others as they were."""

import posixpath
import re
from dataclasses import dataclass, field

from lxml import etree

from docgen.inspect.document.package import Package, UnreadableDocument, open_package
from docgen.layout.tree import Element, P, serialize
from docgen.render.package import packed
from docgen.zip_damage import ZIP_DAMAGE

CONTENT_TYPES = "[Content_Types].xml"


@dataclass
class Parts:
    """An opened package; trees that were asked for are written back by `packed`."""

    package: Package
    _trees: dict[str, Element] = field(default_factory=dict)
    _added: dict[str, bytes] = field(default_factory=dict)

    @classmethod
    def open(cls, name: str, data: bytes) -> "Parts":
        """The parts. Raises UnreadableDocument."""
        return cls(open_package(name, data))

    @property
    def main(self) -> str:
        return self.package.main

    @property
    def rels(self) -> str:
        """The part that holds the relations of the main part."""
        folder, leaf = posixpath.split(self.main)
        return posixpath.join(folder, "_rels", f"{leaf}.rels")

    def tree(self, part: str) -> Element:
        """The part's tree, to be changed. Raises UnreadableDocument."""
        if part not in self._trees:
            self._trees[part] = self.package.xml(part)
        return self._trees[part]

    def has(self, part: str) -> bool:
        return part in self._added or self.package.has(part)

    def add(self, part: str, data: bytes) -> None:
        """The package has this part."""
        self._added[part] = data

    def paragraphs(self, part: str) -> list[Element]:
        """The w:p of a part in document order, as `Paragraph.at` counts them."""
        return list(self.tree(part).iter(P))

    def packed(self) -> bytes:
        """The document with its changes. Raises UnreadableDocument where a part cannot be taken over."""
        contents: dict[str, bytes] = {}
        for name, member in self.package.members.items():
            if name.endswith("/"):
                continue
            if name in self._trees:
                contents[name] = serialize(self._trees[name])
                continue
            try:
                contents[name] = self.package.archive.read(member)
            except (*ZIP_DAMAGE, etree.Error) as reason:
                raise UnreadableDocument(
                    self.package.name, f"里的 {_shown(name)} 已损坏，不能另存"
                ) from reason
        return packed({**contents, **self._added})


def _shown(name: str) -> str:
    return re.sub(r"[^\x20-\x7e一-鿿]", "?", name)[:60]
