"""One paper to make, with the records it is made from."""

from dataclasses import dataclass
from datetime import date

from docgen.build.outcome import JobLine
from docgen.build.paper_id import quoted
from docgen.campaign.models.record import BranchRecord
from docgen.kinds import Paper
from docgen.records.schema import Entity


@dataclass(frozen=True, slots=True)
class Job:
    """One paper to make: what, about whom, where to. With a `reason` it is not to be made."""

    paper: Paper
    owner: str  # the id of the branch, or of the committee
    branch: BranchRecord | None
    item: Entity | None = None
    item_id: str = ""
    path: str = ""  # in the output folder
    day: date | None = None  # the paper's own date, from the record
    reason: str = ""

    @property
    def key(self) -> str:
        """What names the paper whatever its file is called."""
        return "/".join((self.owner, self.paper.slug, self.paper.variant, self.item_id))

    @property
    def paper_id(self) -> str:
        """What names the paper in the archive and to people: Z01:D26-goals:G1."""
        parts = (self.owner, self.paper.label, self.item_id)
        return ":".join(quoted(part) for part in parts if part)

    @property
    def line(self) -> JobLine:
        """The job without its records."""
        return JobLine(
            self.paper.code,
            self.paper.slug,
            self.paper.variant,
            self.paper.name,
            self.owner,
            self.branch.branch.id if self.branch is not None else "",
            self.item_id,
            self.path,
            self.day.isoformat() if self.day else "",
            self.reason,
        )
