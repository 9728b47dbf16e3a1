"""晋位升级台账: one line a branch, with what else is to be noted of it (R47)."""

from collections.abc import Iterator
from dataclasses import dataclass

from docgen.campaign.fact import Row, fact
from docgen.campaign.facts.branch_rows import BranchRow, branch_rows
from docgen.campaign.models.record import BranchRecord
from docgen.campaign.office import Office
from docgen.campaign.phrases import joined


@dataclass(frozen=True, slots=True)
class MasterRow(Row):
    """A branch's line; `row` is the same that reports print."""

    row: BranchRow
    name: str
    triage_text: str
    remark_text: str


@fact(
    "master_rows",
    "晋位升级台账",
    scope="committee",
    reads=(
        "campaign",
        "accountability",
        "branches.branch",
        "branches.baseline",
        "branches.target",
        "branches.problems",
        "branches.midterm",
        "branches.rectification_order",
        "branches.final",
    ),
)
def master_rows(office: Office) -> tuple[MasterRow, ...]:
    """A line for each branch, in the committee's order."""
    return tuple(_row(row, office) for row in branch_rows(office))


def _row(row: BranchRow, office: Office) -> MasterRow:
    counts = row.problem_counts
    return MasterRow(
        row=row,
        name=row.record.branch.short_name or row.record.branch.id,
        triage_text=f"{counts.immediate}/{counts.planned}/{counts.escalated}",
        remark_text=joined(_remarks(row, office), "；"),
    )


def _remarks(row: BranchRow, office: Office) -> Iterator[str]:
    record: BranchRecord = row.record
    if record.target.mode == "本档提升":
        yield record.target.mode
    if record.rectification_order.issued_on or record.rectification_order.deadline:
        result = record.rectification_order.recheck.result
        yield f"限期整改，复查{result}" if result else "限期整改"
    if row.reached is False:
        yield "未实现目标"
    for entry in office.committee.accountability:
        if record.branch.id and entry.branch == record.branch.id:
            yield joined(entry.form)
