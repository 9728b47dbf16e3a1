"""The score sheets of a branch, each with the lines of the rubric that it goes by."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

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


Part = Literal["baseline", "midterm", "final"]


def sheets(part: Part, branch: BranchRecord, campaign: Campaign) -> Iterator[Sheet]:
    """The sheets of one part of the record; none where the campaign has no rubric for it."""
    rubric = campaign.midterm_rubric if part == "midterm" else campaign.rubric.indicators
    lines = {line.key: line for line in rubric if line.key}
    if lines:
        for field, scores, total_field, total in _typed(part, branch):
            yield Sheet(field, scores, lines, total_field, total)


def _typed(
    part: Part, branch: BranchRecord
) -> Iterator[tuple[str, Mapping[str, Decimal], str, Decimal | None]]:
    baseline, midterm, final = branch.baseline, branch.midterm, branch.final
    if part == "baseline":
        yield "baseline.scores", baseline.scores, "baseline.total", baseline.total
    elif part == "midterm":
        yield "midterm.scores", midterm.scores, "midterm.total", midterm.total
    else:
        yield "final.self_scores", final.self_scores, "final.self_total", final.self_total
        yield "final.superior_scores", final.superior_scores, "final.superior_total", final.superior_total


def is_out_of_range(score: Decimal, line: Indicator | None) -> bool:
    """Whether the score is below zero or above the line's full marks."""
    full = line.full if line else None
    return score < 0 or (full is not None and score > full)
