"""What every branch sets out to reach, and who stands for it: the plan's list of targets."""

import datetime
from dataclasses import dataclass
from decimal import Decimal

from docgen.campaign.fact import Row, fact
from docgen.campaign.models.record import BranchRecord
from docgen.campaign.office import Office


@dataclass(frozen=True, slots=True)
class TargetRow(Row):
    """A branch from its first grade to its target; `members` is None where the record counts none."""

    seq: int
    branch_name: str
    category: str
    secretary: str
    liaison: str
    members: int | None
    grade_from: str
    total_from: Decimal | None
    grade_to: str
    score_to: Decimal | None
    by: datetime.date | None
    statement: str
    mode: str
    reason_for_same_grade: str


@fact(
    "target_rows",
    "各支部目标",
    scope="committee",
    reads=("branches.branch", "branches.baseline", "branches.target"),
)
def target_rows(office: Office) -> tuple[TargetRow, ...]:
    """A row for each branch, in the committee's order."""
    return tuple(_row(seq, record) for seq, record in enumerate(office.branches, start=1))


def _row(seq: int, record: BranchRecord) -> TargetRow:
    branch, target = record.branch, record.target
    counts = [count for count in (branch.members.formal, branch.members.probationary) if count is not None]
    return TargetRow(
        seq=seq,
        branch_name=branch.short_name,
        category=branch.category,
        secretary=branch.secretary,
        liaison=branch.liaison,
        members=sum(counts) if counts else None,
        grade_from=record.baseline.grade,
        total_from=record.baseline.total,
        grade_to=target.grade,
        score_to=target.score,
        by=target.by,
        statement=target.statement,
        mode=target.mode,
        reason_for_same_grade=target.reason_for_same_grade,
    )
