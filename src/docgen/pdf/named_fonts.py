"""The fonts that a .docx asks for by name."""

import html
import io
import re
import zipfile

_NAMES = re.compile(rb'w:(?:ascii|hAnsi|eastAsia|cs)="([^"]*)"')
_PARTS = re.compile(r"word/(?:document|styles|header\d*|footer\d*|footnotes|endnotes|numbering)\.xml")


def named_fonts(document: bytes) -> set[str] | None:
    """Every font named in the package; None when it is no .docx, so that nobody knows."""
    try:
        with zipfile.ZipFile(io.BytesIO(document)) as package:
            parts = [package.read(name) for name in package.namelist() if _PARTS.fullmatch(name)]
    except (zipfile.BadZipFile, KeyError, NotImplementedError, RuntimeError):
        return None
    if not parts:
        return None
    return {html.unescape(name.decode("utf-8", "replace")) for part in parts for name in _NAMES.findall(part)}
