"""R1 有依据，有划档定级结果 (guiding opinions: title and basis)."""

from collections.abc import Iterator

from docgen.campaign.days import two
from docgen.campaign.models.campaign import Campaign
from docgen.campaign.models.record import BranchRecord
from docgen.campaign.owed import owed
from docgen.campaign.rule import Hit, rule
from docgen.findings import Severity


@rule(
    "R1",
    due="S0",
    severity=Severity.ERROR,
    remedy="在“依据”里写明文件的标题和发文机关",
    scope="committee",
    seed="根据市委《…实施意见》（长发[2012]10号）",
)
def basis_named(campaign: Campaign) -> Iterator[Hit]:
    """专项工作至少有一份依据，每份依据都写明标题和发文机关。

    正确::

        campaign: {basis: [{title: 关于提升工作的意见, issuer: 中共明德市委}]}

    错误::

        campaign: {basis: [{title: 关于提升工作的意见}]}
    """
    if not campaign.basis:
        yield Hit("campaign.basis", "没有写明工作依据")
    for index, basis in enumerate(campaign.basis):
        yield from owed(basis, f"campaign.basis[{index}]", "title", "issuer")


@rule(
    "R1",
    due="S0",
    severity=Severity.ERROR,
    remedy="按划档定级的文件补上或改正",
    seed="结合划档定级实际情况",
)
def graded_before_campaign(branch: BranchRecord, campaign: Campaign) -> Iterator[Hit]:
    """每个党支部都有划档定级的档次和日期，定级日期早于部署日期。

    正确::

        baseline: {grade: 一般, rated_on: 2013-01-15}

    错误::

        baseline: {grade: 一般, rated_on: 2013-03-15}
    """
    baseline, issued_on = branch.baseline, campaign.issued_on
    if not baseline:
        yield Hit("baseline", "没有划档定级结果")
        return
    yield from owed(baseline, "baseline", "grade", "rated_on")
    if baseline.rated_on and issued_on and baseline.rated_on >= issued_on:
        rated, issued = two(baseline.rated_on, issued_on)
        yield Hit("baseline.rated_on", f"定级日期 {rated}不早于部署日期 {issued}")
