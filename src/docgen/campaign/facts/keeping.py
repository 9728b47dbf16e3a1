"""Deeds done and pledges kept."""

from dataclasses import dataclass

from docgen.campaign.fact import Row, fact
from docgen.campaign.models.record import BranchRecord
from docgen.campaign.rate import Rate


@dataclass(frozen=True, slots=True)
class DeedCounts(Row):
    """实事: all, and those done."""

    total: int
    done: int

    @property
    def rate(self) -> Rate:
        """办结率."""
        return Rate(self.done, self.total)


@dataclass(frozen=True, slots=True)
class PledgeCounts(Row):
    """公开承诺: all, and those kept."""

    total: int
    kept: int

    @property
    def rate(self) -> Rate:
        """兑现率."""
        return Rate(self.kept, self.total)


@fact("deed_counts", "实事统计", reads=("deeds",))
def deed_counts(branch: BranchRecord) -> DeedCounts:
    """A deed is done when the record has its date."""
    return DeedCounts(len(branch.deeds), sum(deed.done_on is not None for deed in branch.deeds))


@fact("pledge_counts", "承诺统计", reads=("pledges",))
def pledge_counts(branch: BranchRecord) -> PledgeCounts:
    """A public pledge is kept when the record says so."""
    items = branch.pledges.to_public.items
    return PledgeCounts(len(items), sum(item.fulfilled is True for item in items))
