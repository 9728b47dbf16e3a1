"""R6 第二项晋升比例（先进到标兵）达到规定 (part one: 先进 to 标兵, 20% by default)."""

from collections.abc import Iterator

from docgen.campaign.office import Office
from docgen.campaign.promotion import shortfall
from docgen.campaign.rule import Hit, rule
from docgen.findings import Severity

_SEED = "先进党支部晋级标兵率要达到20%以上"


@rule(
    "R6",
    due="S2",
    severity=Severity.ERROR,
    remedy="提高有条件的党支部的目标档次，或者核对划档定级结果",
    scope="office",
    seed=_SEED,
)
def second_rate_planned(office: Office) -> Iterator[Hit]:
    """按各党支部的目标，由先进晋升标兵的比例不低于“晋升比例要求”第 2 项（没有写的按 20%），含本数。

    基数是划档定级为先进的党支部数；没有这样的党支部就不适用。

    正确::

        baseline: {grade: 先进}
        target: {mode: 晋档, grade: 标兵}

    错误::

        campaign: {rules: {ratio_targets: [
          {from: 一般, to: 先进, min: 0.6}, {from: 先进, to: 标兵, min: 0.6},
          {from: 标兵, to: 品牌, min: 0.6}]}}
        baseline: {grade: 先进}
        target: {mode: 本档提升, grade: 先进}
    """
    yield from shortfall(office, 1, "target")


@rule(
    "R6",
    due="S11",
    severity=Severity.WARNING,
    remedy="核对审定档次；确实没有达到的，在总报告中说明",
    scope="office",
    seed=_SEED,
)
def second_rate_achieved(office: Office) -> Iterator[Hit]:
    """按审定的档次，由先进晋升标兵的比例不低于“晋升比例要求”第 2 项（没有写的按 20%），含本数。

    正确::

        baseline: {grade: 先进}
        final: {grade: 标兵}

    错误::

        campaign: {rules: {ratio_targets: [
          {from: 一般, to: 先进, min: 0.6}, {from: 先进, to: 标兵, min: 0.6},
          {from: 标兵, to: 品牌, min: 0.6}]}}
        baseline: {grade: 先进}
        final: {grade: 先进}
    """
    yield from shortfall(office, 1, "final")
