"""督查: what was found, at one branch or at all that were inspected (R45, R46)."""

from dataclasses import dataclass

from docgen.campaign.fact import Row, fact
from docgen.campaign.models.committee_process import Inspection, InspectionFinding
from docgen.campaign.models.record import BranchRecord
from docgen.campaign.office import Office
from docgen.campaign.phrases import joined
from docgen.records.schema import Entity

_DONE = {True: "已完成", False: "未完成", None: ""}


@dataclass(frozen=True, slots=True)
class FindingRow(Row):
    """One finding with its branch's name."""

    finding: InspectionFinding
    branch_name: str
    done_text: str


@dataclass(frozen=True, slots=True)
class Inspected(Row):
    """An inspection; `is_held` once something was found or signed: before, its sheet is for handwriting."""

    findings: tuple[FindingRow, ...]
    is_held: bool
    branches_text: str
    is_of_all: bool


@fact("inspected", "本支部督查情况", reads=("branch",))
def inspected_branch(branch: BranchRecord, item: Entity | None) -> Inspected:
    """The inspection that the paper is about, with what it found at this branch."""
    held = _this(item)
    own = (one for one in held.findings if one.branch == branch.branch.id)
    rows = tuple(FindingRow(one, branch.branch.short_name, _DONE[one.done]) for one in own)
    return Inspected(rows, _is_held(held), branch.branch.short_name, is_of_all=False)


@fact("inspected", "本次督查情况", scope="committee", reads=("committee", "branches.branch"))
def inspected(office: Office, item: Entity | None) -> Inspected:
    """The inspection that the paper is about, with what it found at every branch."""
    held = _this(item)
    rows = tuple(FindingRow(one, office.branch_name(one.branch), _DONE[one.done]) for one in held.findings)
    names = joined(map(office.branch_name, held.branches))
    return Inspected(rows, _is_held(held), names, is_of_all=set(held.branches) >= set(office.branch_ids))


def _this(item: Entity | None) -> Inspection:
    return item if isinstance(item, Inspection) else Inspection()


def _is_held(held: Inspection) -> bool:
    return bool(held.findings) or held.signed_by_checked is not None
