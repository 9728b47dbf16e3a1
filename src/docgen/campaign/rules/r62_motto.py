"""R62 结束语，如“以优异成绩向党的十八大献礼” (part four)."""

from collections.abc import Iterator

from docgen.campaign.models.campaign import Campaign
from docgen.campaign.rule import Hit, rule
from docgen.findings import Severity


@rule(
    "R62",
    severity=Severity.INFO,
    remedy="需要的话，在“结束语”里写一句；方案和总结用它收尾",
    scope="committee",
    seed="以优异成绩向党的十八大献礼",
)
def motto_written(campaign: Campaign) -> Iterator[Hit]:
    """方案和总结可以有一句结束语；不写也可以，文末就没有这一句。

    正确::

        campaign: {motto: 以实绩向建院周年献礼}

    错误::

        campaign: {motto: }
    """
    if campaign and not campaign.motto:
        yield Hit("campaign.motto", "没有写结束语")
