"""X26 档次不高于总分够得上的档次 (R51: thresholds from the rubric, not typed)."""

from collections.abc import Iterator
from decimal import Decimal

from docgen.campaign.facts.scores import baseline_total, final_total
from docgen.campaign.models.record import BranchRecord
from docgen.campaign.office import Office
from docgen.campaign.rule import Hit, rule
from docgen.findings import Severity
from docgen.text.numerals import plain_number


@rule("X26", severity=Severity.ERROR, remedy="核对总分、档次和党委记录里的“档次分数线”")
def grade_has_the_score(branch: BranchRecord, office: Office) -> Iterator[Hit]:
    """划档定级和年底审定的档次，总分要达到这一档的分数线（含本数）；因其他条件低定一档的，不在此限。

    正确::

        final: {grade: 先进, total: 84.4}

    错误::

        final: {grade: 标兵, total: 84.4}
    """
    weights = office.campaign.rubric.weights
    yield from _beyond("baseline.grade", branch.baseline.grade, baseline_total(branch.baseline), office)
    yield from _beyond("final.grade", branch.final.grade, final_total(branch.final, weights), office)


def _beyond(field: str, grade: str, total: Decimal | None, office: Office) -> Iterator[Hit]:
    least = office.thresholds.get(grade)
    if total is not None and least is not None and total < least:
        enough = office.grade_of(total)
        said = f"档次写的是“{grade}”（{plain_number(least)} 分以上），总分 {plain_number(total)} 分"
        yield Hit(field, f"{said}只够“{enough}”" if enough else f"{said}不够任何一档")
