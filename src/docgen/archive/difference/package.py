"""The parts of a .docx that hold its text, opened without trusting the file."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from docgen.inspect.document.package import Package, open_package
from docgen.layout.package import pack
from docgen.layout.tree import Element, serialize

_WITH_TEXT = {"header": "页眉", "footer": "页脚", "footnotes": "脚注", "endnotes": "尾注", "comments": "批注"}


@dataclass(frozen=True, slots=True)
class Paper:
    """A .docx as one compares it: its parts with text, by name, each with what a reader calls it."""

    package: Package
    parts: Mapping[str, Element]
    places: Mapping[str, str]

    def with_parts(self, changed: Mapping[str, Element]) -> bytes:
        """The file again, with these parts in place of its own."""
        package = self.package
        return pack(
            {
                name: serialize(changed[name]) if name in changed else package.archive.read(member)
                for name, member in package.members.items()
                if not member.is_dir()
            }
        )


def open_paper(name: str, data: bytes) -> Paper:
    """The paper with its body, headers, footers and notes. Raises UnreadableDocument."""
    package = open_package(name, data)
    places = {package.main: "", **dict(_places(package))}
    return Paper(package, {part: package.xml(part) for part in places}, places)


def _places(package: Package) -> Iterator[tuple[str, str]]:
    for relation in package.relations.values():
        if relation.kind in _WITH_TEXT and package.has(relation.target):
            yield relation.target, _WITH_TEXT[relation.kind]
