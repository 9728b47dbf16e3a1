"""What lies in the output folder: `output/.docgen/manifest.json`, one entry for each paper made.

Whoever needs the current papers (print run, noticeboard, preview, archive) reads them here::

    for key, entry in Output.open(workspace.output).entries.items():
        paper = workspace.output / entry.path

`key` is owner/slug/variant/item_id, the name of the paper whatever its file is called. An entry tells
what was made, not that it is still there or still right: the file may have been edited or removed since
(`Output.state`), and the records may have changed (`list stale`).
"""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from docgen.files import write_atomic

_FILE = "manifest.json"
_VERSION = 2
_TUPLES = ("notes", "pdf_notes")


@dataclass(frozen=True, slots=True)
class Entry:
    """What was written last for one paper."""

    path: str  # in the output folder, with forward slashes
    digest: str = ""  # SHA-256 of the file as it was written
    size: int = 0
    mtime_ns: int = 0
    owner: str = ""  # the id of the branch, or of the committee
    slug: str = ""
    code: str = ""
    variant: str = ""  # "" where the kind has none
    item_id: str = ""  # "" unless the paper is one of several, such as notices
    title: str = ""  # as it stands in the file's properties
    date: str = ""  # the paper's own day, ISO; "" while it is open
    draft: bool = False
    notes: tuple[str, ...] = ()  # what its maker had to say, such as a page that is too full
    inputs: str = ""  # digest of all that the paper was made from
    pdf_of: str = ""  # the digest of the paper that its PDF shows
    pages: int = 0  # of that PDF; 0 while unknown
    pdf_digest: str = ""  # of that PDF as it was written: a scan may have taken its place since
    pdf_form: str = ""  # pdf or pdfa
    pdf_printer: str = ""  # the LibreOffice and the fonts that made it
    pdf_notes: tuple[str, ...] = ()  # faces printed for others, characters that no font has


OF_PDF = ("pdf_of", "pages", "pdf_digest", "pdf_form", "pdf_printer", "pdf_notes")
"""The words of an entry about the PDF beside the paper."""
_KINDS = tuple((name, type(value)) for name, value in asdict(Entry("")).items())


def read_manifest(folder: Path) -> dict[str, Entry]:
    """The entries as the last build left them; a manifest that cannot be read counts as none."""
    try:
        told = json.loads((folder / _FILE).read_bytes())
        papers = told["papers"] if told["version"] == _VERSION else {}
        return {key: entry_told(values) for key, values in papers.items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return {}


def write_manifest(folder: Path, entries: Mapping[str, Entry]) -> None:
    """The manifest tells these entries. Raises CannotWrite."""
    papers = {key: asdict(entry) for key, entry in sorted(entries.items())}
    text = json.dumps({"version": _VERSION, "papers": papers}, ensure_ascii=False, indent=1) + "\n"
    path = folder / _FILE
    if not path.is_file() or path.read_bytes() != text.encode():
        write_atomic(path, text.encode())


def entry_told(values: Mapping[str, Any]) -> Entry:
    """The entry, as JSON tells it. Raises TypeError or ValueError where it is none."""
    entry = Entry(**{**values, **{name: tuple(values.get(name, ())) for name in _TUPLES}})
    if any(type(getattr(entry, name)) is not kind for name, kind in _KINDS):
        raise TypeError(entry)
    if not all(isinstance(note, str) for note in (*entry.notes, *entry.pdf_notes)):
        raise TypeError(entry)
    steps = entry.path.split("/")
    if "" in steps or ".." in steps or "\0" in entry.path or "." not in steps[-1]:
        raise ValueError(entry.path)
    return entry
