"""What became of a job, without the records: small and plain, so that thousands can be kept or sent.

A build with nothing to do imports this and nothing heavier.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class JobLine:
    """Which paper, whose, and where it goes; small and plain, so that thousands can be kept or sent."""

    code: str
    slug: str
    variant: str
    name: str  # of the kind, in Chinese
    owner: str  # the id of the branch, or of the committee
    branch_id: str = ""  # "" for a paper of the committee
    item_id: str = ""
    path: str = ""  # in the output folder; "" while the paper cannot be made
    date: str = ""  # the paper's own day, ISO; "" while it is open
    reason: str = ""  # why it is not to be made

    @property
    def key(self) -> str:
        """What names the paper whatever its file is called."""
        return "/".join((self.owner, self.slug, self.variant, self.item_id))

    @property
    def label(self) -> str:
        """How a message names it: D26-result."""
        return f"{self.code}-{self.variant}" if self.variant else self.code


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a job: written, unchanged, skipped or failed, and why."""

    job: JobLine
    status: str
    reason: str = ""
    draft: bool = False
    notes: tuple[str, ...] = ()
    pdf: str = ""
    stale: bool = False  # it was made before and would now be another; only known where it was foreseen
