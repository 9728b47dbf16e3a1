"""R36 一般党支部“提升上档次”，找薄弱、定目标、查漏补缺 (part two, step four)."""

from collections.abc import Iterator

from docgen.campaign.guidance import departures, guided_by, unfocused
from docgen.campaign.models.record import BranchRecord
from docgen.campaign.office import Office
from docgen.campaign.rule import Hit, rule
from docgen.findings import Severity

_SEED = "提升上档次…找薄弱、定目标、查漏补缺抓提升…重点解决争先动力不足、工作满足一般化难于有所突破"
_NUMBER = 0  # of the guidance for three grades, low to high


@rule("R36", due="S2", severity=Severity.ERROR, remedy="按方案“分类指导”里本档次的主题和方法改正", seed=_SEED)
def method_follows_lowest_grade(branch: BranchRecord, office: Office) -> Iterator[Hit]:
    """划档定级为最低一档（一般）的党支部，升级办法的主题和方法，与方案“分类指导”里这一档次的一致。

    档次按划档定级的结果；方案里的方法要都写上，可以另加本支部的方法。

    正确::

        plan: {classification: [
          {grade: 一般, theme: 争先, methods: [补短板], focus: [动力不足]},
          {grade: 先进, theme: 创标, methods: [树典型], focus: [满足现状]},
          {grade: 标兵, theme: 创品牌, methods: [研究新思路], focus: [创新不足]}]}
        baseline: {grade: 一般}
        method: {title: 升级办法, version: 1, grade_theme: 争先, grade_methods: [补短板]}

    错误::

        plan: {classification: [
          {grade: 一般, theme: 争先, methods: [补短板], focus: [动力不足]},
          {grade: 先进, theme: 创标, methods: [树典型], focus: [满足现状]},
          {grade: 标兵, theme: 创品牌, methods: [研究新思路], focus: [创新不足]}]}
        baseline: {grade: 一般}
        method: {title: 升级办法, version: 1, grade_theme: 创标, grade_methods: [补短板]}

    错误::

        plan: {classification: [
          {grade: 一般, theme: 争先, methods: [补短板], focus: [动力不足]},
          {grade: 先进, theme: 创标, methods: [树典型], focus: [满足现状]},
          {grade: 标兵, theme: 创品牌, methods: [研究新思路], focus: [创新不足]}]}
        baseline: {grade: 一般}
        method: {title: 升级办法, version: 1, grade_theme: 争先, grade_methods: [打基础]}
    """
    guidance = guided_by(_NUMBER, branch, office)
    if guidance:
        yield from departures(guidance, branch, office)


@rule("R36", due="S2", severity=Severity.WARNING, remedy="在问题的“焦点”里写上对应的一条", seed=_SEED)
def some_problem_has_a_focus_of_lowest_grade(branch: BranchRecord, office: Office) -> Iterator[Hit]:
    """划档定级为最低一档（一般）的党支部，至少有一个问题对照方案里这一档次重点解决的焦点。

    正确::

        plan: {classification: [
          {grade: 一般, theme: 争先, methods: [补短板], focus: [动力不足]},
          {grade: 先进, theme: 创标, methods: [树典型], focus: [满足现状]},
          {grade: 标兵, theme: 创品牌, methods: [研究新思路], focus: [创新不足]}]}
        baseline: {grade: 一般}
        problems: [{id: W1, focus: [动力不足]}, {id: W2}]

    错误::

        plan: {classification: [
          {grade: 一般, theme: 争先, methods: [补短板], focus: [动力不足]},
          {grade: 先进, theme: 创标, methods: [树典型], focus: [满足现状]},
          {grade: 标兵, theme: 创品牌, methods: [研究新思路], focus: [创新不足]}]}
        baseline: {grade: 一般}
        problems: [{id: W1}, {id: W2}]
    """
    guidance = guided_by(_NUMBER, branch, office)
    if guidance:
        yield from unfocused(guidance, branch)
