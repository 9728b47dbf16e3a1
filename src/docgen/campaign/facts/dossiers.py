"""The problem dossiers: each problem with its causes, measures, metric and progress in words for paper."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from docgen.campaign.fact import Row, fact
from docgen.campaign.models.branch import Activity
from docgen.campaign.models.problem import Cause, Measure, Metric, Problem, Progress
from docgen.campaign.models.record import BranchRecord
from docgen.campaign.phrases import joined, quantity, sentence_list
from docgen.text.dates import month_day

CLOSED, CARRIED = "已销号", "转入续办"


@dataclass(frozen=True, slots=True)
class MeasureRow(Row):
    """A measure, with the causes it addresses and the departments that help."""

    measure: Measure
    causes_text: str
    support_text: str


@dataclass(frozen=True, slots=True)
class Dossier(Row):
    """One problem, ready for its form. `reached` is None while there is no result to judge."""

    no: str
    problem: Problem
    sources_text: str
    subjective: tuple[Cause, ...]
    objective: tuple[Cause, ...]
    other_causes: tuple[Cause, ...]
    measures: tuple[MeasureRow, ...]
    target_text: str
    result_text: str
    reached: bool | None
    cause_summary: str
    last_progress: Progress
    deadline: date | None

    @property
    def is_open(self) -> bool:
        """Whether somebody still has to do something about it."""
        return self.problem.status != CLOSED

    def overdue(self, as_of: date | None) -> bool:
        """Whether it is open after its deadline (after the new one, when carried over)."""
        return bool(as_of and self.deadline and self.is_open and self.deadline < as_of)

    def days_left(self, as_of: date | None) -> int | None:
        """Days from `as_of` to the deadline of an open problem; negative when overdue."""
        if as_of is None or self.deadline is None or not self.is_open:
            return None
        return (self.deadline - as_of).days


@fact("dossiers", "问题档案", reads=("branch", "diagnosis", "problems"))
def dossiers(branch: BranchRecord) -> tuple[Dossier, ...]:
    """One dossier for each problem, in the record's order."""
    activities = {activity.id: activity for activity in branch.diagnosis.activities if activity.id}
    return tuple(_dossier(problem, branch.branch.id, activities) for problem in branch.problems)


def _dossier(problem: Problem, branch_id: str, activities: dict[str, Activity]) -> Dossier:
    return Dossier(
        no=file_number(branch_id, problem.id),
        problem=problem,
        sources_text=joined(_source(activities.get(source), source) for source in problem.sources),
        subjective=tuple(cause for cause in problem.causes if cause.kind == "主观"),
        objective=tuple(cause for cause in problem.causes if cause.kind == "客观"),
        other_causes=tuple(cause for cause in problem.causes if cause.kind not in ("主观", "客观")),
        measures=tuple(map(_measure, problem.measures)),
        target_text=target_text(problem.target),
        result_text=quantity(problem.result_value, problem.target.unit),
        reached=reached(problem),
        cause_summary=sentence_list(cause.text for cause in problem.causes),
        last_progress=_last_progress(problem),
        deadline=problem.carry_over.new_deadline or problem.deadline,
    )


def file_number(branch_id: str, problem_id: str) -> str:
    """The number on the dossier: Z01-W1 (J20)."""
    return "-".join(filter(None, (branch_id, problem_id)))


def target_text(metric: Metric) -> str:
    """12项会签事项平均办结时间由9.6个工作日降到5个工作日."""
    was, aim = quantity(metric.baseline, metric.unit), quantity(metric.target, metric.unit)
    if not aim:
        return metric.metric and f"{metric.metric}现为{was}" if was else metric.metric
    if not was:
        return f"{metric.metric}达到{aim}"
    if metric.baseline == metric.target:
        return f"{metric.metric}保持在{aim}"
    return f"{metric.metric}由{was}{'降到' if _falls(metric) else '提高到'}{aim}"


def reached(problem: Problem) -> bool | None:
    """Whether the result is as good as the target, by the metric's direction; None without either."""
    metric, result = problem.target, problem.result_value
    if result is None or metric.target is None:
        return None
    better_when_less = metric.direction == "越小越好" or (not metric.direction and _falls(metric))
    return result <= metric.target if better_when_less else result >= metric.target


def _falls(metric: Metric) -> bool:
    was, aim = metric.baseline or Decimal(0), metric.target or Decimal(0)
    return aim < was


def _measure(measure: Measure) -> MeasureRow:
    return MeasureRow(measure, joined(measure.addresses), joined(measure.support))


def _source(activity: Activity | None, source_id: str) -> str:
    if activity is None:
        return source_id
    day = f"（{month_day(activity.date)}）" if activity.date else ""
    return f"{activity.kind or activity.id}{day}"


def _last_progress(problem: Problem) -> Progress:
    entries = [entry for entry in problem.progress if entry.date]
    if entries:
        return max(reversed(entries), key=lambda entry: entry.date or date.min)
    return problem.progress[-1] if problem.progress else Progress()
