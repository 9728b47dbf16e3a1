"""Outcomes of the midterm assessment that contradict what else the records tell of a branch."""

from docgen.campaign.models.record import BranchRecord
from docgen.campaign.office import Office

PRAISED, CRITICISED = "表扬", "批评并限期整改"


def is_mistaken(record: BranchRecord, office: Office) -> bool:
    """Whether the order to rectify and the list of the criticised both say otherwise than the outcome."""
    evaluation, outcome = office.committee.midterm_evaluation, record.midterm.outcome
    if not evaluation or not outcome:
        return False
    listed, ordered = record.branch.id in evaluation.criticised, bool(record.rectification_order)
    return listed == ordered != (outcome == CRITICISED)


def list_differences(listed: tuple[str, ...], outcome: str, office: Office) -> dict[int | None, str]:
    """What is wrong with a list of the branches with this outcome: by place, None for what it lacks.

    Branches whose outcome is the mistake are left out: that is told where the outcome is.
    """
    wrong: dict[int | None, str] = {}
    for index, branch_id in enumerate(listed):
        record = office.branch(branch_id)
        said = record.midterm.outcome if record else ""
        if record and said not in ("", outcome) and not is_mistaken(record, office):
            wrong[index] = f"列了 {branch_id}，但该支部考评结果是“{said}”"
    if any(office.branch(branch_id) is None for branch_id in listed):
        return wrong  # a mistyped id (X04) may well be that of the branch that seems to be lacking
    left = [
        f"“{one.branch.short_name}”（{one.branch.id}）"
        for one in office.branches
        if one.midterm.outcome == outcome and one.branch.id not in listed and not is_mistaken(one, office)
    ]
    if left:
        wrong[None] = f"里没有{'、'.join(left)}，考评结果是“{outcome}”"
    return wrong
