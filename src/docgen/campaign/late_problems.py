"""Problems that came up after the branch's method was approved (R55, A16)."""

from docgen.campaign.models.problem import Problem
from docgen.campaign.models.record import BranchRecord


def is_late(problem: Problem, branch: BranchRecord) -> bool:
    """Whether it was filed after the approval; one in the agreement was there before, whatever its day."""
    approved = branch.review.approval.date
    known = problem.id in branch.agreement.problems
    return bool(approved and problem.filed_on and problem.filed_on > approved and not known)
