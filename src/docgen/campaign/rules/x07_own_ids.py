"""X07 一个清单里的编号、代号、序号各不相同."""

from collections.abc import Iterator

from docgen.campaign.models.record import BranchRecord, CommitteeRecord
from docgen.campaign.names import label_of
from docgen.campaign.references import lists
from docgen.campaign.rule import Hit, rule
from docgen.findings import Severity
from docgen.records.schema import Entity

_REMEDY = "给其中一项换一个没有用过的编号"
_NUMBERED_BY = ("id", "key", "seq")


@rule("X07", severity=Severity.ERROR, remedy=_REMEDY)
def ids_of_branch_differ(branch: BranchRecord) -> Iterator[Hit]:
    """支部记录里，同一个清单（问题、措施、实事等）的编号各不相同。

    正确::

        deeds: [{id: S1, title: 修路}, {id: S2, title: 装灯}]

    错误::

        deeds: [{id: S1, title: 修路}, {id: S1, title: 装灯}]
    """
    yield from _repeated(branch)


@rule("X07", severity=Severity.ERROR, remedy=_REMEDY, scope="committee")
def ids_of_committee_differ(committee: CommitteeRecord) -> Iterator[Hit]:
    """党委记录里，同一个清单（督查、任务、考评指标等）的编号各不相同。

    正确::

        inspections: [{id: JC-1}, {id: JC-2}]

    错误::

        inspections: [{id: JC-1}, {id: JC-1}]
    """
    yield from _repeated(committee)


def _repeated(record: Entity) -> Iterator[Hit]:
    for path, members in lists(record):
        if members and path != "problems":  # R10 speaks of those
            for name in _NUMBERED_BY:
                if name in type(members[0]).model_fields:
                    yield from _repeated_in(path, name, members)


def _repeated_in(path: str, name: str, members: tuple[Entity, ...]) -> Iterator[Hit]:
    first: dict[object, int] = {}
    for index, member in enumerate(members):
        number = getattr(member, name)
        if number in ("", None):
            continue
        if number in first:
            label = label_of(type(member), name)
            yield Hit(f"{path}[{index}].{name}", f"{label}“{number}”与第 {first[number] + 1} 项重复")
        first.setdefault(number, index)
