"""archive checkpoint: where the log stands, to be kept outside the archive."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from docgen.archive.checkpoint import Checkpoint, checkpoint_of, write_checkpoint
from docgen.archive.faults import NoArchive
from docgen.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Marked:
    """The checkpoint and its files."""

    checkpoint: Checkpoint
    path: Path
    signature: Path | None


def archive_checkpoint(workspace: Workspace, now: datetime, key: Path | None) -> Marked:
    """A checkpoint lies in the archive, signed with `key` if there is one.

    Raises NoArchive, NothingToMark, CannotSign or CannotWrite.
    """
    archive = workspace.archive
    if not (archive / "log").is_dir():
        raise NoArchive(archive)
    made = checkpoint_of(archive, now)
    return Marked(made, *write_checkpoint(archive, made, key))
