"""The four 新提升 as lines of one table (R13-R16)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from docgen.campaign.fact import Row, fact
from docgen.campaign.models.branch import Goal, GoalMetric, OwnRule
from docgen.campaign.models.record import BranchRecord
from docgen.campaign.phrases import joined, quantity


@dataclass(frozen=True, slots=True)
class GoalRow(Row):
    """One 新提升; `done_on` is None until all of it is done."""

    area: str
    text: str
    metric_text: str
    responsible: str
    deadline: date | None
    result_text: str
    done_on: date | None


@fact("goal_rows", "四个新提升", reads=("goals",))
def goal_rows(branch: BranchRecord) -> tuple[GoalRow, ...]:
    """The goals that the record fills, in the guidance's order."""
    goals = branch.goals
    rows = (
        _goal("工作思路", goals.work_idea),
        _rules("规章制度", goals.rules),
        _goal("组织阵地", goals.venue),
        _goal("保障机制", goals.guarantee),
    )
    return tuple(row for row in rows if row is not None)


def metric_text(metric: GoalMetric) -> str:
    """服务对象满意率由72%提高到90%."""
    was, aim = quantity(metric.baseline, metric.unit), quantity(metric.target, metric.unit)
    if not aim:
        return metric.name
    if not was or metric.baseline is None or metric.target is None:
        return f"{metric.name}达到{aim}"
    if metric.baseline == metric.target:
        return f"{metric.name}保持在{aim}"
    return f"{metric.name}由{was}{'降到' if metric.target < metric.baseline else '提高到'}{aim}"


def _goal(area: str, goal: Goal) -> GoalRow | None:
    if not goal:
        return None
    return GoalRow(
        area=area,
        text=goal.text,
        metric_text=metric_text(goal.metric),
        responsible=goal.responsible,
        deadline=goal.deadline,
        result_text=quantity(goal.metric.result, goal.metric.unit),
        done_on=goal.done_on,
    )


def _rules(area: str, rules: tuple[OwnRule, ...]) -> GoalRow | None:
    if not rules:
        return None
    done = [rule.done_on for rule in rules if rule.done_on]
    return GoalRow(
        area=area,
        text=_sentence(map(_rule, rules)),
        metric_text=_by_action(rules),
        responsible=joined(rule.responsible for rule in rules),
        deadline=_latest(rule.deadline for rule in rules),
        result_text=f"已完成{len(done)}项" if done else "",
        done_on=_latest(done) if len(done) == len(rules) else None,
    )


def _sentence(parts: Iterable[str]) -> str:
    whole = "；".join(part for part in parts if part)
    return f"{whole}。" if whole else ""


def _rule(rule: OwnRule) -> str:
    return f"{rule.action}《{rule.name.strip('《》')}》" if rule.name else rule.action


def _by_action(rules: tuple[OwnRule, ...]) -> str:
    actions = [rule.action or "落实" for rule in rules]
    return "、".join(f"{action}{actions.count(action)}项" for action in dict.fromkeys(actions))


def _latest(days: Iterable[date | None]) -> date | None:
    return max((day for day in days if day), default=None)
