"""X24 责任书双方写单位全称 (Branch: full name in signature blocks)."""

from collections.abc import Iterator

from docgen.campaign.models.record import BranchRecord, CommitteeRecord
from docgen.campaign.rule import Hit, rule
from docgen.findings import Severity


@rule("X24", severity=Severity.ERROR, remedy="改成单位全称，逐字一致")
def parties_are_full_names(branch: BranchRecord, committee: CommitteeRecord) -> Iterator[Hit]:
    """责任书的甲方是党委全称，乙方是党支部全称。

    正确::

        agreement: {party_b: {org: 中共明德医院门诊支部委员会}}

    错误::

        agreement: {party_b: {org: 门诊党支部}}
    """
    sides = (
        ("party_a", "甲方", branch.agreement.party_a.org, "党委全称", committee.committee.full_name),
        ("party_b", "乙方", branch.agreement.party_b.org, "党支部全称", branch.branch.full_name),
    )
    for key, side, said, what, found in sides:
        if said and found and said != found:
            yield Hit(f"agreement.{key}.org", f"{side}写的是“{said}”，{what}是“{found}”")
