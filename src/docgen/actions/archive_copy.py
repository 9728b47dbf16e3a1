"""archive copy: a replica of the archive, to be kept far from it."""

from docgen.archive.exports.replica import Copied, copy_archive
from docgen.archive.faults import LogDamaged, NoArchive
from docgen.build.wanted import Listener
from docgen.issuing.issued import opened
from docgen.workspace import Workspace


def archive_copy(workspace: Workspace, address: str, *, verify: bool, listener: Listener) -> Copied:
    """The archive lies at the address too. Raises NoArchive, LogDamaged and what `copy_archive` raises."""
    archive = opened(workspace.archive)
    if archive is None:
        raise NoArchive(workspace.archive)
    for fault in archive.faults:
        # A replica of what is damaged would take the place of one that is sound.
        raise LogDamaged(fault.place, fault.what)
    begun = False

    def told(done: int, total: int) -> None:
        nonlocal begun
        if not begun:
            listener.starts("复制", total)
            begun = True
        listener.advances()

    return copy_archive(archive, address, verify=verify, on_file=told)
