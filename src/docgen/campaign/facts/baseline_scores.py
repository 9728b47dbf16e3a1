"""The first grading by the rubric, apart from the acceptance: a paper of March does not hang on December."""

from dataclasses import dataclass
from decimal import Decimal

from docgen.campaign.fact import Row, fact
from docgen.campaign.models.record import BranchRecord
from docgen.campaign.office import Office


@dataclass(frozen=True, slots=True)
class BaselineScore(Row):
    """One line of the first grading; None where no score was given."""

    name: str
    full: Decimal | None
    baseline: Decimal | None


@fact("baseline_scores", "定级得分", reads=("campaign", "baseline"))
def baseline_scores(branch: BranchRecord, office: Office) -> tuple[BaselineScore, ...]:
    """The rubric's lines with what the branch got at the start."""
    given = branch.baseline.scores
    return tuple(
        BaselineScore(line.name or line.key, line.full, given.get(line.key))
        for line in office.campaign.rubric.indicators
    )
