"""The grades of every branch, first and last: what the request for grades and the notice of grades list.

Cut out of branch_rows, which counts problems too: these two papers do not show them, and a problem that
changes must not make them new versions or drafts.
"""

from dataclasses import dataclass
from decimal import Decimal

from docgen.campaign.fact import Row, fact
from docgen.campaign.facts.scores import final_total
from docgen.campaign.models.record import BranchRecord
from docgen.campaign.office import Office


@dataclass(frozen=True, slots=True)
class GradeRow(Row):
    """A branch from its first grade to its last; None and "" while there is no result."""

    seq: int
    branch_name: str
    grade_from: str
    grade_to: str
    total: Decimal | None
    change_text: str


@fact(
    "grade_rows",
    "各支部档次",
    scope="committee",
    reads=("campaign", "branches.branch", "branches.baseline", "branches.final"),
)
def grade_rows(office: Office) -> tuple[GradeRow, ...]:
    """A row for each branch, in the committee's order."""
    return tuple(_row(seq, record, office) for seq, record in enumerate(office.branches, start=1))


def _row(seq: int, record: BranchRecord, office: Office) -> GradeRow:
    start, end = record.baseline.grade, record.final.grade
    return GradeRow(
        seq=seq,
        branch_name=record.branch.short_name,
        grade_from=start,
        grade_to=end,
        total=final_total(record.final, office.campaign.rubric.weights),
        change_text=change_text(start, end),
    )


def change_text(start: str, end: str) -> str:
    """一般→先进, or 保持一般; nothing while there is no last grade."""
    if not end:
        return ""
    return f"{start}→{end}" if start and start != end else f"保持{end}" if start else end
