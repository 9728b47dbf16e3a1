"""R42 针对不同支部特点和实际情况，坚持分类指导 (part three)."""

from collections.abc import Iterator

from docgen.campaign.models.record import BranchRecord
from docgen.campaign.office import Office
from docgen.campaign.owed import owed
from docgen.campaign.rule import Hit, rule
from docgen.findings import Severity

_SEED = "针对不同支部特点和实际情况，坚持分类指导"


@rule("R42", due="S0", severity=Severity.ERROR, remedy="写明类别，例如“教师”“学生”“机关”", seed=_SEED)
def category_named(branch: BranchRecord) -> Iterator[Hit]:
    """每个党支部写明类别，分类指导以此为据。

    正确::

        branch: {category: 机关}

    错误::

        branch: {category: }
    """
    if branch.branch:
        yield from owed(branch.branch, "branch", "category")


@rule(
    "R42",
    due="S7",
    severity=Severity.WARNING,
    remedy="在方案的“分类指导”里加上这一档次，或者在报审的“指导意见”里写明",
    scope="office",
    seed=_SEED,
)
def every_branch_guided(office: Office) -> Iterator[Hit]:
    """每个党支部都得到指导：方案的“分类指导”里有它的档次，或者报审时写了指导意见。

    正确::

        baseline: {grade: 一般}
        plan: {classification: [{grade: 一般, theme: 争先, methods: [补短板]}]}

    错误::

        baseline: {grade: 一般}
        plan: {classification: [{grade: 先进, theme: 创标, methods: [树典型]}]}
    """
    plan = office.committee.plan
    if not plan:
        return  # R17 tells it
    guided = {one.grade for one in plan.classification}
    left: dict[str, list[str]] = {}
    for record in office.branches:
        grade = record.baseline.grade
        if grade and grade not in guided and not _was_told(record):
            left.setdefault(grade, []).append(record.branch.short_name or record.branch.id)
    for grade, names in left.items():
        yield Hit("plan.classification", f"“{grade}”党支部没有分类指导：{'、'.join(names)}")


def _was_told(record: BranchRecord) -> bool:
    return any(one.guidance for one in record.review.submissions)
