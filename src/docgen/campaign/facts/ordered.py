"""What a branch did between the order to rectify and its report (R50, D33)."""

from dataclasses import dataclass
from datetime import date

from docgen.campaign.fact import Row, fact
from docgen.campaign.facts.dossiers import file_number
from docgen.campaign.models.meetings import Meeting
from docgen.campaign.models.problem import Problem, Progress
from docgen.campaign.models.record import BranchRecord
from docgen.text.present import present

_KIND, _BY_DEMAND = "D33", "逐条整改情况"


@dataclass(frozen=True, slots=True)
class DemandRow(Row):
    """One demand of the order, with what the record tells of it."""

    demand: str
    text: str


@dataclass(frozen=True, slots=True)
class OrderProgress(Row):
    """One entry on a problem in that time."""

    no: str
    problem: Problem
    progress: Progress


@dataclass(frozen=True, slots=True)
class Ordered(Row):
    """`meetings` and `progress` are those of the days from the order to the report.

    `account` is what is told of the demands together, where it is not told one by one.
    """

    meetings: tuple[Meeting, ...]
    demands: tuple[DemandRow, ...]
    account: str
    progress: tuple[OrderProgress, ...]


@fact("ordered", "限期整改情况", reads=("branch", "problems", "meetings", "rectification_order", "texts"))
def ordered(branch: BranchRecord) -> Ordered:
    """The branch's answer to its order."""
    lines = [line for line in branch.texts.get(_KIND, {}).get(_BY_DEMAND, "").splitlines() if line.strip()]
    demands = branch.rectification_order.demands
    one_by_one = len(lines) == len(demands)
    return Ordered(
        meetings=tuple(one for one in branch.meetings if _is_between(one.date, branch)),
        demands=tuple(
            DemandRow(demand, lines[place] if one_by_one else "") for place, demand in enumerate(demands)
        ),
        account="" if one_by_one else "\n".join(lines),
        progress=tuple(_progress(branch)),
    )


def _progress(branch: BranchRecord) -> list[OrderProgress]:
    return [
        OrderProgress(file_number(branch.branch.id, problem.id), problem, entry)
        for problem in branch.problems
        for entry in problem.progress
        if present(entry.note) and _is_between(entry.date, branch)
    ]


def _is_between(day: date | None, branch: BranchRecord) -> bool:
    order = branch.rectification_order
    last = order.report.date or order.deadline
    if day is None or order.issued_on is None or day < order.issued_on:
        return False
    return last is None or day <= last
