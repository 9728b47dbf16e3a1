"""X14 “是否实现目标”与档次、分数相符 (J5)."""

from collections.abc import Iterator

from docgen.campaign.facts.grades import achieved
from docgen.campaign.models.record import BranchRecord
from docgen.campaign.office import Office
from docgen.campaign.rule import Hit, rule
from docgen.campaign.score_faults import has_faults
from docgen.findings import Severity


@rule("X14", severity=Severity.ERROR, remedy="改正“是否实现目标”，或者核对审定档次和总分")
def achieved_as_computed(branch: BranchRecord, office: Office) -> Iterator[Hit]:
    """审定档次不低于目标档次、总分不低于目标分值的，是实现目标；否则是没有实现。

    正确::

        target: {grade: 先进, score: 82}
        final: {grade: 先进, achieved: true}

    错误::

        target: {grade: 标兵, score: 82}
        final: {grade: 先进, achieved: true}
    """
    typed, computed = branch.final.achieved, achieved(branch, office)
    if has_faults("final", branch, office.campaign):
        return
    if office.rank(branch.target.grade) is None or office.rank(branch.final.grade) is None:
        return  # a grade that is none is the fault (X08)
    if typed is not None and computed is not None and typed != computed:
        yield Hit("final.achieved", f"写的是“{_word(typed)}”，按档次和分数应是“{_word(computed)}”")


def _word(yes: bool) -> str:
    return "实现" if yes else "未实现"
