"""X21 责任书写的档次、问题与支部记录一致 (R39)."""

from collections.abc import Iterator

from docgen.campaign.models.problem import Problem
from docgen.campaign.models.record import BranchRecord
from docgen.campaign.rule import Hit, rule
from docgen.findings import Severity


@rule("X21", severity=Severity.ERROR, remedy="按划档定级结果改正责任书")
def agreed_start_is_the_baseline(branch: BranchRecord) -> Iterator[Hit]:
    """责任书的原档次是划档定级结果的档次。

    正确::

        baseline: {grade: 一般}
        agreement: {grade_from: 一般}

    错误::

        baseline: {grade: 一般}
        agreement: {grade_from: 先进}
    """
    said, found = branch.agreement.grade_from, branch.baseline.grade
    if said and found and said != found:
        yield Hit("agreement.grade_from", f"责任书的原档次写的是“{said}”，划档定级结果是“{found}”")


@rule("X21", severity=Severity.ERROR, remedy="把缺少的问题编号补进责任书")
def agreed_problems_are_the_dossiers(branch: BranchRecord) -> Iterator[Hit]:
    """责任书的“需要解决的问题”包括签订时本支部立档的全部问题。

    正确::

        problems: [{id: W1}, {id: W2}]
        agreement: {problems: [W1, W2]}

    错误::

        problems: [{id: W1}, {id: W2}]
        agreement: {problems: [W1]}
    """
    agreed = branch.agreement.problems
    lacking = [p.id for p in branch.problems if p.id and p.id not in agreed and not _is_later(p, branch)]
    if agreed and lacking:
        yield Hit("agreement.problems", f"责任书里没有问题 {'、'.join(lacking)}")


def _is_later(problem: Problem, branch: BranchRecord) -> bool:
    """Whether the problem was filed after the agreement was signed (R55: 新增)."""
    signed = branch.agreement.signed_on
    return bool(signed and problem.filed_on and problem.filed_on > signed)
