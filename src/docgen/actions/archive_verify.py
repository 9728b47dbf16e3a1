"""archive verify: is everything in an archive still what was put there?"""

from pathlib import Path

from docgen.archive.faults import NoArchive
from docgen.archive.verify.result import Verified
from docgen.archive.verify.run import Wanted, verify
from docgen.workspace import Workspace


def archive_verify(start: Path, place: Path | None, wanted: Wanted) -> Verified:
    """The judgement on `place`, or on the archive of the workspace that `start` lies in.

    Raises NoWorkspace or NoArchive where neither is there, and what `verify` raises.
    """
    if place is None:
        place = Workspace.find(start).archive
        if not place.is_dir() or not any(place.iterdir()):
            raise NoArchive(place)
    return verify(place, wanted)
