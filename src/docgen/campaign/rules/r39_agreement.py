"""R39 签订责任书：档次、问题、目标、双方职责四项俱全 (part three)."""

import re
from collections.abc import Iterator
from decimal import Decimal

from docgen.campaign.models.problem import Problem
from docgen.campaign.models.record import BranchRecord
from docgen.campaign.owed import owed
from docgen.campaign.rule import Hit, nearest, rule
from docgen.findings import Severity
from docgen.text.numerals import plain_number

_FIELD = "agreement"
_SEED = "签订责任书…确定的晋位升级档次、需要解决的问题、所要达到的目标…各自承担的职责任务"
_SCORE = re.compile(r"(?:得分|分值|总分|考评|评分)[^，。；0-9]*?(\d+(?:\.\d+)?)\s*分(?![钟之])")


@rule("R39", due="S6", severity=Severity.ERROR, remedy="在“责任书”里补上", seed=_SEED)
def agreement_is_whole(branch: BranchRecord) -> Iterator[Hit]:
    """责任书写明晋位升级的档次、需要解决的问题、所要达到的目标、双方的职责任务和代表。

    正确::

        agreement: {grade_from: 一般, grade_to: 先进, problems: [W1, W2], goals: [得分不低于 82 分],
          party_a: {org: 中共明德医院委员会, signer: 周明, duties: [给予指导]},
          party_b: {org: 中共明德医院门诊支部委员会, signer: 赵海, duties: [完成整改]}}

    错误::

        agreement: {goals: }

    错误::

        agreement: {party_a: {duties: []}}
    """
    agreement = branch.agreement
    if not agreement:
        yield Hit(_FIELD, "还没有责任书的内容")
        return
    yield from owed(agreement, _FIELD, "grade_from", "grade_to", "problems", "goals")
    for key, side, party in (("party_a", "甲方", agreement.party_a), ("party_b", "乙方", agreement.party_b)):
        if not party:
            yield Hit(f"{_FIELD}.{key}", f"责任书没有写{side}")
        else:
            yield from owed(party, f"{_FIELD}.{key}", "signer", "duties")


@rule("R39", due="S8", severity=Severity.ERROR, remedy="双方签字后写明签订日期", seed=_SEED)
def agreement_is_dated(branch: BranchRecord) -> Iterator[Hit]:
    """到“七一”前考评时，责任书已经签订，写明签订日期。

    正确::

        agreement: {signed_on: 2013-03-14}

    错误::

        agreement: {signed_on: }
    """
    if branch.agreement:
        yield from owed(branch.agreement, _FIELD, "signed_on")


@rule("R39", due="S6", severity=Severity.ERROR, remedy="按划档定级结果改正责任书", seed=_SEED)
def agreed_start_is_the_baseline(branch: BranchRecord) -> Iterator[Hit]:
    """责任书的原档次是划档定级结果的档次。

    正确::

        baseline: {grade: 一般}
        agreement: {grade_from: 一般}

    错误::

        baseline: {grade: 一般}
        agreement: {grade_from: 先进}
    """
    said, found = branch.agreement.grade_from, branch.baseline.grade
    if said and found and said != found:
        yield Hit(f"{_FIELD}.grade_from", f"责任书的原档次写的是“{said}”，划档定级结果是“{found}”")


@rule("R39", due="S6", severity=Severity.ERROR, remedy="使责任书里的问题编号与问题档案一致", seed=_SEED)
def agreed_problems_are_the_dossiers(branch: BranchRecord) -> Iterator[Hit]:
    """责任书的“需要解决的问题”就是签订时本支部立档的全部问题，不多、不少、不重复。

    正确::

        problems: [{id: W1}, {id: W2}]
        agreement: {problems: [W1, W2]}

    错误::

        problems: [{id: W1}, {id: W2}]
        agreement: {problems: [W1]}

    错误::

        problems: [{id: W1}, {id: W2}]
        agreement: {problems: [W1, W2, W3]}
    """
    agreed, known = branch.agreement.problems, [problem.id for problem in branch.problems if problem.id]
    wrong = list(_wrong(agreed, known))
    yield from wrong
    lacking = [p.id for p in branch.problems if p.id and p.id not in agreed and not _is_later(p, branch)]
    if agreed and lacking and not wrong:
        yield Hit(f"{_FIELD}.problems", f"责任书里没有问题 {'、'.join(lacking)}")


def _wrong(agreed: tuple[str, ...], known: list[str]) -> Iterator[Hit]:
    for index, number in enumerate(agreed):
        field = f"{_FIELD}.problems[{index}]"
        if number in agreed[:index]:
            yield Hit(field, f"责任书里的问题“{number}”写了两次")
        elif number not in known:
            near = nearest(number, [one for one in known if one not in agreed])
            remedy = f"是否想写“{near}”？" if near else ""
            yield Hit(field, f"责任书里的问题“{number}”没有立档", remedy)


def _is_later(problem: Problem, branch: BranchRecord) -> bool:
    """Whether the problem was filed after the agreement was signed (R55: 新增)."""
    signed = branch.agreement.signed_on
    return bool(signed and problem.filed_on and problem.filed_on > signed)


@rule("R39", due="S6", severity=Severity.ERROR, remedy="使责任书的目标与支部的目标一致", seed=_SEED)
def agreed_goals_are_the_target(branch: BranchRecord) -> Iterator[Hit]:
    """责任书的目标里写了考评得分的，与“目标分值”相同。

    正确::

        target: {score: 82}
        agreement: {goals: [年底考评得分不低于 82 分]}

    错误::

        target: {score: 82}
        agreement: {goals: [年底考评得分不低于 80 分]}
    """
    score = branch.target.score
    for index, goal in enumerate(branch.agreement.goals):
        found = _SCORE.search(goal)
        if found and score is not None and Decimal(found[1]) != score:
            said = f"责任书写的得分是 {found[1]} 分，支部的目标分值是 {plain_number(score)} 分"
            yield Hit(f"{_FIELD}.goals[{index}]", said)
