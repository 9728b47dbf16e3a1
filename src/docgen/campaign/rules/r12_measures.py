"""R12 有针对性的解决办法：每条原因都有措施 (part two, step one)."""

from collections.abc import Iterator

from docgen.campaign.models.problem import Problem
from docgen.campaign.models.record import BranchRecord
from docgen.campaign.rule import Hit, rule
from docgen.findings import Severity

_SEED = "提出有针对性的解决办法"


@rule("R12", due="S1", severity=Severity.ERROR, remedy="补上措施，在“针对原因”里写原因的编号", seed=_SEED)
def measures_answer_causes(branch: BranchRecord) -> Iterator[Hit]:
    """每个问题至少有一条措施，每条措施写明针对哪条原因，每条原因至少有一条措施。

    正确::

        problems: [{id: W1, causes: [{id: Y1}, {id: Y2}], measures: [{id: C1, addresses: [Y1, Y2]}]}]

    错误::

        problems: [{id: W1, causes: [{id: Y1}, {id: Y2}], measures: [{id: C1, addresses: [Y1]}]}]
    """
    for index, problem in enumerate(branch.problems):
        field = f"problems[{index}]"
        if not problem.measures:
            yield Hit(f"{field}.measures", "没有提出解决措施")
        else:
            yield from list(_aimless(problem, field)) or _unanswered(problem, field)


def _aimless(problem: Problem, field: str) -> Iterator[Hit]:
    for place, measure in enumerate(problem.measures):
        if not measure.addresses:
            yield Hit(f"{field}.measures[{place}].addresses", "没有写明这条措施针对哪条原因")


def _unanswered(problem: Problem, field: str) -> Iterator[Hit]:
    addressed = {cause for measure in problem.measures for cause in measure.addresses}
    if addressed - {cause.id for cause in problem.causes}:
        return  # a mistyped cause: the reference is one finding, what it leaves unanswered follows from it
    for place, cause in enumerate(problem.causes):
        if cause.id and cause.id not in addressed:
            yield Hit(f"{field}.causes[{place}]", f"原因 {cause.id} 没有对应的措施")
