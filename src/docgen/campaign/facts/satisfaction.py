"""The ballot of members and masses, counted by the rubric's satisfied options."""

from dataclasses import dataclass

from docgen.campaign.fact import Row, fact
from docgen.campaign.models.process import Satisfaction
from docgen.campaign.models.record import BranchRecord
from docgen.campaign.office import Office
from docgen.campaign.rate import Rate


@dataclass(frozen=True, slots=True)
class OptionRow(Row):
    """One option of the ballot."""

    name: str
    count: int
    percent: str


@dataclass(frozen=True, slots=True)
class SatisfactionFact(Row):
    """The ballot with its rate; counts are None where they are not filled."""

    issued: int | None
    returned: int | None
    valid: int | None
    rate: Rate
    options: tuple[OptionRow, ...]


def satisfied_rate(ballot: Satisfaction, satisfied_options: tuple[str, ...]) -> Rate:
    """满意率: the satisfied options' votes over the valid ones."""
    satisfied = sum(ballot.counts.get(option, 0) for option in satisfied_options)
    return Rate(satisfied, valid_votes(ballot))


def valid_votes(ballot: Satisfaction) -> int:
    """The valid votes; the sum of the options where they are not filled."""
    return sum(ballot.counts.values()) if ballot.valid is None else ballot.valid


@fact("satisfaction", "民主测评", reads=("campaign", "final"))
def satisfaction(branch: BranchRecord, office: Office) -> SatisfactionFact:
    """The ballot of the acceptance."""
    ballot = branch.final.satisfaction
    rate = satisfied_rate(ballot, office.campaign.rubric.satisfied_options) if ballot.counts else Rate(0, 0)
    options = (
        OptionRow(name, count, Rate(count, valid_votes(ballot)).percent)
        for name, count in ballot.counts.items()
    )
    return SatisfactionFact(ballot.issued, ballot.returned, ballot.valid, rate, tuple(options))
