"""What the branches gained: scores, satisfaction, the four 新提升, the five dimensions (R3, R4, R13-R16)."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from docgen.campaign.fact import Row, fact
from docgen.campaign.facts.satisfaction import satisfied_rate
from docgen.campaign.facts.scores import baseline_total, final_total
from docgen.campaign.models.branch import Goal
from docgen.campaign.models.record import BranchRecord
from docgen.campaign.office import Office
from docgen.campaign.phrases import joined
from docgen.campaign.rate import Rate
from docgen.text.numerals import half_up


@dataclass(frozen=True, slots=True)
class ScoreGains(Row):
    """Averages over the branches that have both totals; None where there is none."""

    scored: int
    baseline_average: Decimal | None
    final_average: Decimal | None
    risen: int
    satisfaction: Rate

    @property
    def gain(self) -> Decimal | None:
        """By how much the average rose."""
        if self.baseline_average is None or self.final_average is None:
            return None
        return self.final_average - self.baseline_average


@dataclass(frozen=True, slots=True)
class GoalGains(Row):
    """The four 新提升 and the five dimensions, reached or done, over all branches."""

    ideas: Rate
    rules: Rate
    venues: Rate
    guarantees: Rate
    dimensions: Rate
    rules_text: str


@fact(
    "score_gains",
    "得分提升",
    scope="committee",
    reads=("campaign", "branches.baseline", "branches.final"),
)
def score_gains(office: Office) -> ScoreGains:
    """The average totals at the start and at the end, and the ballots of all branches together."""
    pairs = [pair for record in office.branches if (pair := _pair(record, office)) is not None]
    return ScoreGains(
        scored=len(pairs),
        baseline_average=_average([start for start, _ in pairs]),
        final_average=_average([end for _, end in pairs]),
        risen=sum(end > start for start, end in pairs),
        satisfaction=_satisfaction(office),
    )


@fact("goal_gains", "四个新提升汇总", scope="committee", reads=("branches.goals",))
def goal_gains(office: Office) -> GoalGains:
    """Counted over the goals that the records have; a goal is done when it has its day, or its aim is met."""
    goals = [record.goals for record in office.branches]
    rules = [rule for one in goals for rule in one.rules]
    done = [rule.action or "落实" for rule in rules if rule.done_on]
    return GoalGains(
        ideas=_rate(_is_met(one.work_idea) for one in goals if one.work_idea),
        rules=_rate(rule.done_on is not None for rule in rules),
        venues=_rate(_is_met(one.venue) for one in goals if one.venue),
        guarantees=_rate(_is_met(one.guarantee) for one in goals if one.guarantee),
        dimensions=_rate(five.reached is True for one in goals for five in one.five_dimensions),
        rules_text=joined(f"{action}{done.count(action)}项" for action in dict.fromkeys(done)),
    )


def _pair(record: BranchRecord, office: Office) -> tuple[Decimal, Decimal] | None:
    start, end = baseline_total(record.baseline), final_total(record.final, office.campaign.rubric.weights)
    return None if start is None or end is None else (start, end)


def _average(totals: list[Decimal]) -> Decimal | None:
    return half_up(sum(totals, Decimal(0)) / len(totals), 1) if totals else None


def _satisfaction(office: Office) -> Rate:
    ballots = [record.final.satisfaction for record in office.branches if record.final.satisfaction.counts]
    options = office.campaign.rubric.satisfied_options
    rates = [satisfied_rate(ballot, options) for ballot in ballots]
    return Rate(sum(rate.numerator for rate in rates), sum(rate.denominator for rate in rates))


def _is_met(goal: Goal) -> bool:
    """Whether it has its day, or its metric came to where it should."""
    metric = goal.metric
    if goal.done_on is not None or metric.result is None or metric.target is None:
        return goal.done_on is not None
    falls = metric.baseline is not None and metric.target < metric.baseline
    return metric.result <= metric.target if falls else metric.result >= metric.target


def _rate(reached: Iterable[bool]) -> Rate:
    listed = list(reached)
    return Rate(sum(listed), len(listed))
