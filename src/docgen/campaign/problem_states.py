"""What the status of a problem means: still worked at, struck off, or carried over."""

from docgen.campaign.models.problem import Problem

CLOSED, CARRIED = "已销号", "转入续办"


def is_open(problem: Problem) -> bool:
    """Whether somebody still has to work at the problem: neither struck off nor carried over."""
    return problem.status not in (CLOSED, CARRIED)
