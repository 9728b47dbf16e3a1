"""R45 集中督查与随机抽查、面上指导与点上检查相结合 (part three)."""

from collections.abc import Iterator

from docgen.campaign.models.record import CommitteeRecord
from docgen.campaign.models.types import InspectionMode, InspectionScope
from docgen.campaign.options import words_of
from docgen.campaign.rule import Hit, rule
from docgen.findings import Severity

_MODES, _SCOPES = words_of(InspectionMode), words_of(InspectionScope)
_WAYS = (*_MODES, *_SCOPES)
_SEED = "集中督查与随机抽查相结合、面上指导与点上检查相结合"


@rule(
    "R45",
    due="S9",
    severity=Severity.ERROR,
    remedy="“督查方式”写集中督查或随机抽查，“督查范围”写面上指导或点上检查",
    scope="committee",
    seed=_SEED,
)
def ways_are_of_the_four(committee: CommitteeRecord) -> Iterator[Hit]:
    """每次督查的方式和范围，用规定的四个词。

    正确::

        inspections: [{id: J1, mode: 集中督查, scope: 点上检查}]

    错误::

        inspections: [{id: J1, mode: 突击检查, scope: 点上检查}]

    错误::

        inspections: [{id: J1, mode: 集中督查, scope: 全面检查}]
    """
    for index, one in enumerate(committee.inspections):
        for key, word, words in (("mode", one.mode, _MODES), ("scope", one.scope, _SCOPES)):
            if word and word not in words:
                yield Hit(f"inspections[{index}].{key}", f"“{word}”不是规定的督查方式或范围")


@rule(
    "R45",
    due="S10",
    severity=Severity.WARNING,
    remedy="补一次这样的督查，或者核对“督查方式”“督查范围”",
    scope="committee",
    seed=_SEED,
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
