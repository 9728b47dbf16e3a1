"""The folder a command works in: found by its docgen.toml, as git finds its own."""

from dataclasses import dataclass
from pathlib import Path

import docgen
from docgen.errors import DocgenError
from docgen.files import inside
from docgen.settings import NAME, Settings, read_settings


class NoWorkspace(DocgenError):
    """Neither the folder nor any above it holds a docgen.toml."""

    exit_status = 2

    def __init__(self, start: Path) -> None:
        super().__init__(
            f"“{start}”及其上级文件夹都不是 docgen 的工作区（没有 {NAME}）",
            "请先进入工作区，或用 -C 指明工作区，或执行 docgen init 文件夹名 新建一个",
        )


@dataclass(frozen=True, slots=True)
class Workspace:
    """Where the records, templates and papers of one office lie."""

    root: Path
    settings: Settings

    @classmethod
    def find(cls, start: Path) -> "Workspace":
        """The workspace that `start` lies in. Raises NoWorkspace or FaultySettings."""
        here = start.resolve()
        for folder in (here, *here.parents):
            if (folder / NAME).is_file():
                return cls(folder, read_settings(folder / NAME))
        raise NoWorkspace(start)

    @property
    def data(self) -> Path:
        return self._folder("data")

    @property
    def branches(self) -> Path:
        return self.data / "branches"

    @property
    def output(self) -> Path:
        return self._folder("output")

    @property
    def archive(self) -> Path:
        return self._folder("archive")

    @property
    def state(self) -> Path:
        """Notes on the output, for the next build; safe to delete with it."""
        return self.output / ".docgen"

    @property
    def templates(self) -> tuple[Path, ...]:
        """The folders to look for a kind in, the workspace's own first."""
        own, built_in = self._folder("templates"), bundled("templates")
        return (own,) if own.resolve() == built_in.resolve() else (own, built_in)

    def relative(self, path: Path) -> str:
        """`path` as messages and JSON show it: from the workspace, with forward slashes."""
        return path.relative_to(self.root).as_posix()

    def _folder(self, name: str) -> Path:
        return inside(self.root, self.settings.folder(name))


def bundled(name: str) -> Path:
    """What travels with docgen: `templates` or `data`, in an installed wheel or in the source tree."""
    package = Path(docgen.__file__).parent
    shipped = package / "_bundled" / name
    return shipped if shipped.is_dir() else package.parents[1] / name
