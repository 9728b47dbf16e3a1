"""Who rose: branches by grade at the start, as pledged and at the end, and the rates (R3, R5-R7)."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from docgen.campaign.fact import Row, fact
from docgen.campaign.facts.scores import final_total
from docgen.campaign.models.record import BranchRecord
from docgen.campaign.office import Office
from docgen.campaign.phrases import joined
from docgen.campaign.rate import Rate
from docgen.text.numerals import percent_text


@dataclass(frozen=True, slots=True)
class GradeCount(Row):
    """The branches of one grade at the three times."""

    grade: str
    at_baseline: int
    at_target: int
    at_final: int
    baseline_names: str
    target_names: str
    final_names: str


@dataclass(frozen=True, slots=True)
class Ratio(Row):
    """One required rate: what the plan pledges, what the branches plan, what was achieved."""

    from_grade: str
    to_grade: str
    required: str
    required_share: Decimal | None
    label: str
    base: int
    pledged: int | None
    planned: int
    achieved: int
    planned_names: str
    achieved_names: str

    @property
    def pledged_rate(self) -> Rate:
        """The plan's pledge over the branches that could rise; 不适用 where nothing is pledged."""
        return Rate(self.pledged or 0, 0 if self.pledged is None else self.base)

    @property
    def planned_rate(self) -> Rate:
        """Branches whose target is the rise, over those that could."""
        return Rate(self.planned, self.base)

    @property
    def achieved_rate(self) -> Rate:
        """Branches that rose, over those that could."""
        return Rate(self.achieved, self.base)

    @property
    def is_met(self) -> bool | None:
        """Whether the achieved rate is what is required; None where none is, or nobody could rise."""
        if self.required_share is None or not self.base:
            return None
        return self.achieved_rate >= self.required_share


def names(records: Iterable[BranchRecord]) -> str:
    """机关第一党支部、学生第一党支部."""
    return joined(record.branch.short_name or record.branch.id for record in records)


def reaches(office: Office, grade: str, to_grade: str) -> bool:
    """Whether one grade is at least the other; an unknown grade reaches nothing."""
    rank, wanted = office.rank(grade), office.rank(to_grade)
    return rank is not None and wanted is not None and rank >= wanted


def achieved(record: BranchRecord, office: Office) -> bool | None:
    """Whether the target's grade and score are both reached (J5); None before there is a result."""
    if not record.final.grade or not record.target.grade:
        return None
    total = final_total(record.final, office.campaign.rubric.weights)
    score = record.target.score
    enough = score is None or (total is not None and total >= score)
    return reaches(office, record.final.grade, record.target.grade) and enough


@fact(
    "grade_counts",
    "档次统计",
    scope="committee",
    reads=("campaign", "branches.branch", "branches.baseline", "branches.target", "branches.final"),
)
def grade_counts(office: Office) -> tuple[GradeCount, ...]:
    """A row for each grade, low to high."""
    return tuple(_grade_count(grade, office.branches) for grade in office.grades)


def _grade_count(grade: str, records: tuple[BranchRecord, ...]) -> GradeCount:
    start = [record for record in records if record.baseline.grade == grade]
    target = [record for record in records if record.target.grade == grade]
    end = [record for record in records if record.final.grade == grade]
    return GradeCount(grade, len(start), len(target), len(end), names(start), names(target), names(end))


@fact(
    "ratios",
    "晋升比例",
    scope="committee",
    reads=("campaign", "plan", "branches.branch", "branches.baseline", "branches.target", "branches.final"),
)
def ratios(office: Office) -> tuple[Ratio, ...]:
    """A row for each required rate."""
    return tuple(_ratio(office, t.from_grade, t.to_grade, t.min) for t in office.ratio_targets)


def _ratio(office: Office, low: str, high: str, share: Decimal | None) -> Ratio:
    base = [record for record in office.branches if record.baseline.grade == low]
    planned = [record for record in base if reaches(office, record.target.grade, high)]
    risen = [record for record in base if reaches(office, record.final.grade, high)]
    return Ratio(
        from_grade=low,
        to_grade=high,
        required="" if share is None else f"{percent_text(share)}以上",
        required_share=share,
        label=f"{low}党支部晋升{high}率",
        base=len(base),
        pledged=_pledged(office, low, high),
        planned=len(planned),
        achieved=len(risen),
        planned_names=names(planned),
        achieved_names=names(risen),
    )


def _pledged(office: Office, low: str, high: str) -> int | None:
    pledges = office.committee.plan.ratio_pledges
    return next((p.pledged for p in pledges if (p.from_grade, p.to_grade) == (low, high)), None)
