"""What the files of one version say: its papers paragraph by paragraph, its records value by value."""

from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Any

from docgen.archive.difference.package import open_paper
from docgen.archive.difference.reading import plain_text
from docgen.errors import DocgenError
from docgen.records.compose import Limits, compose
from docgen.records.decode import decode
from docgen.records.tree import Mapping, Node, Scalar

_RECORDS = "record/"
_NOT_SAID = ("template/",)
_LIMITS = Limits()


def is_record(path: str) -> bool:
    """Whether the file is one of the records the paper was made from."""
    return path.startswith(_RECORDS)


def speaking(paths: list[str]) -> list[str]:
    """The files whose words are looked for; a PDF only where the paper itself is not there."""
    files = [path for path in paths if not path.startswith(_NOT_SAID)]
    return [path for path in files if _suffix(path) in (".docx", ".yaml", ".yml", ".txt", ".md")] + [
        path for path in files if _suffix(path) == ".pdf" and f"{path[:-4]}.docx" not in files
    ]


def said_in(path: str, data: bytes) -> str:
    """The words of a file, a paragraph or value a line; "" for what cannot be read."""
    try:
        if _suffix(path) == ".docx":
            return plain_text(open_paper(path, data))
        return _said_in_pdf(data) if _suffix(path) == ".pdf" else _said_in_text(path, data)
    except DocgenError:
        return ""  # that the file is damaged is verify's to tell


def _suffix(path: str) -> str:
    return PurePosixPath(path).suffix.lower()


def _said_in_text(path: str, data: bytes) -> str:
    text, _ = decode(data)
    if text is None:
        return data.decode("gb18030", "replace")
    if not is_record(path):
        return text
    composed = compose(text, _LIMITS)
    if composed.root is None or not composed.complete:
        return text
    return "\n".join(value.replace("\n", "") for value in _values(composed.root))


def _values(node: Node) -> Iterator[str]:
    if isinstance(node, Scalar):
        if not node.is_empty:
            yield node.text
    elif isinstance(node, Mapping):
        for _, value in node.entries:
            yield from _values(value)
    else:
        for item in node.items:
            yield from _values(item)


def _said_in_pdf(data: bytes) -> str:
    try:
        import pypdfium2  # an extra: without it a PDF is found by its title and number only
    except ImportError:
        return ""
    try:
        document: Any = pypdfium2.PdfDocument(data)  # type: ignore[no-untyped-call]
        pages = (page.get_textpage().get_text_range() for page in document)
        return "\n".join(text.replace("\r", "").replace("\n", "") for text in pages)
    except pypdfium2.PdfiumError:
        return ""
