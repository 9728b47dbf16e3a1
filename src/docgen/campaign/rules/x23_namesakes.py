"""X23 人员库里同名的人有编号区分 (Person)."""

from collections.abc import Iterator

from docgen.campaign.models.record import CommitteeRecord
from docgen.campaign.office import Office
from docgen.campaign.rule import Hit, rule
from docgen.findings import Severity


@rule(
    "X23",
    severity=Severity.ERROR,
    remedy="重复登记的删去一行；确是两个人同名的，给每人加“编号”",
    scope="committee",
)
def namesakes_have_ids(committee: CommitteeRecord, office: Office) -> Iterator[Hit]:
    """人员库里姓名相同的两行，每行都要有编号来区分。

    正确::

        people: [{name: 王伟, org: Z01, id: P1}, {name: 王伟, org: Z02, id: P2}]

    错误::

        people: [{name: 王伟, org: Z01}, {name: 王伟, org: Z02}]
    """
    seen: set[str] = set()
    for index, person in enumerate(committee.people):
        if person.name in seen and not all(namesake.id for namesake in office.people.called([person.name])):
            times = office.people.times(person.name)
            yield Hit(f"people[{index}].name", f"人员库里有 {times} 个“{person.name}”，分不清是谁")
        seen.add(person.name)
