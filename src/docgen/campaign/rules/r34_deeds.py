"""R34 办几件党员群众期盼的实事 (part two, step four)."""

from collections.abc import Iterator

from docgen.campaign.models.campaign import Campaign
from docgen.campaign.models.record import BranchRecord
from docgen.campaign.owed import owed
from docgen.campaign.rule import Hit, rule
from docgen.findings import Severity

_SEED = "集中开展“解难题、办实事”践诺行动，要办几件党员群众期盼的实事"


@rule("R34", due="S7", severity=Severity.ERROR, remedy="在“实事”下补充", seed=_SEED)
def enough_deeds(branch: BranchRecord, campaign: Campaign) -> Iterator[Hit]:
    """每个党支部的实事不少于“每个支部最少实事数”（没有写的按 2 件）。

    正确::

        deeds: [{id: S1, title: 增设窗口, beneficiary: 患者}, {id: S2, title: 修缮走廊, beneficiary: 患者}]

    错误::

        deeds: [{id: S1, title: 增设窗口, beneficiary: 患者}]
    """
    least, found = campaign.rules.min_deeds_per_branch, len(branch.deeds)
    if found < least:
        yield Hit("deeds", f"只有 {found} 件实事，至少要 {least} 件")


@rule("R34", due="S7", severity=Severity.ERROR, remedy="写明服务对象；办完的写上佐证材料", seed=_SEED)
def deeds_have_beneficiary_and_evidence(branch: BranchRecord) -> Iterator[Hit]:
    """每件实事写明为谁办；写了完成时间的，要有佐证材料。

    正确::

        deeds: [{id: S1, beneficiary: 患者, done_on: 2013-08-20, evidence: [照片]}]

    错误::

        deeds: [{id: S1, beneficiary: 患者, done_on: 2013-08-20, evidence: []}]

    错误::

        deeds: [{id: S1, beneficiary: }]
    """
    for index, deed in enumerate(branch.deeds):
        field = f"deeds[{index}]"
        yield from owed(deed, field, "beneficiary")
        if deed.done_on and not deed.evidence:
            yield Hit(f"{field}.evidence", "实事已经办完，没有佐证材料")
