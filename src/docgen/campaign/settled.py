"""Which problems are settled by a day, and what lists call a problem."""

from datetime import date

from docgen.campaign.models.problem import Problem


def is_settled(problem: Problem, as_of: date) -> bool:
    """Whether it was closed or carried over by then; a status without its day is believed."""
    closed, carried = problem.closure.closed_on, problem.carry_over.explained_on
    if problem.status == "已销号":
        return closed is None or closed <= as_of
    return problem.status == "转入续办" and (carried is None or carried <= as_of)


def problem_name(problem: Problem, index: int) -> str:
    """What begins a sentence about it: its id, or its place in the list where it has none."""
    return f"问题 {problem.id} " if problem.id else f"第 {index + 1} 个问题"
