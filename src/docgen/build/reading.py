"""The files of branch records, read: by several processes when they are many, not at all when unchanged.

What is kept of a file is small and can be sent, or noted in the output folder under the file's digest:
the record (packed), what the loader found, what the record owes, and where the fields stand for which
somebody asked. Only a question for the place of another field has the file parsed again.
"""

import json
from collections import OrderedDict
from collections.abc import Mapping, Sequence
from dataclasses import astuple, dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any

from isal import isal_zlib

from docgen.build.notes import read_sealed, write_sealed
from docgen.build.packing import Packed
from docgen.build.pool import Died, over_processes
from docgen.build.stored import StoredBranch, pack, unpack
from docgen.campaign.as_of import last_event
from docgen.campaign.copies import prints
from docgen.campaign.models.record import BranchRecord
from docgen.campaign.similarity import known_again
from docgen.errors import DocgenError
from docgen.files import Aside, Spool, digest, digest_of_file, inside
from docgen.findings import Finding, Severity
from docgen.records import Loaded, Source, load
from docgen.records.missing import Owed, owing

_MANY = 100  # files: from here on records are held packed
_FILES = 16  # a task
_SOURCES = 64  # parsed files that are held, for their places
_LEVEL = 2
_Spot = tuple[int, int, str]  # line, column, label


@dataclass(frozen=True, slots=True)
class Details:
    """What is known of a file beside its record."""

    findings: tuple[Finding, ...]
    owed: tuple[Owed, ...]
    places: Mapping[str, _Spot]


@dataclass(frozen=True, slots=True)
class ReadFile:
    """What is kept of one file. No record: it could not be read."""

    file: str
    digest: str
    record: Packed | BranchRecord | None  # whole where it cannot be packed
    last_event: date | None
    details: bytes | Aside
    prints: bytes | Aside = b""  # fingerprints of its sentences (campaign.copies)
    is_noted: bool = False

    def laid_aside(self, spool: Spool) -> "ReadFile":
        """The same, with its data in the spool."""
        record = self.record.laid_aside(spool) if isinstance(self.record, Packed) else self.record
        details, prints = spool.lay(bytes(self.details)), spool.lay(bytes(self.prints))
        return replace(self, record=record, details=details, prints=prints)

    def branch(self, *, packed: bool) -> BranchRecord:
        """The record, packed where that is wanted and possible."""
        if isinstance(self.record, Packed):
            return StoredBranch.of(self.record) if packed else unpack(self.record)
        if self.record is None:
            raise ValueError(f"{self.file} gave no record")
        return self.record

    def opened(self) -> Details:
        """The details."""
        told = json.loads(isal_zlib.decompress(bytes(self.details)).decode("utf-8", "surrogatepass"))
        findings = tuple(Finding(one[0], Severity(one[1]), *one[2:]) for one in told["findings"])
        owed = tuple(Owed(*one) for one in told["owed"])
        return Details(findings, owed, {path: tuple(spot) for path, spot in told["places"].items()})


@dataclass(slots=True)
class FilePlaces:
    """Where the fields of one file stand; a judge's Place."""

    root: Path
    read: ReadFile
    _known: dict[str, _Spot] | None = None
    asked: dict[str, _Spot] = field(default_factory=dict)  # what was not known

    @property
    def file(self) -> str:
        """The file, relative to the workspace."""
        return self.read.file

    def locate(self, field_path: str) -> tuple[int, int]:
        """Line and column of a field, or of what is nearest to it."""
        return self._spot(field_path)[:2]

    def label(self, field_path: str) -> str:
        """The field in Chinese."""
        return self._spot(field_path)[2]

    def _spot(self, path: str) -> _Spot:
        if self._known is None:
            self._known = dict(self.read.opened().places)
        if path not in self._known:
            source = _source(self.root, self.read)
            self._known[path] = self.asked[path] = (*source.locate(path), source.label(path))
        return self._known[path]


