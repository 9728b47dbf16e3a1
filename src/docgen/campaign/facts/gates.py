"""门槛条件: what else than the total a branch must reach for its target grade (R51, J5, J9)."""

from dataclasses import dataclass
from decimal import Decimal

from docgen.campaign.fact import Row, fact
from docgen.campaign.facts.satisfaction import satisfied_rate
from docgen.campaign.facts.scores import final_total
from docgen.campaign.models.process import Final
from docgen.campaign.models.record import BranchRecord
from docgen.campaign.office import Office
from docgen.campaign.rate import Rate
from docgen.text.numerals import percent_text, plain_number


@dataclass(frozen=True, slots=True)
class Gate(Row):
    """One condition; `met` is None while there is nothing to judge by."""

    text: str
    found_text: str
    met: bool | None

    @property
    def chosen(self) -> str:
        """The box to tick."""
        return {True: "达到", False: "未达到", None: ""}[self.met]


@fact("gates", "门槛条件", reads=("campaign", "target", "final"))
def gates(branch: BranchRecord, office: Office) -> tuple[Gate, ...]:
    """The conditions that the record sets, for the grade that is aimed at; none where it sets none."""
    limits, grade = office.campaign.rules, branch.target.grade
    rate = _satisfaction(branch.final, office)
    found = [
        _score("目标分值", branch.target.score, final_total(branch.final, office.campaign.rubric.weights)),
        _share("晋档最低满意率", limits.min_satisfaction_for_promotion, rate),
        _share(f"{grade}档次最低满意率", limits.min_satisfaction_by_grade.get(grade), rate),
    ]
    return tuple(gate for gate in found if gate is not None)


def _satisfaction(final: Final, office: Office) -> Rate:
    ballot = final.satisfaction
    return satisfied_rate(ballot, office.campaign.rubric.satisfied_options) if ballot.counts else Rate(0, 0)


def _score(name: str, least: Decimal | None, total: Decimal | None) -> Gate | None:
    if least is None:
        return None
    found = "" if total is None else f"{plain_number(total)}分"
    return Gate(f"{name}{plain_number(least)}分", found, None if total is None else total >= least)


def _share(name: str, least: Decimal | None, rate: Rate) -> Gate | None:
    if least is None:
        return None
    return Gate(f"{name}{percent_text(least)}", rate.percent if rate else "", rate >= least if rate else None)


@fact("thresholds_text", "档次分数线", reads=("campaign",))
def thresholds_text(office: Office) -> str:
    """品牌95分、标兵90分、先进80分、一般60分: highest first, each including itself."""
    lines = sorted(office.thresholds.items(), key=lambda line: -line[1])
    return "、".join(f"{grade}{plain_number(least)}分" for grade, least in lines)
