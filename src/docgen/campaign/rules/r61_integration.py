"""R61 与推进中心工作、为党员群众做好事解难事结合起来 (part four)."""

from collections.abc import Iterator

from docgen.campaign.models.record import BranchRecord
from docgen.campaign.owed import owed
from docgen.campaign.rule import Hit, rule
from docgen.findings import Severity


@rule(
    "R61",
    due="S2",
    severity=Severity.ERROR,
    remedy="写明怎样与本部门的中心工作、为群众办实事相结合",
    seed="与推进本部门本支部中心工作结合起来，与积极为党员群众做好事解难事结合起来",
)
def method_is_part_of_the_work(branch: BranchRecord) -> Iterator[Hit]:
    """升级办法写明“工作结合”：怎样与本职工作、办实事相结合。

    正确::

        method: {integration: 与业务工作结合。}

    错误::

        method: {integration: }
    """
    if branch.method:
        yield from owed(branch.method, "method", "integration")
