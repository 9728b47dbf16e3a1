"""The days that the campaign as a whole works towards, by the workflow state that ends with them."""

from dataclasses import dataclass
from datetime import date, timedelta

from docgen.campaign.limits import final_not_after, midterm_before
from docgen.campaign.models.record import CommitteeRecord
from docgen.campaign.state_names import STATE_NAMES

_ORDER = tuple(STATE_NAMES)


@dataclass(frozen=True, slots=True)
class Milestone:
    """A day with its name; None where the record does not tell."""

    name: str
    day: date | None


def milestone(state: str, committee: CommitteeRecord) -> Milestone:
    """By when what belongs to `state` must be done: up to S8 the midterm, up to S11 the acceptance."""
    place = _ORDER.index(state)
    if place <= _ORDER.index("S8"):
        return midterm(committee)
    return acceptance(committee) if place < _ORDER.index("S12") else hand_over(committee)


def midterm(committee: CommitteeRecord) -> Milestone:
    """The last day of the midterm assessment: 30 June."""
    limit = midterm_before(committee.campaign)
    last = limit - timedelta(days=1) if limit and limit > date.min else None
    return Milestone("“七一”前考评", last)


def acceptance(committee: CommitteeRecord) -> Milestone:
    """The last day of the year's acceptance."""
    return Milestone("年底考评验收截止", final_not_after(committee.campaign))


def hand_over(committee: CommitteeRecord) -> Milestone:
    """The day on which the papers go to the archive."""
    return Milestone("归档移交", committee.archive.due_on)
