"""X11 划档定级的得分不超过满分 (Baseline: scores)."""

from collections.abc import Iterator

from docgen.campaign.models.campaign import Campaign
from docgen.campaign.models.record import BranchRecord
from docgen.campaign.rule import Hit, rule
from docgen.campaign.score_faults import range_faults
from docgen.campaign.score_sheets import sheets
from docgen.findings import Severity


@rule("X11", severity=Severity.ERROR, remedy="核对评分表，改正这一项的得分")
def scores_within_full_marks(branch: BranchRecord, campaign: Campaign) -> Iterator[Hit]:
    """划档定级的每项得分在 0 和该项满分之间。

    正确::

        baseline: {scores: {team: 40, work: 30.5}, total: 70.5}

    错误::

        baseline: {scores: {team: 40.5, work: 30}, total: 70.5}
    """
    for sheet in sheets("baseline", branch, campaign):
        yield from range_faults(sheet)
