"""R51 年底前按划档定级办法考评验收 (part three)."""

from collections.abc import Iterator
from decimal import Decimal

from docgen.campaign.facts.satisfaction import satisfied_rate
from docgen.campaign.facts.scores import final_total, sum_of, weigh
from docgen.campaign.grade_lines import above_its_score
from docgen.campaign.models.campaign import Campaign
from docgen.campaign.models.process import Final
from docgen.campaign.models.record import BranchRecord
from docgen.campaign.office import Office
from docgen.campaign.rule import Hit, rule
from docgen.campaign.score_faults import has_faults, sheet_faults
from docgen.campaign.score_sheets import sheets
from docgen.campaign.typed import agrees, shown
from docgen.findings import Severity
from docgen.text.numerals import percent_text

_SEED = "年底前，党委将按照基层党组织划档定级办法…进行考评验收"


@rule("R51", severity=Severity.ERROR, remedy="按“划档定级办法”的指标打分，核对评分表", seed=_SEED)
def scored_by_the_same_rubric(branch: BranchRecord, campaign: Campaign) -> Iterator[Hit]:
    """自评和考评都按划档定级时的指标打分，每项不超过满分，总分等于各项得分之和。

    正确::

        final: {self_scores: {team: 35, work: 50}, self_total: 85}

    错误::

        final: {self_scores: {team: 35, work: 50}, self_total: 86}

    错误::

        final: {superior_scores: {team: 34, dossier: 50}}
    """
    for sheet in sheets("final", branch, campaign):
        yield from sheet_faults(sheet)


@rule("R51", severity=Severity.ERROR, remedy="核对自评总分、考评总分和总分，改正写错的一个", seed=_SEED)
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


@rule("R51", severity=Severity.ERROR, remedy="核对总分、档次和党委记录里的“档次分数线”", seed=_SEED)
def final_grade_has_the_score(branch: BranchRecord, office: Office) -> Iterator[Hit]:
    """年底审定的档次，总分要达到这一档的分数线（含本数）；因其他条件低定一档的，不在此限。

    正确::

        final: {grade: 先进, total: 84.4}

    错误::

        final: {grade: 标兵, total: 84.4}
    """
    yield from _beyond_score(branch, office)


def _beyond_score(branch: BranchRecord, office: Office) -> Iterator[Hit]:
    if has_faults("final", branch, office.campaign):
        return iter(())
    total = final_total(branch.final, office.campaign.rubric.weights)
    return above_its_score("final.grade", branch.final.grade, total, office)


@rule("R51", severity=Severity.ERROR, remedy="核对民主测评结果；满意率不够的不能晋升", seed=_SEED)
def satisfied_enough_to_rise(branch: BranchRecord, office: Office) -> Iterator[Hit]:
    """晋升档次的，满意率不低于“晋档最低满意率”；“各档次最低满意率”里有这一档的，也不低于它。没有定的不查。

    正确::

        campaign: {rules: {min_satisfaction_for_promotion: 0.9}}
        baseline: {grade: 一般}
        final: {grade: 先进}

    错误::

        campaign: {rules: {min_satisfaction_for_promotion: 0.95}}
        baseline: {grade: 一般}
        final: {grade: 先进}
    """
    ballot, least = branch.final.satisfaction, _least(branch, office)
    rate = satisfied_rate(ballot, office.campaign.rubric.satisfied_options)
    if ballot.counts and least is not None and rate < least and not any(_beyond_score(branch, office)):
        said = f"满意率是 {rate.text}，低于要求的 {percent_text(least)}"
        yield Hit("final.grade", f"{said}，不能定为“{branch.final.grade}”")


def _least(branch: BranchRecord, office: Office) -> Decimal | None:
    """The least satisfaction for the grade: to rise at all, and for this grade."""
    rules = office.campaign.rules
    start, end = office.rank(branch.baseline.grade), office.rank(branch.final.grade)
    rises = start is not None and end is not None and end > start
    limits = (
        rules.min_satisfaction_for_promotion if rises else None,
        rules.min_satisfaction_by_grade.get(branch.final.grade),
    )
    return max((limit for limit in limits if limit is not None), default=None)
