"""archive history: what happened to one paper."""

from docgen.archive.history import History, history
from docgen.archive.store import Archive
from docgen.workspace import Workspace


def paper_history(workspace: Workspace, address: str) -> History:
    """All versions of the paper. Raises NoArchive, UnknownObject and their like."""
    archive = Archive.open(workspace.archive)
    return history(archive.find(archive.resolve(address).object))
