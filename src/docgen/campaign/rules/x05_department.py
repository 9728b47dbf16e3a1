"""X05 配合部门、牵头单位都是登记过的部门 (R57)."""

from collections.abc import Iterator

from docgen.campaign.models.record import BranchRecord, CommitteeRecord
from docgen.campaign.office import Office
from docgen.campaign.references import pointers
from docgen.campaign.rule import Hit, nearest, rule
from docgen.findings import Severity
from docgen.records.schema import Entity

_REMEDY = "按党委记录“部门”里的名称改正，或者把这个部门补进去"


@rule("X05", severity=Severity.ERROR, remedy=_REMEDY)
def departments_of_branch_registered(branch: BranchRecord, office: Office) -> Iterator[Hit]:
    """支部记录里的部门名称（措施的“配合部门”），要与党委记录“部门”里的名称一致。

    正确::

        problems: [{id: W1, measures: [{id: C1, support: [财务处]}]}]

    错误::

        problems: [{id: W1, measures: [{id: C1, support: [财务科]}]}]
    """
    yield from _unknown(branch, office)


@rule("X05", severity=Severity.ERROR, remedy=_REMEDY, scope="committee")
def departments_of_committee_registered(committee: CommitteeRecord, office: Office) -> Iterator[Hit]:
    """党委记录里的部门名称（任务的牵头单位、配合单位），要与“部门”里的名称一致。

    正确::

        plan: {tasks: [{seq: 1, task: 审核办法, lead: 组织部}]}

    错误::

        plan: {tasks: [{seq: 1, task: 审核办法, lead: 组织处室}]}
    """
    yield from _unknown(committee, office)


def _unknown(record: Entity, office: Office) -> Iterator[Hit]:
    if not office.committee.departments:
        return  # no list of departments: nothing to compare with
    for pointer in pointers(record):
        if pointer.to == "department" and pointer.text not in office.departments:
            near = nearest(pointer.text, sorted(office.departments))
            remedy = f"是否想写“{near}”？{_REMEDY}" if near else ""
            yield Hit(pointer.field, f"“部门”里没有“{pointer.text}”", remedy)
