"""X09 划档定级的得分与考评指标一一对应 (Baseline: scores)."""

from collections.abc import Iterator

from docgen.campaign.models.campaign import Campaign
from docgen.campaign.models.record import BranchRecord
from docgen.campaign.rule import Hit, rule
from docgen.campaign.score_faults import line_faults
from docgen.campaign.score_sheets import sheets
from docgen.findings import Severity


@rule("X09", severity=Severity.ERROR, remedy="按考评指标的代号改正，缺的补上")
def scores_match_the_rubric(branch: BranchRecord, campaign: Campaign) -> Iterator[Hit]:
    """划档定级的每项得分，代号都在“划档定级办法”的指标里；每个指标都有得分，没有得分写 0。

    正确::

        baseline: {scores: {team: 30, work: 40.5}}

    错误::

        baseline: {scores: {team: 30, works: 40.5}}

    错误::

        baseline: {scores: {team: 30, work: }}
    """
    for sheet in sheets("baseline", branch, campaign):
        yield from line_faults(sheet)
