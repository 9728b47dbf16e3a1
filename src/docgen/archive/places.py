"""Where things lie in an archive's folder."""

from dataclasses import dataclass
from pathlib import Path

from docgen.archive.ocfl.layout import object_path


@dataclass(frozen=True, slots=True)
class Places:
    """The folders of the archive in `folder`."""

    folder: Path

    @property
    def ocfl(self) -> Path:
        return self.folder / "ocfl"

    @property
    def log(self) -> Path:
        return self.folder / "log"

    @property
    def staging(self) -> Path:
        return self.folder / "staging"

    @property
    def checkpoints(self) -> Path:
        return self.folder / "checkpoints"

    @property
    def readme(self) -> Path:
        return self.folder / "README.txt"

    def object(self, object_id: str) -> Path:
        """The root of an object, whether it is there or not."""
        return self.ocfl / object_path(object_id)

    def staged(self, seq: int) -> Path:
        """Where the version of this log line is made: laid out as the object will be."""
        return self.staging / str(seq)
