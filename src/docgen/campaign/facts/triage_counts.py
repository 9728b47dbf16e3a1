"""The problems of all branches by the way they are solved, and how many of each are closed (R30-R33)."""

from dataclasses import dataclass

from docgen.campaign.fact import Row, fact
from docgen.campaign.facts.problem_counts import ProblemCounts, count
from docgen.campaign.office import Office
from docgen.campaign.triage import AT_ONCE, BY_A_DAY, BY_SUPERIOR

TOTAL = "合计"
_UNDECIDED = "尚未确定"


@dataclass(frozen=True, slots=True)
class TriageCount(Row):
    """The problems solved in one way."""

    name: str
    counts: ProblemCounts


@fact("triage_counts", "解决方式统计", scope="committee", reads=("branches.problems",))
def triage_counts(office: Office) -> tuple[TriageCount, ...]:
    """A row for each way, for the problems without one where there are any, and for all."""
    problems = [problem for record in office.branches for problem in record.problems]
    ways = [AT_ONCE, BY_A_DAY, BY_SUPERIOR]
    if any(not problem.triage for problem in problems):
        ways.append("")
    rows = [
        TriageCount(way or _UNDECIDED, count(problem for problem in problems if problem.triage == way))
        for way in ways
    ]
    return (*rows, TriageCount(TOTAL, count(problems)))
