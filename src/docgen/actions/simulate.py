"""simulate: a workspace of many plausible branches, for benchmarks and load tests."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from docgen.actions.init import refuse_filled, standing_files
from docgen.files import fill_folder
from docgen.simulate.office import records
from docgen.workspace import bundled


class Progress(Protocol):
    """Hears how far it is."""

    def starts(self, what: str, total: int) -> None: ...
    def advances(self) -> None: ...


@dataclass(frozen=True, slots=True)
class Simulated:
    """A workspace that was just made."""

    root: Path
    branches: int
    seed: int


def simulate(folder: Path, branches: int, seed: int, progress: Progress) -> Simulated:
    """A workspace of so many branches lies in `folder`, whole. Raises FolderNotEmpty or CannotWrite."""
    refuse_filled(folder)
    progress.starts("编写记录", branches)
    fill_folder(folder, _files(branches, seed, progress))
    return Simulated(folder.resolve(), branches, seed)


def _files(branches: int, seed: int, progress: Progress) -> Iterator[tuple[str, bytes]]:
    yield from standing_files().items()
    data = bundled("data")
    sample = [path.read_text("utf-8") for path in sorted((data / "branches").glob("*.yaml"))]
    committee = (data / "committee.yaml").read_text("utf-8")
    for name, text in records(committee, sample, branches, seed, progress.advances):
        yield f"data/{name}", text.encode()
