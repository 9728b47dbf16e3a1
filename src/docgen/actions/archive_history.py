"""archive history: what happened to one paper."""

from dataclasses import dataclass

from docgen.archive.history import History, history, warning_of
from docgen.archive.store import Archive
from docgen.archive.succession import Succession, succession
from docgen.workspace import Workspace


@dataclass(frozen=True, slots=True)
class PaperHistory:
    """The history, what it goes on from and in, and what must be known of the archive; "" for nothing."""

    history: History
    succession: Succession
    warning: str


def paper_history(workspace: Workspace, address: str) -> PaperHistory:
    """All versions of the paper. Raises NoArchive, UnknownObject and their like."""
    archive = Archive.open(workspace.archive)
    told = history(archive.find(archive.resolve(address).object))
    return PaperHistory(told, succession(archive, told.object), warning_of(archive))
