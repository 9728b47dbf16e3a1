"""The one page of the preview, and the small file by which it learns that it is out of date."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from docgen.files import digest
from docgen.findings import Finding
from docgen.publish.html import environment
from docgen.publish.preview.sheet import Sheet

INDEX = "index.html"
MARK = '<meta name="generator" content="docgen preview">'
_PAGES = Path(__file__).parent / "pages"
_STATIC = ("preview.css", "preview.js")
_VERSION = "version.js"


@dataclass(frozen=True, slots=True)
class View:
    """The sheets with what is to be said of all of them."""

    title: str
    sheets: Sequence[Sheet]
    findings: Sequence[Finding] = ()
    troubles: Sequence[str] = ()
    watching: bool = False

    @property
    def groups(self) -> list[tuple[str, list[Sheet]]]:
        """The sheets by owner, in their order."""
        return [(owner, list(theirs)) for owner, theirs in groupby(self.sheets, lambda sheet: sheet.owner)]


def page_files(view: View) -> dict[str, bytes]:
    """The files beside the pictures, in the order in which they are to be written."""
    page = environment(_PAGES).get_template("preview.html").render(view=view, mark=MARK).encode()
    version = f"docgenPreview({json.dumps(digest(page)[:16])});\n"
    static = {name: (_PAGES / name).read_bytes() for name in _STATIC}
    # The version comes last: a browser that reads it finds all the rest.
    page = page.replace(b"{version}", digest(page)[:16].encode())
    return {**static, INDEX: page, _VERSION: version.encode()}
