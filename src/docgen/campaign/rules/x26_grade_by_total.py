"""X26 划档定级的档次不高于总分够得上的档次 (Baseline: grade)."""

from collections.abc import Iterator

from docgen.campaign.facts.scores import baseline_total
from docgen.campaign.grade_lines import above_its_score
from docgen.campaign.models.record import BranchRecord
from docgen.campaign.office import Office
from docgen.campaign.rule import Hit, rule
from docgen.campaign.score_faults import has_faults
from docgen.findings import Severity


@rule("X26", severity=Severity.ERROR, remedy="核对总分、档次和党委记录里的“档次分数线”")
def grade_has_the_score(branch: BranchRecord, office: Office) -> Iterator[Hit]:
    """划档定级的档次，总分要达到这一档的分数线（含本数）；因其他条件低定一档的，不在此限。

    正确::

        baseline: {grade: 一般, total: 70.5}

    错误::

        baseline: {grade: 先进, total: 70.5}
    """
    if has_faults("baseline", branch, office.campaign):
        return
    total = baseline_total(branch.baseline)
    yield from above_its_score("baseline.grade", branch.baseline.grade, total, office)
