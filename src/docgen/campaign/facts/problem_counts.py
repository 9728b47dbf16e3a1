"""How many problems there are, by the way they are solved and by how far they are."""

from collections.abc import Iterable
from dataclasses import dataclass

from docgen.campaign.fact import Row, fact
from docgen.campaign.facts.dossiers import CARRIED, CLOSED
from docgen.campaign.models.problem import Problem
from docgen.campaign.models.record import BranchRecord
from docgen.campaign.office import Office
from docgen.campaign.rate import Rate


@dataclass(frozen=True, slots=True)
class ProblemCounts(Row):
    """Problems by 解决方式 and status; `open` are those neither closed nor carried over."""

    total: int
    immediate: int
    planned: int
    escalated: int
    closed: int
    carried: int

    @property
    def open(self) -> int:
        """Problems still being worked on."""
        return self.total - self.closed - self.carried

    @property
    def closing(self) -> Rate:
        """销号率."""
        return Rate(self.closed, self.total)


def count(problems: Iterable[Problem]) -> ProblemCounts:
    """The counts of these problems."""
    listed = tuple(problems)
    triages = [problem.triage for problem in listed]
    statuses = [problem.status for problem in listed]
    return ProblemCounts(
        total=len(listed),
        immediate=triages.count("立即解决"),
        planned=triages.count("限期解决"),
        escalated=triages.count("上级协调"),
        closed=statuses.count(CLOSED),
        carried=statuses.count(CARRIED),
    )


@fact("problem_counts", "问题统计", reads=("problems",))
def problem_counts(branch: BranchRecord) -> ProblemCounts:
    """The branch's problems, counted."""
    return count(branch.problems)


@fact("problem_totals", "问题汇总", scope="committee", reads=("branches.problems",))
def problem_totals(office: Office) -> ProblemCounts:
    """The problems of all branches, counted."""
    return count(problem for record in office.branches for problem in record.problems)
