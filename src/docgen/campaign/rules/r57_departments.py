"""R57 机关部门充分发挥职能作用，合力推进 (part four)."""

from collections.abc import Iterator

from docgen.campaign.models.record import BranchRecord, CommitteeRecord
from docgen.campaign.office import Office
from docgen.campaign.references import pointers
from docgen.campaign.rule import Hit, nearest, rule
from docgen.campaign.triage import BY_SUPERIOR
from docgen.findings import Severity
from docgen.records.schema import Entity

_SEED = "学校机关部门要充分发挥职能作用，合力推进"
_REMEDY = "按党委记录“部门”里的名称改正，或者把这个部门补进去"


@rule("R57", severity=Severity.ERROR, remedy=_REMEDY, seed=_SEED)
def departments_of_branch_registered(branch: BranchRecord, office: Office) -> Iterator[Hit]:
    """支部记录里的部门名称（措施的“配合部门”），要与党委记录“部门”里的名称一致。

    正确::

        problems: [{id: W1, measures: [{id: C1, support: [财务处]}]}]

    错误::

        problems: [{id: W1, measures: [{id: C1, support: [财务科]}]}]
    """
    yield from _unknown(branch, office)


@rule("R57", severity=Severity.ERROR, remedy=_REMEDY, scope="committee", seed=_SEED)
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


@rule("R57", due="S2", severity=Severity.WARNING, remedy="在措施的“配合部门”里写上要配合的部门", seed=_SEED)
def superior_has_departments(branch: BranchRecord) -> Iterator[Hit]:
    """要上级协调的问题，至少有一条措施写明配合部门。

    正确::

        problems: [{id: W1, triage: 上级协调, measures: [{id: C1, support: [财务处]}]}]

    错误::

        problems: [{id: W1, triage: 上级协调, measures: [{id: C1, support: []}]}]
    """
    for index, problem in enumerate(branch.problems):
        alone = problem.measures and not any(measure.support for measure in problem.measures)
        if problem.triage == BY_SUPERIOR and alone:
            field = f"problems[{index}].measures[0].support"
            yield Hit(field, "要上级协调的问题，没有一条措施写明配合部门")
