"""R24 量化目标、具体措施、责任人员、完成时限 (part two, step two)."""

import re
from collections.abc import Iterator

from docgen.campaign.headcount import names_several
from docgen.campaign.models.problem import Measure, Metric
from docgen.campaign.models.record import BranchRecord
from docgen.campaign.models.types import Direction
from docgen.campaign.office import Office
from docgen.campaign.options import words_of
from docgen.campaign.owed import owed
from docgen.campaign.rule import Hit, rule
from docgen.findings import Severity
from docgen.text.numerals import plain_number

_SEED = "明确提出量化目标和具体措施、责任人员、完成时限…力求做到目标明确、措施具体、责任到位"
_UP, _DOWN = words_of(Direction)
_VAGUE = re.compile(r"加强|进一步|提高|强化|深化|重视|增强|提升|加大|推进|促进|大力|积极|认真|切实|不断")
_CHECKABLE = re.compile(r"[0-9０-９《“]|[一二两三四五六七八九十每][次份项名个月周日天年季场]")


@rule(
    "R24",
    due="S2",
    severity=Severity.ERROR,
    remedy="把目标写成可以衡量的数：指标、单位、现值、目标值",
    seed=_SEED,
)
def target_is_measured(branch: BranchRecord) -> Iterator[Hit]:
    """每个问题的量化目标都写明指标、单位、现值、目标值和方向；目标值与现值不同，朝好的方向变。

    正确::

        problems: [
          {id: W1, target: {metric: 候诊时间, unit: 分钟, baseline: 60, target: 30, direction: 越小越好}}]

    错误::

        problems: [
          {id: W1, target: {metric: 候诊时间, unit: 分钟, baseline: 60, target: 60, direction: 越小越好}}]

    错误::

        problems: [{id: W1, target: {metric: 候诊时间, baseline: 60, target: 30, direction: 越小越好}}]
    """
    for index, problem in enumerate(branch.problems):
        field = f"problems[{index}].target"
        if not problem.target:
            yield Hit(field, "没有量化目标")
        else:
            yield from owed(problem.target, field, "metric", "unit", "baseline", "target")
            yield from _change(problem.target, field)


def _change(target: Metric, field: str) -> Iterator[Hit]:
    if target.direction not in (_UP, _DOWN):
        yield Hit(f"{field}.direction", f"没有写明是“{_UP}”还是“{_DOWN}”")
        return
    if target.baseline is None or target.target is None:
        return
    start, goal = plain_number(target.baseline), plain_number(target.target)
    rises = target.target > target.baseline
    if target.target == target.baseline:
        yield Hit(f"{field}.target", f"目标值 {goal} 与现值 {start} 相同，没有变化")
    elif rises != (target.direction == _UP):
        yield Hit(f"{field}.direction", f"方向是“{target.direction}”，目标值却是由 {start} 到 {goal}")


@rule("R24", due="S2", severity=Severity.ERROR, remedy="写一个具体的人、一个具体的日期", seed=_SEED)
def measures_have_person_and_day(branch: BranchRecord, office: Office) -> Iterator[Hit]:
    """每条措施都写明做什么、由哪一个人负责、哪一天完成；不能写“全体党员”，也不能写“长期”“尽快”。

    正确::

        problems: [{id: W1, measures: [{id: C1, action: 增开窗口, responsible: 赵海, deadline: 2013-03-12}]}]

    错误::

        problems: [{id: W1, measures: [{id: C1, action: 增开窗口, responsible: 赵海, deadline: }]}]

    错误::

        problems: [
          {id: W1, measures: [{id: C1, action: 增开窗口, responsible: 全体党员, deadline: 2013-03-12}]}]
    """
    for index, problem in enumerate(branch.problems):
        for place, measure in enumerate(problem.measures):
            yield from _unsettled(measure, f"problems[{index}].measures[{place}]", office)


def _unsettled(measure: Measure, field: str, office: Office) -> Iterator[Hit]:
    yield from owed(measure, field, "action", "responsible")
    name = measure.responsible
    if name and name not in office.people and names_several(name):
        yield Hit(f"{field}.responsible", f"责任人写的是“{name}”，不是一个具体的人")
    if measure.deadline is None:
        yield Hit(f"{field}.deadline", "没有写明在哪一天完成")


@rule("R24", due="S2", severity=Severity.WARNING, remedy="写明具体动作和看得见的成果", seed=_SEED)
def measures_say_what_is_done(branch: BranchRecord) -> Iterator[Hit]:
    """措施不能只有“加强”“进一步”“提高认识”一类的话：没有数量、没有成果的，年底无法检查。

    正确::

        problems: [{id: W1, measures: [{id: C1, action: 加强学习，每月集中学习两次, deliverable: }]}]

    错误::

        problems: [{id: W1, measures: [{id: C1, action: 进一步加强学习，提高认识, deliverable: }]}]
    """
    for index, problem in enumerate(branch.problems):
        for place, measure in enumerate(problem.measures):
            vague = _VAGUE.search(measure.action) and not _CHECKABLE.search(measure.action)
            if vague and not measure.deliverable:
                said = f"措施“{measure.action}”没有具体动作，也没有写成果"
                yield Hit(f"problems[{index}].measures[{place}].action", said)
