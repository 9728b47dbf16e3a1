"""The three ways of solving a problem, and what the record tells of each (R30-R33)."""

from docgen.campaign.models.problem import Problem
from docgen.campaign.names import label_of

AT_ONCE, BY_A_DAY, BY_SUPERIOR = "立即解决", "限期解决", "上级协调"
_BLOCKS = {AT_ONCE: "immediate", BY_A_DAY: "explanation", BY_SUPERIOR: "escalation"}


def missing_block(problem: Problem) -> str:
    """The label of what the way of solving demands and the record lacks, or ""."""
    name = _BLOCKS.get(problem.triage)
    return label_of(Problem, name) if name and not getattr(problem, name) else ""


def other_block(problem: Problem) -> str:
    """The label of what is filled though it belongs to another way of solving, or ""."""
    others = [name for way, name in _BLOCKS.items() if way != problem.triage and getattr(problem, name)]
    return label_of(Problem, others[0]) if others else ""


def is_owed(problem: Problem, way: str) -> bool:
    """Whether the problem is to be solved this way and nothing is told of it; a wrong way is R30's."""
    return problem.triage == way and bool(missing_block(problem)) and not other_block(problem)
