"""R45 集中督查与随机抽查、面上指导与点上检查相结合 (part three)."""

from collections.abc import Iterator

from docgen.campaign.models.record import CommitteeRecord
from docgen.campaign.models.types import InspectionMode, InspectionScope
from docgen.campaign.options import words_of
from docgen.campaign.rule import Hit, rule
from docgen.findings import Severity

_WAYS = (*words_of(InspectionMode), *words_of(InspectionScope))


@rule(
    "R45",
    due="S10",
    severity=Severity.WARNING,
    remedy="补一次这样的督查，或者核对“督查方式”“督查范围”",
    scope="committee",
    seed="集中督查与随机抽查相结合、面上指导与点上检查相结合",
)
def all_ways_used(committee: CommitteeRecord) -> Iterator[Hit]:
    """到考评验收时，集中督查、随机抽查、面上指导、点上检查都用过。

    正确::

        inspections: [
          {id: J1, date: 2013-05-07, mode: 集中督查, scope: 点上检查, branches: [Z01, Z02]},
          {id: J2, date: 2013-09-10, mode: 随机抽查, scope: 面上指导, branches: [Z01]}]

    错误::

        inspections: [
          {id: J1, date: 2013-05-07, mode: 集中督查, scope: 点上检查, branches: [Z01, Z02]},
          {id: J2, date: 2013-09-10, mode: 集中督查, scope: 面上指导, branches: [Z01]}]
    """
    used = {word for one in committee.inspections for word in (one.mode, one.scope)}
    lacking = [way for way in _WAYS if way not in used]
    if lacking and committee.inspections:  # where there are none, R46 tells it
        yield Hit("inspections", f"督查没有用过{'、'.join(f'“{way}”' for way in lacking)}")
