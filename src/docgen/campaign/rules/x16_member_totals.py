"""X16 党委的党支部数、党员数等于各党支部之和 (Committee: totals)."""

from collections.abc import Iterator

from docgen.campaign.facts.members import member_totals
from docgen.campaign.office import Office
from docgen.campaign.rule import Hit, rule
from docgen.findings import Severity


@rule("X16", severity=Severity.ERROR, remedy="改正合计数，或者核对各党支部的党员数", scope="office")
def totals_are_branch_sums(office: Office) -> Iterator[Hit]:
    """“党员总数”里的党支部数、正式党员数、预备党员数，等于各党支部记录之和。

    正确::

        committee: {totals: {branches: 2, formal_members: 50, probationary_members: 4}}

    错误::

        committee: {totals: {branches: 2, formal_members: 51, probationary_members: 4}}
    """
    if not office.is_complete:
        return
    typed = office.committee.committee.totals
    computed = member_totals(office)
    sums = (
        ("branches", "党支部数", typed.branches, computed.branches),
        ("formal_members", "正式党员数", typed.formal_members, _known(computed.formal, "formal", office)),
        (
            "probationary_members",
            "预备党员数",
            typed.probationary_members,
            _known(computed.probationary, "probationary", office),
        ),
    )
    for key, label, said, found in sums:
        if said is not None and found is not None and said != found:
            yield Hit(f"committee.totals.{key}", f"{label}写的是 {said}，各党支部合计是 {found}")


def _known(total: int, part: str, office: Office) -> int | None:
    """The sum, unless a branch's number is lacking: that has its own finding."""
    lacking = any(getattr(record.branch.members, part) is None for record in office.branches)
    return None if lacking else total
