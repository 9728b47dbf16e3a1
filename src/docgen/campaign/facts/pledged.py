"""What the plan starts from and pledges: branches by their first grade, and the pledged rates (R5-R7, R20).

Kept apart from grades.py, which reads the results: a plan is not stale because a branch was scored.
"""

from dataclasses import dataclass
from decimal import Decimal

from docgen.campaign.fact import Row, fact
from docgen.campaign.facts.grades import names
from docgen.campaign.office import Office
from docgen.campaign.rate import Rate
from docgen.text.numerals import percent_text


@dataclass(frozen=True, slots=True)
class GradeStart(Row):
    """The branches that start from one grade."""

    grade: str
    share: Rate
    branch_names: str

    @property
    def count(self) -> int:
        """How many they are."""
        return self.share.numerator


@dataclass(frozen=True, slots=True)
class PledgedRatio(Row):
    """One required rate and what the plan pledges for it."""

    from_grade: str
    to_grade: str
    required: str
    base: int
    pledged: int | None

    @property
    def label(self) -> str:
        """一般党支部晋升先进."""
        return f"{self.from_grade}党支部晋升{self.to_grade}"

    @property
    def rate(self) -> Rate:
        """The pledge over the branches that could rise; 不适用 where nothing is pledged."""
        return Rate(self.pledged or 0, 0 if self.pledged is None else self.base)


@fact(
    "grade_starts",
    "定级情况",
    scope="committee",
    reads=("campaign", "branches.branch", "branches.baseline"),
)
def grade_starts(office: Office) -> tuple[GradeStart, ...]:
    """A row for each grade, low to high."""
    return tuple(_start(grade, office) for grade in office.grades)


@fact(
    "pledged_ratios",
    "承诺的晋升比例",
    scope="committee",
    reads=("campaign", "plan", "branches.baseline"),
)
def pledged_ratios(office: Office) -> tuple[PledgedRatio, ...]:
    """A row for each required rate, and for each that the plan pledges beyond them."""
    required = {(target.from_grade, target.to_grade): target.min for target in office.ratio_targets}
    pledged = {(p.from_grade, p.to_grade): p.pledged for p in office.committee.plan.ratio_pledges}
    return tuple(_ratio(office, pair, required.get(pair), pledged.get(pair)) for pair in required | pledged)


def _start(grade: str, office: Office) -> GradeStart:
    listed = [record for record in office.branches if record.baseline.grade == grade]
    return GradeStart(grade, Rate(len(listed), len(office.branches)), names(listed))


def _ratio(office: Office, pair: tuple[str, str], share: Decimal | None, pledged: int | None) -> PledgedRatio:
    return PledgedRatio(
        from_grade=pair[0],
        to_grade=pair[1],
        required="" if share is None else f"{percent_text(share)}以上",
        base=sum(record.baseline.grade == pair[0] for record in office.branches),
        pledged=pledged,
    )
