"""R16 建立健全保障机制，有指标 (part two, step two)."""

from collections.abc import Iterator

from docgen.campaign.models.record import BranchRecord
from docgen.campaign.owed import owed
from docgen.campaign.rule import Hit, rule
from docgen.findings import Severity

_FIELD = "goals.guarantee"


@rule(
    "R16",
    due="S2",
    severity=Severity.ERROR,
    remedy="在“保障机制”里补上这一项",
    seed="要在建立健全保障机制上实现新提升…保障到位、运作规范、约束有力",
)
def guarantee_has_a_metric(branch: BranchRecord) -> Iterator[Hit]:
    """目标体系里有保障机制的目标，写明内容，指标有名称和目标值。

    正确::

        goals: {guarantee: {text: 保障经费。, metric: {name: 人均经费, unit: 元, baseline: 40, target: 80}}}

    错误::

        goals: {guarantee: {text: 保障经费。, metric: }}
    """
    guarantee = branch.goals.guarantee
    if not guarantee:
        yield Hit(_FIELD, "没有保障机制这一项目标")
        return
    yield from owed(guarantee, _FIELD, "text", "metric")
    if guarantee.metric:
        yield from owed(guarantee.metric, f"{_FIELD}.metric", "name", "target")
