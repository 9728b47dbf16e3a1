"""X12 总分等于各项得分算出来的数 (R48, R51)."""

from collections.abc import Iterator
from decimal import Decimal

from docgen.campaign.facts.scores import sum_of, weigh
from docgen.campaign.models.campaign import Campaign
from docgen.campaign.models.process import Final
from docgen.campaign.models.record import BranchRecord
from docgen.campaign.rule import Hit, rule
from docgen.campaign.score_sheets import is_out_of_range, sheets
from docgen.campaign.typed import agrees, shown
from docgen.findings import Severity


@rule("X12", severity=Severity.ERROR, remedy="核对各项得分和总分，改正写错的一个")
def totals_are_sums(branch: BranchRecord, campaign: Campaign) -> Iterator[Hit]:
    """评分表的总分等于各项得分之和。

    正确::

        midterm: {scores: {dossier: 35, work: 55}, total: 90}

    错误::

        midterm: {scores: {dossier: 35, work: 55}, total: 91}
    """
    for sheet in sheets(branch, campaign):
        if any(is_out_of_range(score, sheet.lines.get(key)) for key, score in sheet.scores.items()):
            continue  # the score is to be put right first (X11)
        total = sum_of(sheet.scores)
        if total is not None and sheet.total is not None and not agrees(sheet.total, total):
            yield Hit(sheet.total_field, f"总分写的是 {shown(sheet.total)}，各项得分之和是 {shown(total)}")


@rule("X12", severity=Severity.ERROR, remedy="核对自评总分、考评总分和总分，改正写错的一个")
def final_total_is_weighted(branch: BranchRecord, campaign: Campaign) -> Iterator[Hit]:
    """年底考评的总分等于自评总分和考评总分按权重相加，四舍五入到一位小数。

    正确::

        final: {self_total: 85, superior_total: 84, total: 84.4}

    错误::

        final: {self_total: 85, superior_total: 84, total: 85}
    """
    typed, weights = branch.final.total, campaign.rubric.weights
    expected = [
        exact
        for own, superior in _pairs(branch.final)
        if (exact := weigh(own, superior, weights)) is not None
    ]
    if weights.self is None or weights.superior is None or weights.self + weights.superior != 1:
        return  # one finding for the weights (X10), not one for every branch
    if typed is not None and expected and not any(agrees(typed, exact) for exact in expected):
        yield Hit("final.total", f"总分写的是 {shown(typed)}，按权重计算是 {shown(expected[0], 1)}")


def _pairs(final: Final) -> Iterator[tuple[Decimal | None, Decimal | None]]:
    """The typed totals, and the sums of the lines: the typed ones may be rounded."""
    yield final.self_total, final.superior_total
    yield sum_of(final.self_scores), sum_of(final.superior_scores)
