"""X03 文书中的人名都在人员库里，逐字一致."""

from collections.abc import Iterator

from docgen.campaign.headcount import headcount, names_several
from docgen.campaign.models.problem import Measure
from docgen.campaign.models.record import BranchRecord, CommitteeRecord
from docgen.campaign.office import Office
from docgen.campaign.references import pointers
from docgen.campaign.rule import Hit, nearest, rule
from docgen.findings import Severity
from docgen.records.schema import Entity

_REMEDY = "按人员库逐字改正（间隔号用“·”），或者把这个人补进党委记录的“人员”"


@rule("X03", severity=Severity.ERROR, remedy=_REMEDY)
def people_of_branch_registered(branch: BranchRecord, office: Office) -> Iterator[Hit]:
    """支部记录里的人名（书记、责任人、主持人等）要与党委记录“人员”里的姓名逐字一致。

    “预备党员 3 名”这样的说法不是姓名，不在此限。

    正确::

        branch: {secretary: 赵海}

    错误::

        branch: {secretary: 赵诲}
    """
    yield from _strangers(branch, office)


@rule("X03", severity=Severity.ERROR, remedy=_REMEDY, scope="committee")
def people_of_committee_registered(committee: CommitteeRecord, office: Office) -> Iterator[Hit]:
    """党委记录里的人名要与“人员”里的姓名逐字一致；上级党组织的联系人不在此限。

    正确::

        committee: {secretary: 周明}

    错误::

        committee: {secretary: 周铭}
    """
    yield from _strangers(committee, office)


def _strangers(record: Entity, office: Office) -> Iterator[Hit]:
    if not office.people:
        return  # no registry yet: that is one finding of its own, not one for every name
    for pointer in pointers(record):
        name = pointer.text
        if isinstance(pointer.parents[-1], Measure) and names_several(name):
            continue  # R24 asks for one person
        if pointer.to == "person" and name not in office.people and headcount(name) is None:
            near = nearest(name, list(office.people))
            yield Hit(pointer.field, f"人员库里没有“{name}”", f"是否想写“{near}”？{_REMEDY}" if near else "")
