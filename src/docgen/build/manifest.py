"""What lies in the output folder: `output/.docgen/manifest.json`, one entry for each paper made.

Whoever needs the current papers (print run, noticeboard, preview, archive) reads them here::

    for key, entry in Output.open(workspace.output).entries.items():
        paper = workspace.output / entry.path

`key` is owner/slug/variant/item_id, the name of the paper whatever its file is called. An entry tells
what was made, not that it is still there or still right: the file may have been edited or removed since
(`Output.state`), and the records may have changed (`list stale`).
"""

import json
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path

from docgen.build.entries import OF_PDF, Entries, Entry, entry_told
from docgen.files import digest_of_file, digest_of_parts, write_parts

__all__ = [
    "OF_PDF",
    "Entries",
    "Entry",
    "digest_of_manifest",
    "entry_told",
    "read_manifest",
    "write_manifest",
]

_FILE = "manifest.json"
_VERSION = 2
_HEAD, _FOOT = b'{"version":2,"papers":{\n', b"\n}}\n"


def read_manifest(folder: Path) -> Entries:
    """The entries as the last build left them; a manifest that cannot be read counts as none."""
    try:
        data = (folder / _FILE).read_bytes()
        if data.startswith(_HEAD) and data.endswith(_FOOT):
            lines = data[len(_HEAD) : -len(_FOOT)].split(b"\n")
            return Entries.read(line.removesuffix(b",") for line in lines if line)
        return _of_any_shape(data)
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return Entries()


def _of_any_shape(data: bytes) -> Entries:
    """From JSON as another program, or an older docgen, has written it."""
    told = json.loads(data)
    papers = told["papers"] if told["version"] == _VERSION else {}
    return Entries.of((key, entry_told(values)) for key, values in papers.items())


def write_manifest(folder: Path, entries: Entries) -> None:
    """The manifest tells these entries. Raises CannotWrite."""
    path = folder / _FILE
    if digest_of_file(path) != digest_of_parts(_parts(entries.lines())):
        write_parts(path, _parts(entries.lines()))


def digest_of_manifest(folder: Path) -> str:
    """Stands for all that the manifest tells."""
    return digest_of_file(folder / _FILE) or ""


def _parts(lines: Iterable[bytes]) -> Iterator[bytes]:
    """The file, a line for each owner, so that it need never be in memory as a whole."""
    between = chain([_HEAD], iter(lambda: b",\n", None))
    for line in lines:
        yield next(between)
        yield line
    yield _FOOT if next(between) != _HEAD else _HEAD + _FOOT
