"""R9 每个支部查找出的问题至少两项 (part two, step one)."""

from collections.abc import Iterator

from docgen.campaign.models.campaign import Campaign
from docgen.campaign.models.record import BranchRecord
from docgen.campaign.rule import Hit, rule
from docgen.findings import Severity


@rule(
    "R9",
    due="S1",
    severity=Severity.ERROR,
    remedy="继续查找，把问题补进“问题”",
    seed="每个支部…查找出的问题至少两项",
)
def enough_problems(branch: BranchRecord, campaign: Campaign) -> Iterator[Hit]:
    """每个党支部查找出的问题不少于规定的项数（“每个支部最少问题数”，没有写的按两项）。

    正确::

        problems: [{id: W1}, {id: W2}]

    错误::

        problems: [{id: W1}]
    """
    least, found = campaign.rules.min_problems_per_branch, len(branch.problems)
    if found < least:
        yield Hit("problems", f"只查找出 {found} 项问题，至少要 {least} 项")
