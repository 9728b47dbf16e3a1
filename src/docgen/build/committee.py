"""The committee's file, read: of a large office by a process of its own.

The tree of a large file is many times what is kept of it; memory that was taken for it and given back stays
with the process.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from docgen.build.pool import Died, over_processes
from docgen.build.stored import StoredCommittee
from docgen.campaign.models.record import CommitteeRecord
from docgen.campaign.registry import Registry
from docgen.findings import Finding
from docgen.records import Source, load
from docgen.records.missing import Owed, owing

_LARGE_BYTES = 400_000


@dataclass(frozen=True, slots=True)
class _Spot:
    """Where one field stands, and what is typed there."""

    line: int
    column: int
    label: str
    typed: str | None


@dataclass(frozen=True, slots=True)
class Unplaced:
    """Stands for the places of a large file while many are judged: they are looked up at once, afterwards."""

    file: str

    def locate(self, field_path: str) -> tuple[int, int]:
        """Nowhere yet."""
        return 0, 0

    def label(self, field_path: str) -> str:
        """Nothing yet."""
        return ""


@dataclass(slots=True)
class CommitteePlaces:
    """Where the committee's fields stand; the file is read again when somebody asks."""

    root: Path
    path: Path
    file: str
    _source: Source | None = field(default=None, repr=False)
    _known: dict[str, _Spot] = field(default_factory=dict, repr=False)

    def locate(self, field_path: str) -> tuple[int, int]:
        """Line and column of a field, or of what is nearest to it."""
        spot = self._spot(field_path)
        return spot.line, spot.column

    def label(self, field_path: str) -> str:
        """The field in Chinese."""
        return self._spot(field_path).label

    def typed(self, field_path: str) -> str | None:
        """The text as typed; None when the path holds no single value."""
        return self._spot(field_path).typed

    def placed(self, findings: Sequence[Finding]) -> list[Finding]:
        """The findings, those of this file with their places: it is read once, by a process of its own."""
        asked = dict.fromkeys(one.field for one in findings if one.file == self.file)
        if asked:
            ((_, found),) = over_processes(CommitteePlaces._spots, self, [tuple(asked)], 1)
            self._known |= self._spots(tuple(asked)) if isinstance(found, Died) else found
        return [self._with_place(one) if one.file == self.file else one for one in findings]

    def _with_place(self, finding: Finding) -> Finding:
        spot = self._known[finding.field]
        return replace(finding, line=spot.line, column=spot.column, label=spot.label)

    def _spots(self, paths: Sequence[str]) -> dict[str, _Spot]:
        return {path: self._spot(path) for path in paths}

    def _spot(self, path: str) -> _Spot:
        if path not in self._known:
            source = self._read()
            self._known[path] = _Spot(*source.locate(path), source.label(path), source.typed(path))
        return self._known[path]

    def _read(self) -> Source:
        if self._source is None:
            self._source = load(self.path, self.root, CommitteeRecord).source
        return self._source

    def __getstate__(self) -> tuple[Path, Path, str]:
        return self.root, self.path, self.file

    def __setstate__(self, state: tuple[Path, Path, str]) -> None:
        self.root, self.path, self.file = state
        self._source, self._known = None, {}


@dataclass(frozen=True, slots=True)
class CommitteeFile:
    """The committee's record (None: it cannot be read), and what its file says beside it.

    Of a large file the record is stored, and its people have been found by name.
    """

    value: CommitteeRecord | None
    places: CommitteePlaces
    findings: tuple[Finding, ...]
    owed: tuple[Owed, ...]
    registry: Registry | None = None


def read_committee(path: Path, root: Path, processes: int) -> CommitteeFile:
    """The file at `path`, by another process where it is large and there may be several."""
    if processes == 1 or not _is_large(path):
        return _read_here(root, path)
    ((_, found),) = over_processes(_read_apart, root, [path], 1)
    return _read_here(root, path) if isinstance(found, Died) else found


def _is_large(path: Path) -> bool:
    try:
        return path.stat().st_size > _LARGE_BYTES
    except OSError:
        return False


def _read_here(root: Path, path: Path) -> CommitteeFile:
    loaded = load(path, root, CommitteeRecord)
    owed = tuple(owing(loaded.value, loaded.source)) if loaded.value else ()
    places = CommitteePlaces(root, path, loaded.source.file, loaded.source)
    found = CommitteeFile(loaded.value, places, loaded.findings, owed)
    if loaded.value is None or not _is_large(path):
        return found
    registry = Registry(loaded.value.people)
    return replace(found, value=StoredCommittee.of(loaded.value), registry=registry)


def _read_apart(root: Path, path: Path) -> CommitteeFile:
    return _read_here(root, path)
