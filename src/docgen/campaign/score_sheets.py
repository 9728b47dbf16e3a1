"""The score sheets of a branch, each with the lines of the rubric that it goes by."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from docgen.campaign.models.campaign import Campaign, Indicator
from docgen.campaign.models.record import BranchRecord


@dataclass(frozen=True, slots=True)
class Sheet:
    """Scores at a field path, and the typed total with its own path."""

    field: str
    scores: Mapping[str, Decimal]
    lines: dict[str, Indicator]
    total_field: str
    total: Decimal | None


def sheets(branch: BranchRecord, campaign: Campaign) -> Iterator[Sheet]:
    """The sheets for which the campaign has a rubric."""
    rubric, midterm_rubric = _lines(campaign.rubric.indicators), _lines(campaign.midterm_rubric)
    baseline, midterm, final = branch.baseline, branch.midterm, branch.final
    if rubric:
        yield Sheet("baseline.scores", baseline.scores, rubric, "baseline.total", baseline.total)
        yield Sheet("final.self_scores", final.self_scores, rubric, "final.self_total", final.self_total)
        yield Sheet(
            "final.superior_scores",
            final.superior_scores,
            rubric,
            "final.superior_total",
            final.superior_total,
        )
    if midterm_rubric:
        yield Sheet("midterm.scores", midterm.scores, midterm_rubric, "midterm.total", midterm.total)


def is_out_of_range(score: Decimal, line: Indicator | None) -> bool:
    """Whether the score is below zero or above the line's full marks."""
    full = line.full if line else None
    return score < 0 or (full is not None and score > full)


def _lines(indicators: tuple[Indicator, ...]) -> dict[str, Indicator]:
    return {line.key: line for line in indicators if line.key}
