"""archive history: what happened to one paper."""

from dataclasses import dataclass

from docgen.archive.history import History, history, warning_of
from docgen.archive.store import Archive
from docgen.workspace import Workspace


@dataclass(frozen=True, slots=True)
class PaperHistory:
    """The history, and what must be known of the archive it comes from; "" for nothing."""

    history: History
    warning: str


def paper_history(workspace: Workspace, address: str) -> PaperHistory:
    """All versions of the paper. Raises NoArchive, UnknownObject and their like."""
    archive = Archive.open(workspace.archive)
    told = history(archive.find(archive.resolve(address).object))
    return PaperHistory(told, warning_of(archive))
