"""archive verify: is everything in an archive still what was put there?"""

from pathlib import Path

from docgen.archive.verify.result import Verified
from docgen.archive.verify.run import Wanted, verify
from docgen.workspace import Workspace


def archive_verify(start: Path, place: Path | None, wanted: Wanted) -> Verified:
    """The judgement on `place`, or on the archive of the workspace that `start` lies in.

    Raises NoWorkspace where neither is there.
    """
    return verify(Workspace.find(start).archive if place is None else place, wanted)
