"""R3 目标高于现状，年底有提高 (part one)."""

from collections.abc import Iterator

from docgen.campaign.facts.scores import final_total
from docgen.campaign.models.campaign import Campaign
from docgen.campaign.models.record import BranchRecord
from docgen.campaign.office import Office
from docgen.campaign.owed import owed
from docgen.campaign.rule import Hit, rule
from docgen.findings import Severity
from docgen.text.numerals import plain_number

_SEED = "使先进的更先进、一般的争先进，…每一个基层党组织…都有新的提高，普遍实现晋位升级"
_RISING, _STAYING = "晋档", "本档提升"


@rule("R3", due="S2", severity=Severity.ERROR, remedy="按升级办法补上或改正目标", seed=_SEED)
def target_not_below_baseline(branch: BranchRecord, office: Office) -> Iterator[Hit]:
    """目标写明方式、档次和分值；目标档次不低于划档定级的档次，方式与档次相符。

    “晋档”的目标档次要高于划档定级的档次，“本档提升”的两者相同。

    正确::

        baseline: {grade: 一般}
        target: {mode: 晋档, grade: 先进}

    错误::

        baseline: {grade: 标兵}
        target: {mode: 晋档, grade: 先进}
    """
    target = branch.target
    if not target:
        yield Hit("target", "没有晋位升级目标")
        return
    if target.mode not in (_RISING, _STAYING):
        yield Hit("target.mode", "没有写明是“晋档”还是“本档提升”")
    yield from owed(target, "target", "grade", "score")
    start, goal = office.rank(branch.baseline.grade), office.rank(target.grade)
    if start is not None and goal is not None:
        yield from _against_baseline(branch, goal - start)


def _against_baseline(branch: BranchRecord, steps: int) -> Iterator[Hit]:
    mode, said = branch.target.mode, f"目标档次“{branch.target.grade}”"
    graded = f"划档定级的“{branch.baseline.grade}”"
    if steps < 0:
        yield Hit("target.grade", f"{said}低于{graded}")
    elif mode == _RISING and steps == 0:
        yield Hit(_mistaken(branch), f"方式是“晋档”，{said}却没有高于{graded}")
    elif mode == _STAYING and steps > 0:
        yield Hit("target.mode", f"方式是“本档提升”，{said}却高于{graded}")


def _mistaken(branch: BranchRecord) -> str:
    """The grade, when the pledge or the agreement has another one; else the mode."""
    elsewhere = {branch.pledges.to_superior.grade, branch.agreement.grade_to} - {""}
    return "target.grade" if elsewhere and branch.target.grade not in elsewhere else "target.mode"


@rule("R3", due="S2", severity=Severity.ERROR, remedy="把目标分值定得高于划档定级的总分", seed=_SEED)
def score_above_baseline(branch: BranchRecord) -> Iterator[Hit]:
    """目标分值高于划档定级的总分。

    正确::

        baseline: {scores: {team: 30, work: 40.5}, total: 70.5}
        target: {score: 82}

    错误::

        baseline: {scores: {team: 30, work: 40.5}, total: 70.5}
        target: {score: 70.5}
    """
    score, start = branch.target.score, branch.baseline.total
    if score is not None and start is not None and score <= start:
        yield Hit("target.score", f"目标分值 {plain_number(score)} 不高于划档定级的 {plain_number(start)}")


@rule("R3", due="S2", severity=Severity.WARNING, remedy="写明今年不晋档的理由", seed=_SEED)
def staying_has_a_reason(branch: BranchRecord) -> Iterator[Hit]:
    """目标是“本档提升”的，写明理由。

    正确::

        baseline: {grade: 先进}
        target: {mode: 本档提升, grade: 先进, reason_for_same_grade: 设备改造须跨年实施。}

    错误::

        baseline: {grade: 先进}
        target: {mode: 本档提升, grade: 先进}
    """
    target = branch.target
    stays = target.mode == _STAYING and target.grade == branch.baseline.grade
    if stays and not target.reason_for_same_grade:
        yield Hit("target.reason_for_same_grade", "目标是“本档提升”，没有写明理由")


@rule(
    "R3",
    due="S10",
    severity=Severity.WARNING,
    remedy="核对年底得分；确实没有提高的，在总结中说明原因",
    seed=_SEED,
)
def final_above_baseline(branch: BranchRecord, campaign: Campaign) -> Iterator[Hit]:
    """年底考评的总分高于划档定级的总分。

    正确::

        baseline: {total: 70.5}
        final: {total: 84.4}

    错误::

        baseline: {scores: {team: 36, work: 50}, total: 86}
        target: {score: 90}
        final: {total: 84.4}
    """
    start = branch.baseline.total
    end = branch.final.total or final_total(branch.final, campaign.rubric.weights)
    if start is not None and end is not None and end <= start:
        yield Hit("final.total", f"年底总分 {plain_number(end)} 没有高于划档定级的 {plain_number(start)}")
