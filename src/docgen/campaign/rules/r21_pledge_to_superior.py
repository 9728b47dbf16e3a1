"""R21 支部向上级承诺晋位目标，档次处处一致 (part two, step two)."""

from collections.abc import Iterator

from docgen.campaign.models.record import BranchRecord
from docgen.campaign.office import Office
from docgen.campaign.owed import owed
from docgen.campaign.rule import Hit, rule
from docgen.findings import Severity

_FIELD = "pledges.to_superior"
_SEED = "支部向上级党组织承诺晋位目标（二诺）"


@rule("R21", due="S4", severity=Severity.ERROR, remedy="在“向上级承诺”里补上", seed=_SEED)
def pledge_to_superior_made(branch: BranchRecord) -> Iterator[Hit]:
    """党支部向上级党组织的承诺，写明日期、承诺人、承诺档次和事项。

    正确::

        pledges: {to_superior: {date: 2013-03-12, signer: 赵海, grade: 先进, items: [得分 82 分以上]}}

    错误::

        pledges: {to_superior: {date: 2013-03-12, signer: 赵海, grade: }}
    """
    pledge = branch.pledges.to_superior
    if not pledge:
        yield Hit(_FIELD, "党支部还没有向上级承诺晋位目标")
    else:
        yield from owed(pledge, _FIELD, "date", "signer", "grade", "items")


@rule("R21", due="S3", severity=Severity.ERROR, remedy="三处写成同一个档次", seed=_SEED)
def grades_agree(branch: BranchRecord, office: Office) -> Iterator[Hit]:
    """承诺的档次、目标档次、责任书的目标档次是同一个。

    正确::

        target: {grade: 先进}
        pledges: {to_superior: {grade: 先进}}
        agreement: {grade_to: 先进}

    错误::

        target: {grade: 先进}
        pledges: {to_superior: {grade: 标兵}}
        agreement: {grade_to: 先进}
    """
    written = {
        "target.grade": ("目标档次", branch.target.grade),
        f"{_FIELD}.grade": ("承诺档次", branch.pledges.to_superior.grade),
        "agreement.grade_to": ("责任书的目标档次", branch.agreement.grade_to),
    }
    # A mistyped grade is a finding of its own.
    filled = {field: pair for field, pair in written.items() if pair[1] in office.grades}
    if len({grade for _, grade in filled.values()}) > 1:
        odd = _odd_one(filled)
        others = "、".join(f"{name}是“{grade}”" for field, (name, grade) in filled.items() if field != odd)
        name, grade = filled[odd]
        yield Hit(odd, f"{name}是“{grade}”，{others}")


def _odd_one(written: dict[str, tuple[str, str]]) -> str:
    """The field that differs from the two others; where only two are filled, the later one."""
    grades = [grade for _, grade in written.values()]
    alone = [field for field, (_, grade) in written.items() if grades.count(grade) == 1]
    return alone[-1]
