"""R14 健全落实规章制度 (part two, step two)."""

from collections.abc import Iterator

from docgen.campaign.models.record import BranchRecord
from docgen.campaign.models.types import RuleAction
from docgen.campaign.options import words_of
from docgen.campaign.owed import owed
from docgen.campaign.rule import Hit, rule
from docgen.findings import Severity

_ACTIONS = words_of(RuleAction)


@rule(
    "R14",
    due="S2",
    severity=Severity.ERROR,
    remedy="在目标体系的“规章制度”里补上",
    seed="要在健全落实规章制度上实现新提升…科学、简便、易行、有效",
)
def own_rules_planned(branch: BranchRecord) -> Iterator[Hit]:
    """目标体系里至少有一项制度，写明名称、方式（新建、修订、沿用）、责任人和时限。

    正确::

        goals: {rules: [{name: 学习制度, action: 新建, responsible: 赵海, deadline: 2013-09-30}]}

    错误::

        goals: {rules: [{name: 学习制度, responsible: 赵海, deadline: 2013-09-30}]}

    错误::

        goals: {rules: []}
    """
    if not branch.goals.rules:
        yield Hit("goals.rules", "没有健全规章制度的目标")
    for index, one in enumerate(branch.goals.rules):
        field = f"goals.rules[{index}]"
        if one.action not in _ACTIONS:
            yield Hit(f"{field}.action", "没有写明是新建、修订还是沿用")
        yield from owed(one, field, "name", "responsible", "deadline")
