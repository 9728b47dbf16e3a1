"""The files that a paper is made from, as bytes, and as they were when the run began."""

from collections.abc import Iterator, Sequence
from pathlib import Path, PurePosixPath

from docgen.build.job import Job
from docgen.build.office import LoadedOffice
from docgen.build.official import FOLDER as PAPERS
from docgen.build.sources import Sources
from docgen.campaign.feeds import feeding_paths
from docgen.files import digest
from docgen.issuing.faults import ChangedMeanwhile
from docgen.kinds import Paper
from docgen.official.models import PaperRecord
from docgen.settings import CHOICES, Settings
from docgen.workspace import Workspace

_KIND = "kind.yaml"


class Seen:
    """The records and templates of a workspace, noted before they are read."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._digests = {
            path: str(noted[3])
            for path, noted in Sources.noted((workspace.data, *workspace.templates), {}).seen.items()
        }
        self._held: dict[Path, bytes] = {}

    def bytes_of(self, path: Path) -> bytes:
        """The file, as it was noted. Raises ChangedMeanwhile."""
        if path not in self._held:
            self._held[path] = self._read(path)
        return self._held[path]

    def forget(self) -> None:
        """No more bytes are held than those of the next papers."""
        self._held.clear()

    def _read(self, path: Path) -> bytes:
        shown = path.name
        try:
            data = path.read_bytes()
        except OSError as reason:
            raise ChangedMeanwhile(shown) from reason
        noted = self._digests.get(str(path))
        if noted is not None and digest(data) != noted:
            raise ChangedMeanwhile(shown)
        return data


def source_files(
    job: Job, workspace: Workspace, loaded: LoadedOffice, seen: Seen, branch_file: str
) -> dict[str, bytes]:
    """record/…, template/… and profile.toml of one paper, by their logical paths. Raises ChangedMeanwhile."""
    found = {
        f"record/{_in_data(file, workspace)}": seen.bytes_of(workspace.root / file)
        for file in _records(job, loaded, branch_file)
    }
    if isinstance(job.item, PaperRecord):
        for name in _text_files(job.item):
            found[f"record/{PAPERS}/{name}"] = seen.bytes_of(workspace.data / PAPERS / PurePosixPath(name))
    found["template/template.docx"] = seen.bytes_of(job.paper.template)
    found[f"template/{_KIND}"] = seen.bytes_of(_manifest(job.paper, workspace))
    found["profile.toml"] = profile(workspace.settings)
    return found


def _records(job: Job, loaded: LoadedOffice, branch_file: str) -> Iterator[str]:
    yield loaded.committee_file
    if branch_file:
        yield branch_file
    elif job.paper.scope == "paper":
        yield loaded.paper_files.get(job.item_id, loaded.committee_file)
    elif _is_fed_by_branches(job.paper):
        yield from loaded.branch_files


def _is_fed_by_branches(paper: Paper) -> bool:
    paths = feeding_paths(paper.feeds, paper.facts, "committee")
    return any(path.partition(".")[0] == "branches" for path in paths)


def _text_files(record: PaperRecord) -> Sequence[str]:
    names = (record.body_file, *(one.body_file for one in record.attachments))
    return [PurePosixPath(name).as_posix() for name in dict.fromkeys(names) if name]


def _in_data(file: str, workspace: Workspace) -> str:
    path = workspace.root / file
    inner = path.relative_to(workspace.data) if path.is_relative_to(workspace.data) else Path(file)
    return "/".join(part for part in inner.parts if part not in ("..", "/"))


def _manifest(paper: Paper, workspace: Workspace) -> Path:
    places = [folder / paper.slug / _KIND for folder in workspace.templates]
    return next((place for place in places if place.is_file()), places[-1])


def profile(settings: Settings) -> bytes:
    """The settings that papers depend on, as a docgen.toml of their own."""
    lines = [f'{name} = "{getattr(settings, name)}"' for name in sorted(CHOICES) if name != "pdf"]
    if settings.board_url:
        lines += ["", "[board]", f'base_url = "{settings.board_url}"']
    return ("\n".join(lines) + "\n").encode()
