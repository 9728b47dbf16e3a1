"""R17 一个党委一套晋位方案 (part two, step two)."""

from collections.abc import Iterator

from docgen.campaign.models.record import CommitteeRecord
from docgen.campaign.owed import owed
from docgen.campaign.rule import Hit, rule
from docgen.findings import Severity


@rule(
    "R17",
    due="S2",
    severity=Severity.ERROR,
    remedy="在党委记录里写“晋位方案”，至少有标题和版次",
    scope="committee",
    seed="一个党委一套晋位方案",
)
def one_plan(committee: CommitteeRecord) -> Iterator[Hit]:
    """党委有一套晋位方案，写明标题和版次。

    正确::

        plan: {title: 提升方案, version: 1}

    错误::

        plan: {title: , version: 1}
    """
    if not committee.plan:
        yield Hit("plan", "党委还没有晋位方案")
    else:
        yield from owed(committee.plan, "plan", "title", "version")
