"""R53 坚持“书记抓、抓书记”，书记是具体责任人 (part four)."""

from collections.abc import Iterator

from docgen.campaign.models.record import BranchRecord
from docgen.campaign.rule import Hit, rule
from docgen.findings import Severity

_SEED = "坚持“书记抓、抓书记”…各支部书记是…具体责任人"


@rule(
    "R53", due="S4", severity=Severity.ERROR, remedy="改成支部书记的姓名，逐字一致，间隔号用“·”", seed=_SEED
)
def secretary_signs(branch: BranchRecord) -> Iterator[Hit]:
    """责任书乙方的签字人、向上级承诺和公开承诺的承诺人，都是支部书记，姓名逐字一致。

    正确::

        branch: {secretary: 赵海}
        pledges: {to_public: {signer: 赵海}}

    错误::

        branch: {secretary: 赵海}
        pledges: {to_public: {signer: 钱进}}
    """
    secretary = branch.branch.secretary
    signed = [one for one in _signers(branch) if one[2]]
    strangers = [one for one in signed if one[2] != secretary]
    if not secretary or not strangers:
        return
    if len(strangers) == len(signed) > 1 and len({name for _, _, name in strangers}) == 1:
        signer = strangers[0][2]
        yield Hit("branch.secretary", f"书记写的是“{secretary}”，承诺和责任书签的都是“{signer}”")
        return
    for field, what, signer in strangers:
        yield Hit(field, f"{what}是“{signer}”，支部书记是“{secretary}”")


def _signers(branch: BranchRecord) -> Iterator[tuple[str, str, str]]:
    yield "agreement.party_b.signer", "责任书乙方的签字人", branch.agreement.party_b.signer
    yield "pledges.to_superior.signer", "向上级承诺的承诺人", branch.pledges.to_superior.signer
    yield "pledges.to_public.signer", "公开承诺的承诺人", branch.pledges.to_public.signer


@rule("R53", due="S2", severity=Severity.WARNING, remedy="至少有一条措施由书记负责", seed=_SEED)
def secretary_answers_for_a_measure(branch: BranchRecord) -> Iterator[Hit]:
    """至少有一条措施的责任人是支部书记。

    正确::

        branch: {secretary: 赵海}
        problems: [{id: W1, measures: [{id: C1, responsible: 赵海}]}]

    错误::

        branch: {secretary: 赵海}
        problems: [{id: W1, measures: [{id: C1, responsible: 钱进}]}]
    """
    secretary = branch.branch.secretary
    named = [
        (index, place, measure.responsible)
        for index, problem in enumerate(branch.problems)
        for place, measure in enumerate(problem.measures)
    ]
    unfinished = not all(problem.measures for problem in branch.problems)
    if not secretary or not named or unfinished or not all(name for _, _, name in named):
        return
    if secretary not in {name for _, _, name in named}:
        own = [index for index, problem in enumerate(branch.problems) if problem.lead == secretary]
        index, place, _ = next((one for one in named if one[0] in own), named[0])
        field = f"problems[{index}].measures[{place}].responsible"
        yield Hit(field, f"{len(named)} 条措施没有一条由书记“{secretary}”负责")
