"""What a .docx asks of the machine that prints it: fonts by name, and characters."""

import html
import io
import re
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass

from docgen.zip_damage import ZIP_DAMAGE

_FONTS = re.compile(r'w:(?:ascii|hAnsi|eastAsia|cs)="([^"]*)"')
_TEXTS = re.compile(r"<w:t(?: [^>]*)?>([^<]*)</w:t>")
_PARTS = re.compile(r"word/(?:document|styles|header\d*|footer\d*|footnotes|endnotes)\.xml")


@dataclass(frozen=True, slots=True)
class Wanted:
    """The fonts named in a document, and every character in it."""

    fonts: frozenset[str]
    characters: frozenset[str]


def wanted_by(document: bytes) -> Wanted | None:
    """What the package asks for; None when it is no .docx, so that nobody knows."""
    try:
        with zipfile.ZipFile(io.BytesIO(document)) as package:
            names = [name for name in package.namelist() if _PARTS.fullmatch(name)]
            parts = [package.read(name).decode("utf-8", "replace") for name in names]
    except ZIP_DAMAGE:
        return None
    return Wanted(_found(_FONTS, parts), frozenset("".join(_found(_TEXTS, parts)))) if parts else None


def _found(pattern: re.Pattern[str], parts: Iterable[str]) -> frozenset[str]:
    return frozenset(html.unescape(match) for part in parts for match in pattern.findall(part))
