"""R4 五个方面都有新提高 (part one)."""

from collections.abc import Iterator

from docgen.campaign.models.branch import DimensionGoal
from docgen.campaign.models.record import BranchRecord
from docgen.campaign.models.types import Dimension
from docgen.campaign.options import words_of
from docgen.campaign.owed import owed
from docgen.campaign.rule import Hit, rule
from docgen.findings import Severity

_FIELD = "goals.five_dimensions"
_SEED = "战斗力、书记素质、党员队伍生机活力、基层基础保障水平、基层党建制度化水平进一步提升"
_NAMES = words_of(Dimension)


@rule("R4", due="S2", severity=Severity.ERROR, remedy="五个方面各写一条，都有现状和目标", seed=_SEED)
def five_dimensions_planned(branch: BranchRecord) -> Iterator[Hit]:
    """目标体系里五个方面一个不少、一个不重，每个方面都有现状和目标。

    正确::

        goals: {five_dimensions: [
          {name: 战斗力, baseline: 一般, target: 较强}, {name: 书记素质, baseline: 一般, target: 较强},
          {name: 党员队伍生机活力, baseline: 到会率 81%, target: 92%},
          {name: 基层基础保障水平, baseline: 无活动室, target: 有活动室},
          {name: 基层党建制度化水平, baseline: 制度 2 项, target: 3 项}]}

    错误::

        goals: {five_dimensions: [{name: 战斗力, baseline: 一般, target: 较强}]}
    """
    planned = branch.goals.five_dimensions
    named = [one.name for one in planned]
    lacking = [name for name in _NAMES if name not in named]
    if lacking:
        yield Hit(_place(named), f"五个方面还缺{'、'.join(f'“{name}”' for name in lacking)}")
    else:
        yield from _repeated(named)
    for index, one in enumerate(planned):
        yield from owed(one, f"{_FIELD}[{index}]", "baseline", "target")


def _place(named: list[str]) -> str:
    """The first line whose name is none of the five, or is said twice: it stands for the lacking one."""
    odd = (i for i, name in enumerate(named) if name not in _NAMES or name in named[:i])
    place = next(odd, None)
    return _FIELD if place is None else f"{_FIELD}[{place}].name"


def _repeated(named: list[str]) -> Iterator[Hit]:
    for index, name in enumerate(named):
        if name and name in named[:index]:
            yield Hit(f"{_FIELD}[{index}].name", f"“{name}”写了两次")


@rule("R4", due="S10", severity=Severity.ERROR, remedy="年底逐项写明结果，是否达到写“是”或“否”", seed=_SEED)
def five_dimensions_judged(branch: BranchRecord) -> Iterator[Hit]:
    """年底时，五个方面都写明结果和是否达到。

    正确::

        goals: {five_dimensions: [{name: 战斗力, baseline: 一般, target: 较强, result: 较强, reached: true}]}

    错误::

        goals: {five_dimensions: [{name: 战斗力, baseline: 一般, target: 较强, result: 较强}]}
    """
    for index, one in enumerate(branch.goals.five_dimensions):
        yield from _unjudged(one, f"{_FIELD}[{index}]")


def _unjudged(one: DimensionGoal, field: str) -> Iterator[Hit]:
    for hit in owed(one, field, "result", "reached"):
        yield Hit(hit.field, f"“{one.name}”{hit.message}" if one.name else hit.message)
