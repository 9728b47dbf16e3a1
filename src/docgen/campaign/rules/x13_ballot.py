"""X13 民主测评的票数和满意率对得上 (Final: issued ≥ returned ≥ valid = Σ options)."""

from collections.abc import Iterator

from docgen.campaign.facts.satisfaction import satisfied_rate
from docgen.campaign.models.campaign import Campaign
from docgen.campaign.models.process import Satisfaction
from docgen.campaign.models.record import BranchRecord
from docgen.campaign.rule import Hit, nearest, rule
from docgen.campaign.typed import agrees, shown
from docgen.findings import Severity

_FIELD = "final.satisfaction"


@rule("X13", severity=Severity.ERROR, remedy="核对测评票，改正写错的票数")
def votes_add_up(branch: BranchRecord) -> Iterator[Hit]:
    """发出票数不少于收回票数，收回票数不少于有效票数，各选项票数之和等于有效票数。

    正确::

        final: {satisfaction: {returned: 58, valid: 57, 满意: 40, 比较满意: 12, 基本满意: 0, 不满意: 5}}

    错误::

        final: {satisfaction: {returned: 58, valid: 57, 满意: 40, 比较满意: 12, 基本满意: 0, 不满意: 4}}
    """
    ballot = branch.final.satisfaction
    if ballot.issued is not None and ballot.returned is not None and ballot.returned > ballot.issued:
        yield Hit(f"{_FIELD}.returned", f"收回 {ballot.returned} 票，多于发出的 {ballot.issued} 票")
    if ballot.returned is not None and ballot.valid is not None and ballot.valid > ballot.returned:
        yield Hit(f"{_FIELD}.valid", f"有效票 {ballot.valid} 张，多于收回的 {ballot.returned} 票")
    elif ballot.counts and not _adds_up(ballot):
        total = sum(ballot.counts.values())
        yield Hit(f"{_FIELD}.valid", f"有效票写的是 {ballot.valid} 张，各选项合计是 {total} 票")


def _adds_up(ballot: Satisfaction) -> bool:
    """Whether there are options, and as many votes for them as valid ones."""
    return bool(ballot.counts) and ballot.valid in (None, sum(ballot.counts.values()))


@rule("X13", severity=Severity.ERROR, remedy="删去满意率（由程序计算），或者改正它和各选项票数")
def typed_rate_is_computed_rate(branch: BranchRecord, campaign: Campaign) -> Iterator[Hit]:
    """写了满意率的，要等于“计入满意的选项”的票数除以有效票数。

    正确::

        final: {satisfaction: {valid: 50, 满意: 30, 比较满意: 15, 基本满意: 5, 不满意: 0, rate: 0.9}}

    错误::

        final: {satisfaction: {valid: 50, 满意: 30, 比较满意: 15, 基本满意: 5, 不满意: 0, rate: 0.95}}
    """
    ballot = branch.final.satisfaction
    computed = satisfied_rate(ballot, campaign.rubric.satisfied_options)
    if ballot.rate is None or computed.value is None or not _adds_up(ballot):
        return
    if not agrees(ballot.rate, computed.value, least_places=2):
        found = f"满意率写的是 {shown(ballot.rate)}，按票数计算是 {shown(computed.value, 3)}"
        yield Hit(f"{_FIELD}.rate", f"{found}（{computed.text}）")


@rule("X13", severity=Severity.WARNING, remedy="改正选项名称；没有人选这一项就写 0")
def satisfied_options_present(branch: BranchRecord, campaign: Campaign) -> Iterator[Hit]:
    """“计入满意的选项”都要在测评结果里，否则满意率会少算。

    正确::

        campaign: {rubric: {satisfied_options: [满意, 比较满意]}}

    错误::

        campaign: {rubric: {satisfied_options: [满意, 较满意]}}
    """
    ballot = branch.final.satisfaction
    for option in campaign.rubric.satisfied_options if ballot.counts else ():
        if option not in ballot.counts:
            yield Hit(_FIELD, f"测评结果里没有选项“{option}”{_instead(option, ballot, campaign)}")


def _instead(option: str, ballot: Satisfaction, campaign: Campaign) -> str:
    others = [name for name in ballot.counts if name not in campaign.rubric.satisfied_options]
    near = nearest(option, others)
    return f"，写的是“{near}”" if near else ""
