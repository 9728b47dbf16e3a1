"""R52 高度重视，切实加强领导和具体指导 (part four)."""

from collections.abc import Iterator

from docgen.campaign.models.record import BranchRecord, CommitteeRecord
from docgen.campaign.rule import Hit, rule
from docgen.findings import Severity

_SEED = "各支部要高度重视…切实加强领导和具体指导"


@rule(
    "R52",
    due="S2",
    severity=Severity.WARNING,
    remedy="在方案里写明领导小组的组长和成员",
    scope="committee",
    seed=_SEED,
)
def leadership_group_named(committee: CommitteeRecord) -> Iterator[Hit]:
    """晋位方案写明领导小组：组长和成员。

    正确::

        plan: {leadership_group: {leader: 周明, members: [吴静]}}

    错误::

        plan: {leadership_group: }
    """
    if not committee.plan:
        return  # R17 tells it
    group = committee.plan.leadership_group
    if not group:
        yield Hit("plan.leadership_group", "方案没有写明领导小组")
    elif not group.leader:
        yield Hit("plan.leadership_group.leader", "领导小组没有写明组长")
    elif not group.members and not group.deputies:
        yield Hit("plan.leadership_group.members", "领导小组除组长外没有别的成员")


@rule("R52", due="S2", severity=Severity.WARNING, remedy="写上联系这个支部的党委委员", seed=_SEED)
def branch_has_a_liaison(branch: BranchRecord) -> Iterator[Hit]:
    """每个党支部有一名联系委员。

    正确::

        branch: {liaison: 吴静}

    错误::

        branch: {liaison: }
    """
    if branch.branch and not branch.branch.liaison:
        yield Hit("branch.liaison", "没有写明联系委员")
