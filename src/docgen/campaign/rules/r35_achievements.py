"""R35 留下一些有积极影响的建设年工作成果 (part two, step four)."""

from collections.abc import Iterator

from docgen.campaign.models.record import CommitteeRecord
from docgen.campaign.rule import Hit, rule
from docgen.findings import Severity


@rule(
    "R35",
    due="S11",
    severity=Severity.WARNING,
    remedy="在“工作成果”里登记制度、品牌、服务等成果",
    scope="committee",
    seed="留下一些有积极影响的建设年工作成果",
)
def achievements_recorded(committee: CommitteeRecord) -> Iterator[Hit]:
    """到审定档次时，党委记录里至少登记了一项工作成果。

    正确::

        achievements: [{title: 制度汇编, kind: 制度成果, owner: DW, date: 2013-11-01}]

    错误::

        achievements: []
    """
    if not committee.achievements:
        yield Hit("achievements", "没有登记任何工作成果")
