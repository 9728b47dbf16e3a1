"""X12 划档定级的总分等于各项得分之和 (Baseline: total)."""

from collections.abc import Iterator

from docgen.campaign.models.campaign import Campaign
from docgen.campaign.models.record import BranchRecord
from docgen.campaign.rule import Hit, rule
from docgen.campaign.score_faults import sum_faults
from docgen.campaign.score_sheets import sheets
from docgen.findings import Severity


@rule("X12", severity=Severity.ERROR, remedy="核对各项得分和总分，改正写错的一个")
def totals_are_sums(branch: BranchRecord, campaign: Campaign) -> Iterator[Hit]:
    """划档定级的总分等于各项得分之和。

    正确::

        baseline: {scores: {team: 30, work: 40.5}, total: 70.5}

    错误::

        baseline: {scores: {team: 30, work: 40.5}, total: 71}
    """
    for sheet in sheets("baseline", branch, campaign):
        yield from sum_faults(sheet)
