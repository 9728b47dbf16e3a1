"""X08 档次都在档次序列里."""

from collections.abc import Iterator

from docgen.campaign.models.record import BranchRecord, CommitteeRecord
from docgen.campaign.office import Office
from docgen.campaign.references import pointers
from docgen.campaign.rule import Hit, nearest, rule
from docgen.findings import Severity
from docgen.records.schema import Entity

_REMEDY = "写党委记录“档次序列”里的档次"


@rule("X08", severity=Severity.ERROR, remedy=_REMEDY)
def grades_of_branch_known(branch: BranchRecord, office: Office) -> Iterator[Hit]:
    """支部记录里的档次要在“档次序列”里。

    正确::

        baseline: {grade: 一般}

    错误::

        baseline: {grade: 一斑}
    """
    yield from _unknown(branch, office)


@rule("X08", severity=Severity.ERROR, remedy=_REMEDY, scope="committee")
def grades_of_committee_known(committee: CommitteeRecord, office: Office) -> Iterator[Hit]:
    """党委记录里的档次（分数线、晋升比例、分类指导等）要在“档次序列”里。

    正确::

        campaign: {rules: {ratio_targets: [{from: 一般, to: 先进, min: 0.3}]}}

    错误::

        campaign: {rules: {ratio_targets: [{from: 一般, to: 优秀, min: 0.3}]}}
    """
    yield from _unknown(committee, office)
    for grade in committee.campaign.rules.min_satisfaction_by_grade:
        if grade not in office.grades:
            yield _hit(f"campaign.rules.min_satisfaction_by_grade.{grade}", grade, office)


def _unknown(record: Entity, office: Office) -> Iterator[Hit]:
    for pointer in pointers(record):
        if pointer.to == "grade" and pointer.text not in office.grades:
            yield _hit(pointer.field, pointer.text, office)


def _hit(field: str, grade: str, office: Office) -> Hit:
    near = nearest(grade, list(office.grades))
    known = f"{_REMEDY}：{'、'.join(office.grades)}"
    return Hit(field, f"“{grade}”不在档次序列里", f"是否想写“{near}”？{known}" if near else known)
