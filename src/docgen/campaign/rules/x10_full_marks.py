"""X10 满分合计 100，权重合计 1 (domain model: Campaign)."""

from collections.abc import Iterator
from decimal import Decimal

from docgen.campaign.models.campaign import Campaign, Indicator
from docgen.campaign.rule import Hit, rule
from docgen.findings import Severity
from docgen.text.numerals import plain_number


@rule("X10", severity=Severity.ERROR, remedy="改正各项满分，使合计等于 100", scope="committee")
def full_marks_sum_to_100(campaign: Campaign) -> Iterator[Hit]:
    """划档定级办法、七一前考评的各项满分合计都是 100。

    正确::

        campaign: {midterm_rubric: [{key: dossier, name: 档案, full: 40}, {key: work, name: 落实, full: 60}]}

    错误::

        campaign: {midterm_rubric: [{key: dossier, name: 档案, full: 40}, {key: work, name: 落实, full: 50}]}
    """
    yield from _sum("campaign.rubric.indicators", campaign.rubric.indicators)
    yield from _sum("campaign.midterm_rubric", campaign.midterm_rubric)


@rule("X10", severity=Severity.ERROR, remedy="改正两个权重，使合计等于 1，例如 0.4 和 0.6", scope="committee")
def weights_sum_to_1(campaign: Campaign) -> Iterator[Hit]:
    """自评和考评两个权重的合计是 1。

    正确::

        campaign: {rubric: {weights: {self: 0.4, superior: 0.6}}}

    错误::

        campaign: {rubric: {weights: {self: 0.4, superior: 0.5}}}
    """
    weights = campaign.rubric.weights
    if weights.self is not None and weights.superior is not None:
        total = weights.self + weights.superior
        if total != 1:
            yield Hit("campaign.rubric.weights", f"两个权重的合计是 {plain_number(total)}，应是 1")


def _sum(field: str, lines: tuple[Indicator, ...]) -> Iterator[Hit]:
    full = [line.full for line in lines if line.full is not None]
    total = sum(full, Decimal(0))
    if full and len(full) == len(lines) and total != 100:
        yield Hit(field, f"各项满分的合计是 {plain_number(total)}，应是 100")
