"""R7 第三项（及以后各项）晋升比例达到规定，品牌有内容 (part one).

Pairs beyond the third answer to R7 as well (J26).
"""

from collections.abc import Iterator

from docgen.campaign.models.record import BranchRecord
from docgen.campaign.office import Office
from docgen.campaign.owed import owed
from docgen.campaign.promotion import shortfall
from docgen.campaign.rule import Hit, rule
from docgen.findings import Severity

_SEED = "标兵党支部打造品牌率要达到30%以上"


@rule(
    "R7",
    due="S2",
    severity=Severity.ERROR,
    remedy="提高有条件的党支部的目标档次，或者核对划档定级结果",
    scope="office",
    seed=_SEED,
)
def third_rate_planned(office: Office) -> Iterator[Hit]:
    """按各党支部的目标，由标兵晋升品牌的比例不低于“晋升比例要求”第 3 项（没有写的按 30%），含本数。

    基数是划档定级为标兵的党支部数；没有这样的党支部就不适用。

    正确::

        baseline: {grade: 标兵}
        target: {mode: 晋档, grade: 品牌}

    错误::

        campaign: {rules: {ratio_targets: [
          {from: 一般, to: 先进, min: 0.6}, {from: 先进, to: 标兵, min: 0.6},
          {from: 标兵, to: 品牌, min: 0.6}]}}
        baseline: {grade: 标兵}
        target: {mode: 本档提升, grade: 标兵}
    """
    for index in range(2, len(office.ratio_targets)):
        yield from shortfall(office, index, "target")


@rule(
    "R7",
    due="S11",
    severity=Severity.WARNING,
    remedy="核对审定档次；确实没有达到的，在总报告中说明",
    scope="office",
    seed=_SEED,
)
def third_rate_achieved(office: Office) -> Iterator[Hit]:
    """按审定的档次，由标兵晋升品牌的比例不低于“晋升比例要求”第 3 项（没有写的按 30%），含本数。

    正确::

        baseline: {grade: 标兵}
        final: {grade: 品牌}

    错误::

        campaign: {rules: {ratio_targets: [
          {from: 一般, to: 先进, min: 0.6}, {from: 先进, to: 标兵, min: 0.6},
          {from: 标兵, to: 品牌, min: 0.6}]}}
        baseline: {grade: 标兵}
        final: {grade: 标兵}
    """
    for index in range(2, len(office.ratio_targets)):
        yield from shortfall(office, index, "final")


@rule(
    "R7",
    due="S2",
    severity=Severity.ERROR,
    remedy="在“品牌”里写明名称、内涵和载体",
    seed=_SEED,
)
def brand_described(branch: BranchRecord, office: Office) -> Iterator[Hit]:
    """目标是最高档次的党支部，写明品牌的名称、内涵和载体。

    正确::

        target: {grade: 品牌}
        brand: {name: 暖心窗口, meaning: 患者少跑一趟路, carriers: [导医台]}

    错误::

        target: {grade: 品牌}
        brand: {name: 暖心窗口, meaning: 患者少跑一趟路}
    """
    if branch.target.grade != office.grades[-1]:
        return
    if not branch.brand:
        yield Hit("brand", f"目标是“{branch.target.grade}”，没有写品牌")
    else:
        yield from owed(branch.brand, "brand", "name", "meaning", "carriers")
