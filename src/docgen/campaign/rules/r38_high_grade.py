"""R38 标兵党支部“示范创品牌”，研究新思路、确立新目标、打造新品牌 (part two, step four)."""

from collections.abc import Iterator

from docgen.campaign.guidance import departures, guided_by, unfocused
from docgen.campaign.models.record import BranchRecord
from docgen.campaign.office import Office
from docgen.campaign.rule import Hit, rule
from docgen.findings import Severity

_SEED = "示范创品牌…研究新思路、确立新目标、打造新品牌…重点解决改革创新力度不大…率先发展步伐不快"
_NUMBER = 2  # of the guidance for three grades, low to high


@rule("R38", due="S2", severity=Severity.ERROR, remedy="按方案“分类指导”里本档次的主题和方法改正", seed=_SEED)
def method_follows_high_grade(branch: BranchRecord, office: Office) -> Iterator[Hit]:
    """划档定级为第三档（标兵）和更高一档的党支部，升级办法的主题和方法，与方案“分类指导”里这一档次的一致。

    档次按划档定级的结果；方案里的方法要都写上，可以另加本支部的方法。

    正确::

        plan: {classification: [
          {grade: 一般, theme: 争先, methods: [补短板], focus: [动力不足]},
          {grade: 先进, theme: 创标, methods: [树典型], focus: [满足现状]},
          {grade: 标兵, theme: 创品牌, methods: [研究新思路], focus: [创新不足]}]}
        baseline: {grade: 标兵}
        method: {title: 升级办法, version: 1, grade_theme: 创品牌, grade_methods: [研究新思路]}

    错误::

        plan: {classification: [
          {grade: 一般, theme: 争先, methods: [补短板], focus: [动力不足]},
          {grade: 先进, theme: 创标, methods: [树典型], focus: [满足现状]},
          {grade: 标兵, theme: 创品牌, methods: [研究新思路], focus: [创新不足]}]}
        baseline: {grade: 标兵}
        method: {title: 升级办法, version: 1, grade_theme: 创标, grade_methods: [研究新思路]}

    错误::

        plan: {classification: [
          {grade: 一般, theme: 争先, methods: [补短板], focus: [动力不足]},
          {grade: 先进, theme: 创标, methods: [树典型], focus: [满足现状]},
          {grade: 标兵, theme: 创品牌, methods: [研究新思路], focus: [创新不足]}]}
        baseline: {grade: 标兵}
        method: {title: 升级办法, version: 1, grade_theme: 创品牌, grade_methods: [打基础]}
    """
    guidance = guided_by(_NUMBER, branch, office)
    if guidance:
        yield from departures(guidance, branch, office)


@rule("R38", due="S2", severity=Severity.WARNING, remedy="在问题的“焦点”里写上对应的一条", seed=_SEED)
def some_problem_has_a_focus_of_high_grade(branch: BranchRecord, office: Office) -> Iterator[Hit]:
    """划档定级为第三档（标兵）和更高一档的党支部，至少有一个问题对照方案里这一档次重点解决的焦点。

    正确::

        plan: {classification: [
          {grade: 一般, theme: 争先, methods: [补短板], focus: [动力不足]},
          {grade: 先进, theme: 创标, methods: [树典型], focus: [满足现状]},
          {grade: 标兵, theme: 创品牌, methods: [研究新思路], focus: [创新不足]}]}
        baseline: {grade: 标兵}
        problems: [{id: W1, focus: [创新不足]}, {id: W2}]

    错误::

        plan: {classification: [
          {grade: 一般, theme: 争先, methods: [补短板], focus: [动力不足]},
          {grade: 先进, theme: 创标, methods: [树典型], focus: [满足现状]},
          {grade: 标兵, theme: 创品牌, methods: [研究新思路], focus: [创新不足]}]}
        baseline: {grade: 标兵}
        problems: [{id: W1}, {id: W2}]
    """
    guidance = guided_by(_NUMBER, branch, office)
    if guidance:
        yield from unfocused(guidance, branch)
