"""践诺实事: one line a deed, with the problem it answers (R34)."""

from dataclasses import dataclass

from docgen.campaign.fact import Row, fact
from docgen.campaign.facts.dossiers import file_number
from docgen.campaign.models.process import Deed
from docgen.campaign.models.record import BranchRecord
from docgen.campaign.office import Office
from docgen.campaign.phrases import joined


@dataclass(frozen=True, slots=True)
class DeedRow(Row):
    """A deed; `problem_no` is the dossier's number, "" for a deed that answers none."""

    seq: int
    branch_name: str
    deed: Deed
    problem_no: str
    evidence_text: str


@fact("deed_rows", "实事清单", reads=("branch", "deeds"))
def deed_rows(branch: BranchRecord) -> tuple[DeedRow, ...]:
    """The branch's deeds, in the record's order."""
    return _rows(branch, 1)


@fact("deed_rows", "实事总清单", scope="committee", reads=("branches.branch", "branches.deeds"))
def all_deed_rows(office: Office) -> tuple[DeedRow, ...]:
    """All branches' deeds, numbered through."""
    rows: tuple[DeedRow, ...] = ()
    for branch in office.branches:
        rows += _rows(branch, len(rows) + 1)
    return rows


def _rows(branch: BranchRecord, first: int) -> tuple[DeedRow, ...]:
    return tuple(
        DeedRow(
            seq,
            branch.branch.short_name or branch.branch.id,
            deed,
            file_number(branch.branch.id, deed.problem) if deed.problem else "",
            joined(deed.evidence),
        )
        for seq, deed in enumerate(branch.deeds, start=first)
    )
