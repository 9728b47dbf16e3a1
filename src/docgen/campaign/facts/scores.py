"""Scores and totals by the rubric: the start, the branch's own, the committee's, and both together."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from docgen.campaign.fact import Row, fact
from docgen.campaign.models.branch import Baseline
from docgen.campaign.models.campaign import Indicator, Weights
from docgen.campaign.models.process import Final
from docgen.campaign.models.record import BranchRecord
from docgen.campaign.office import Office
from docgen.text.numerals import half_up, percent_text


@dataclass(frozen=True, slots=True)
class ScoreRow(Row):
    """One line of the score sheet; None where no score was given."""

    name: str
    full: Decimal | None
    baseline: Decimal | None
    own: Decimal | None
    superior: Decimal | None
    weighted: Decimal | None


@dataclass(frozen=True, slots=True)
class Scores(Row):
    """The score sheet of a branch with its totals, half up to one decimal (J6)."""

    rows: tuple[ScoreRow, ...]
    full_total: Decimal | None
    baseline_total: Decimal | None
    own_total: Decimal | None
    superior_total: Decimal | None
    total: Decimal | None
    gain: Decimal | None
    weights_text: str
    grade_by_total: str


def sum_of(scores: Mapping[str, Decimal]) -> Decimal | None:
    """The sum of the scores; None when there are none."""
    return sum(scores.values(), Decimal(0)) if scores else None


def weigh(own: Decimal | None, superior: Decimal | None, weights: Weights) -> Decimal | None:
    """The branch's own score and the committee's combined, unrounded.

    None when a part is missing, or when the weights are not those of a whole (X10).
    """
    if own is None or superior is None or weights.self is None or weights.superior is None:
        return None
    if weights.self + weights.superior != 1:
        return None
    return own * weights.self + superior * weights.superior


def baseline_total(baseline: Baseline) -> Decimal | None:
    """The total of the first grading: the lines' sum, else as typed."""
    return _first(sum_of(baseline.scores), baseline.total)


def final_total(final: Final, weights: Weights) -> Decimal | None:
    """The total of the acceptance to one decimal; from the typed totals where lines are missing."""
    own = sum_of(final.self_scores)
    superior = sum_of(final.superior_scores)
    exact = weigh(
        final.self_total if own is None else own,
        final.superior_total if superior is None else superior,
        weights,
    )
    return final.total if exact is None else half_up(exact, 1)


@fact("scores", "评分", reads=("campaign", "baseline", "final"))
def scores(branch: BranchRecord, office: Office) -> Scores:
    """The score sheet of the branch, by the campaign's rubric."""
    rubric, final = office.campaign.rubric, branch.final
    start = baseline_total(branch.baseline)
    total = final_total(final, rubric.weights)
    return Scores(
        rows=tuple(_row(line, branch, rubric.weights) for line in rubric.indicators),
        full_total=sum_of({line.key: line.full for line in rubric.indicators if line.full is not None}),
        baseline_total=start,
        own_total=_first(sum_of(final.self_scores), final.self_total),
        superior_total=_first(sum_of(final.superior_scores), final.superior_total),
        total=total,
        gain=None if total is None or start is None else total - start,
        weights_text=_weights_text(rubric.weights),
        grade_by_total=office.grade_of(total),
    )


def _row(line: Indicator, branch: BranchRecord, weights: Weights) -> ScoreRow:
    own, superior = branch.final.self_scores.get(line.key), branch.final.superior_scores.get(line.key)
    weighted = weigh(own, superior, weights)
    return ScoreRow(
        name=line.name or line.key,
        full=line.full,
        baseline=branch.baseline.scores.get(line.key),
        own=own,
        superior=superior,
        weighted=None if weighted is None else half_up(weighted, 2),
    )


def _weights_text(weights: Weights) -> str:
    if weights.self is None or weights.superior is None:
        return ""
    return f"自评{percent_text(weights.self)}＋考评{percent_text(weights.superior)}"


def _first(computed: Decimal | None, typed: Decimal | None) -> Decimal | None:
    return typed if computed is None else computed
