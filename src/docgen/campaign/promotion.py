"""Where the required share of rising branches is not met, as planned or as achieved (R5-R7)."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from docgen.campaign.facts.grades import names, reaches
from docgen.campaign.models.campaign import RatioTarget
from docgen.campaign.models.record import BranchRecord
from docgen.campaign.office import Office
from docgen.campaign.rate import Rate
from docgen.campaign.rule import Hit
from docgen.text.numerals import percent_text

When = Literal["target", "final"]


@dataclass(frozen=True, slots=True)
class _Step:
    """The branches that start at the lower grade, by whether they rise; `open` is not known yet."""

    risen: list[BranchRecord]
    left: list[BranchRecord]
    open: list[BranchRecord]

    @property
    def rate(self) -> Rate:
        return Rate(len(self.risen), len(self.risen) + len(self.left) + len(self.open))

    @property
    def best(self) -> Rate:
        """The rate if all that are not known yet rise."""
        return Rate(len(self.risen) + len(self.open), self.rate.denominator)


def shortfall(office: Office, index: int, when: When) -> Iterator[Hit]:
    """A hit where the share of the pair `index` is too small, whatever the open grades become.

    At the branch's own grade when one branch alone stays behind, else at the plan's pledge.
    """
    if not office.is_complete or index >= len(office.ratio_targets):
        return
    target = office.ratio_targets[index]
    step = _step(office, target, when)
    if target.min is None or not step.best < target.min:
        return
    message = _message(target, step, when)
    if len(step.left) == 1:
        yield Hit(f"{when}.grade", message, branch=step.left[0])
    else:
        yield Hit(_pledge_field(office, target), message)


def _step(office: Office, target: RatioTarget, when: When) -> _Step:
    step = _Step([], [], [])
    for record in office.branches:
        if record.baseline.grade == target.from_grade:
            grade = record.target.grade if when == "target" else record.final.grade
            risen = reaches(office, grade, target.to_grade)
            known = grade in office.grades  # a mistyped one is a finding of its own
            (step.risen if risen else step.left if known else step.open).append(record)
    return step


def _message(target: RatioTarget, step: _Step, when: When) -> str:
    what = f"{target.from_grade}党支部晋升{target.to_grade}的比例"
    said = "按各支部的目标" if when == "target" else "按审定的档次"
    least = percent_text(target.min or 0)
    return f"{what}{said}是 {step.rate.text}，低于要求的 {least}；没有晋升的是{names(step.left)}"


def _pledge_field(office: Office, target: RatioTarget) -> str:
    pledges = office.committee.plan.ratio_pledges
    pair = (target.from_grade, target.to_grade)
    place = next((i for i, one in enumerate(pledges) if (one.from_grade, one.to_grade) == pair), None)
    return "plan.ratio_pledges" if place is None else f"plan.ratio_pledges[{place}]"
