"""What a fact or a rule is asked about; each names as parameters the parts that it wants."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from inspect import signature

from docgen.campaign.models.campaign import Campaign
from docgen.campaign.models.record import BranchRecord, CommitteeRecord
from docgen.campaign.office import Office
from docgen.records.schema import Entity

NO_BRANCH = BranchRecord()
_PARTS = frozenset({"office", "branch", "item", "as_of", "committee", "campaign"})


@dataclass(frozen=True, slots=True)
class Subject:
    """An office, and within it a branch, one thing of the branch, and the as-of day, where there are."""

    office: Office
    branch: BranchRecord = NO_BRANCH
    item: Entity | None = None
    as_of: date | None = None

    @property
    def committee(self) -> CommitteeRecord:
        """The committee's record."""
        return self.office.committee

    @property
    def campaign(self) -> Campaign:
        """The campaign of the committee's record."""
        return self.office.committee.campaign


def parts_wanted(function: Callable[..., object]) -> tuple[str, ...]:
    """The names of the function's parameters, each of them a part of a subject."""
    wanted = tuple(signature(function).parameters)
    unknown = set(wanted) - _PARTS
    if unknown:
        raise TypeError(f"{function.__name__} asks for {sorted(unknown)}; a subject has {sorted(_PARTS)}")
    return wanted


def arguments(subject: Subject, wanted: tuple[str, ...]) -> list[object]:
    """The parts of the subject that were named, in order."""
    return [getattr(subject, name) for name in wanted]
