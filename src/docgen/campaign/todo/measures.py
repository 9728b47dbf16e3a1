"""Measures that are not done yet, with who does them and by when (R24)."""

from collections.abc import Iterator
from datetime import date

from docgen.campaign.models.record import BranchRecord
from docgen.campaign.settled import is_settled, problem_name
from docgen.campaign.task import Task, happened, lead_of, quoted, tasks


@tasks(scope="branch")
def open_measures(branch: BranchRecord, as_of: date) -> Iterator[Task]:
    """Each measure of an open problem is carried out by its deadline."""
    for index, problem in enumerate(branch.problems):
        if is_settled(problem, as_of):
            continue
        for place, measure in enumerate(problem.measures):
            if not measure.action or happened(measure.done_on, as_of):
                continue
            number = measure.id or f"第 {place + 1} 条"
            what = f"{problem_name(problem, index)}的措施 {number}{quoted(measure.action)}要完成"
            who = measure.responsible or lead_of(problem, branch)
            field = f"problems[{index}].measures[{place}].done_on"
            yield Task(what, field, who, measure.deadline or problem.deadline, "R24")
