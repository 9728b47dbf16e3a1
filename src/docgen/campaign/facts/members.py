"""Party members, of a branch and of all."""

from dataclasses import dataclass

from docgen.campaign.fact import Row, fact
from docgen.campaign.models.branch import Members
from docgen.campaign.models.record import BranchRecord
from docgen.campaign.office import Office


@dataclass(frozen=True, slots=True)
class MemberCounts(Row):
    """Formal and probationary members; None where neither is filled."""

    formal: int | None
    probationary: int | None

    @property
    def total(self) -> int | None:
        """All members."""
        if self.formal is None and self.probationary is None:
            return None
        return (self.formal or 0) + (self.probationary or 0)


@dataclass(frozen=True, slots=True)
class MemberTotals(Row):
    """The members of all branches."""

    branches: int
    formal: int
    probationary: int

    @property
    def total(self) -> int:
        """All members."""
        return self.formal + self.probationary


def count_members(members: Members) -> MemberCounts:
    """The members as the record has them."""
    return MemberCounts(members.formal, members.probationary)


@fact("members", "党员数", reads=("branch",))
def members(branch: BranchRecord) -> MemberCounts:
    """The branch's members."""
    return count_members(branch.branch.members)


@fact("member_totals", "党员总数", scope="committee", reads=("branches.branch",))
def member_totals(office: Office) -> MemberTotals:
    """The sum over the branches."""
    listed = [record.branch.members for record in office.branches]
    return MemberTotals(
        branches=len(listed),
        formal=sum(one.formal or 0 for one in listed),
        probationary=sum(one.probationary or 0 for one in listed),
    )
