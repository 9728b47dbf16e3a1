"""The entries of the manifest, held packed: those of thousands of papers take a few megabytes.

Entries of one owner lie together, as their line of the file does, deflated; the owners that were asked for
last are held open, for papers come owner by owner.
"""

import json
from collections import OrderedDict
from collections.abc import Iterable, Iterator, Mapping, MutableMapping
from dataclasses import dataclass, fields
from typing import Any

from isal import isal_zlib

_LEVEL = 1
_OPEN = 64  # owners
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

    def told(self) -> dict[str, Any]:
        """The entry for JSON: what is not as in an empty one."""
        pairs = ((name, getattr(self, name)) for name in _DEFAULTS)
        return {"path": self.path, **{name: value for name, value in pairs if value != _DEFAULTS[name]}}


OF_PDF = ("pdf_of", "pages", "pdf_digest", "pdf_form", "pdf_printer", "pdf_notes")
"""The words of an entry about the PDF beside the paper."""
_DEFAULTS = {field.name: field.default for field in fields(Entry) if field.name != "path"}
_KINDS = (("path", str), *((name, type(value)) for name, value in _DEFAULTS.items()))


class Entries(MutableMapping[str, Entry]):
    """Entries by key; in the order of their owners, as these came."""

    def __init__(self) -> None:
        self._packed: dict[str, bytes] = {}  # by owner
        self._open: OrderedDict[str, dict[str, Entry]] = OrderedDict()
        self._changed: set[str] = set()
        self._count = 0
        self._folders: dict[str, set[str]] | None = None  # owners by folder, once somebody asks

    @classmethod
    def of(cls, known: Iterable[tuple[str, Entry]]) -> "Entries":
        """These entries."""
        entries = cls()
        entries.update(known)
        return entries

    @classmethod
    def read(cls, lines: Iterable[bytes]) -> "Entries":
        """What `lines` gave. Raises ValueError or TypeError where they are none."""
        entries = cls()
        for line in lines:
            told = json.loads(b"{" + line + b"}")
            owners = {_owner(key) for key in told}
            if len(owners) != 1 or not owners.isdisjoint(entries._packed):
                raise ValueError("entries of one owner stand apart")
            for values in told.values():
                entry_told(values)
            entries._packed[owners.pop()] = _deflated(line)
            entries._count += len(told)
        return entries

    def lines(self) -> Iterator[bytes]:
        """The entries as JSON without the outer braces: a line for each owner, in order."""
        self._settle()
        for owner in sorted(self._packed):
            yield isal_zlib.decompress(self._packed[owner])

    def __getitem__(self, key: str) -> Entry:
        return self._of(_owner(key))[key]

    def __setitem__(self, key: str, entry: Entry) -> None:
        owner = _owner(key)
        theirs = self._of(owner)
        self._count += key not in theirs
        theirs[key] = entry
        self._changed.add(owner)
        if self._folders is not None:
            self._folders.setdefault(_folder(entry), set()).add(owner)

    def __delitem__(self, key: str) -> None:
        owner = _owner(key)
        del self._of(owner)[key]
        self._count -= 1
        self._changed.add(owner)

    def __iter__(self) -> Iterator[str]:
        for owner in list(dict.fromkeys((*self._packed, *self._open))):
            yield from list(self._of(owner))

    def __len__(self) -> int:
        return self._count

    def beside(self, path: str) -> Iterator[Entry]:
        """The entries of all papers that lie in the folder of this one."""
        if self._folders is None:
            self._folders = {}
            for key, entry in self.items():
                self._folders.setdefault(_folder(entry), set()).add(_owner(key))
        folder = path.rpartition("/")[0]
        for owner in self._folders.get(folder, ()):
            yield from (one for one in self._of(owner).values() if _folder(one) == folder)

    def _of(self, owner: str) -> dict[str, Entry]:
        theirs = self._open.get(owner)
        if theirs is not None:
            self._open.move_to_end(owner)
            return theirs
        packed = self._packed.get(owner)
        told = json.loads(b"{" + isal_zlib.decompress(packed) + b"}") if packed else {}
        theirs = self._open[owner] = {key: entry_told(values) for key, values in told.items()}
        if len(self._open) > _OPEN:
            self._pack(*self._open.popitem(last=False))
        return theirs

    def _pack(self, owner: str, theirs: Mapping[str, Entry]) -> None:
        if owner not in self._changed:
            return
        self._changed.discard(owner)
        if not theirs:
            self._packed.pop(owner, None)
            return
        told = {key: entry.told() for key, entry in sorted(theirs.items())}
        text = json.dumps(told, ensure_ascii=False, separators=(",", ":"))
        self._packed[owner] = _deflated(text[1:-1].encode("utf-8", "surrogatepass"))

    def _settle(self) -> None:
        for owner in list(self._changed):
            self._pack(owner, self._open[owner])


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


def _owner(key: str) -> str:
    return key.partition("/")[0]


def _folder(entry: Entry) -> str:
    return entry.path.rpartition("/")[0]


def _deflated(line: bytes) -> bytes:
    return bytes(isal_zlib.compress(line, _LEVEL))