@dataclass(frozen=True, slots=True)
class Desk:
    """Where files are read: the workspace, and the folder of notes."""

    root: Path
    notes: Path

    def read(self, files: Sequence[str]) -> list[ReadFile]:
        """What is kept of each file, from its note where the file is as it was noted."""
        return [self._noted(file) or _fresh(self.root, file) for file in files]

    def _noted(self, file: str) -> ReadFile | None:
        try:
            found = digest_of_file(inside(self.root, file))
        except DocgenError:
            return None
        data = read_sealed(self._note(file)) if found else None
        return _from_note(data, file, found) if data is not None and found else None

    def note(self, read: ReadFile, places: Mapping[str, _Spot]) -> None:
        """The next reading of the file, unchanged, finds this; `places` are more that were asked for."""
        if not isinstance(read.record, Packed) or (read.is_noted and not places):
            return
        known = read.opened()
        details = (
            _closed(known.findings, known.owed, {**known.places, **places}) if places else bytes(read.details)
        )
        head = [read.file, read.digest, read.record.names, read.last_event and read.last_event.isoformat()]
        prints = bytes(read.prints)
        line = json.dumps([*head, len(details), len(prints)], ensure_ascii=False).encode(
            "utf-8", "surrogatepass"
        )
        write_sealed(self._note(read.file), b"".join((line, b"\n", details, prints, bytes(read.record.data))))

    def note_places(self, asked: Mapping[str, Mapping[str, _Spot]]) -> None:
        """The places that were asked for, by file, are in the notes of the files."""
        for file, places in asked.items():
            noted = self._noted(file) if places else None
            if noted is not None:
                self.note(noted, places)

    def _note(self, file: str) -> Path:
        return self.notes / "records" / digest(file.encode("utf-8", "surrogatepass"))[:24]


def read_files(desk: Desk, files: Sequence[str], processes: int) -> list[ReadFile]:
    """What is kept of each file, in their order; of many, their data lie in a file."""
    if not are_many(files):
        return desk.read(files)
    spool = Spool()
    if processes == 1:
        return [one.laid_aside(spool) for file in files for one in desk.read([file])]
    tasks = [files[first : first + _FILES] for first in range(0, len(files), _FILES)]
    found: dict[int, list[ReadFile]] = {}
    for place, read in over_processes(_read_apart, desk, tasks, processes):
        known = desk.read(tasks[place]) if isinstance(read, Died) else read
        found[place] = [one.laid_aside(spool) for one in known]
    return [one for place in range(len(tasks)) for one in found[place]]


def _read_apart(desk: Desk, files: Sequence[str]) -> list[ReadFile]:
    found = desk.read(files)
    _sources.clear()  # nobody asks this process for places
    return found


@dataclass(frozen=True, slots=True)
class KnownPrints:
    """The fingerprints that the files of an office's branches were read with; an office's `prints`."""

    files: Mapping[int, ReadFile]  # by the identity of the record

    @classmethod
    def of(cls, branches: Sequence[BranchRecord], files: Sequence[ReadFile]) -> "KnownPrints":
        """Those of the branches, whose files are in the same order."""
        return cls({id(branch): file for branch, file in zip(branches, files, strict=True)})

    def __call__(self, record: BranchRecord) -> Mapping[str, bytes]:
        file = self.files.get(id(record))
        return known_again(bytes(file.prints)) if file else {}


def are_many(files: Sequence[object]) -> bool:
    """Whether the records of so many files are held packed."""
    return len(files) > _MANY


_sources: OrderedDict[tuple[Path, str, str], Source] = OrderedDict()


def _fresh(root: Path, file: str) -> ReadFile:
    loaded: Loaded[BranchRecord] = load(root / file, root, BranchRecord)
    source, record = loaded.source, loaded.value
    _hold(root, source)
    owed = tuple(owing(record, source)) if record is not None else ()
    details = _closed(loaded.findings, owed, {})
    if record is None:
        return ReadFile(source.file, source.digest, None, None, details)
    return ReadFile(
        source.file, source.digest, pack(record) or record, last_event(record), details, prints(record)
    )


def _hold(root: Path, source: Source) -> None:
    _sources[root, source.file, source.digest] = source
    if len(_sources) > _SOURCES:
        _sources.popitem(last=False)


def _source(root: Path, read: ReadFile) -> Source:
    held = _sources.get((root, read.file, read.digest))
    if held is None:
        held = load(root / read.file, root, BranchRecord).source
        _hold(root, held)
    return held


def _closed(findings: Sequence[Finding], owed: Sequence[Owed], places: Mapping[str, _Spot]) -> bytes:
    told = {
        "findings": [[one.rule, int(one.severity), *astuple(one)[2:]] for one in findings],
        "owed": [astuple(one) for one in owed],
        "places": places,
    }
    text = json.dumps(told, ensure_ascii=False, separators=(",", ":"))
    return bytes(isal_zlib.compress(text.encode("utf-8", "surrogatepass"), _LEVEL))


def _from_note(data: bytes, file: str, found: str) -> ReadFile | None:
    line, _, rest = data.partition(b"\n")
    told: list[Any] = json.loads(line.decode("utf-8", "surrogatepass"))
    named, digested, names, last, size, prints_size = told
    if (named, digested) != (file, found):
        return None
    day = date.fromisoformat(last) if last else None
    end = size + prints_size
    return ReadFile(file, found, Packed(tuple(names), rest[end:]), day, rest[:size], rest[size:end], True)
