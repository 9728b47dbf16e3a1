"""Problems that go on after the campaign, with the branch that has them (R32, R54)."""

from dataclasses import dataclass

from docgen.campaign.fact import Row, fact
from docgen.campaign.facts.dossiers import CARRIED, file_number
from docgen.campaign.models.problem import Problem
from docgen.campaign.office import Office


@dataclass(frozen=True, slots=True)
class CarriedProblem(Row):
    """One problem with its new deadline and the reason, as the record has them."""

    no: str
    branch_name: str
    problem: Problem


@fact(
    "carried_problems",
    "转入续办的问题",
    scope="committee",
    reads=("branches.branch", "branches.problems"),
)
def carried_problems(office: Office) -> tuple[CarriedProblem, ...]:
    """A row for each problem with the status 转入续办, in the records' order."""
    return tuple(
        CarriedProblem(
            file_number(record.branch.id, problem.id), record.branch.short_name or record.branch.id, problem
        )
        for record in office.branches
        for problem in record.problems
        if problem.status == CARRIED
    )
