"""How many branches rose, stayed and fell, and what they are graded in the end (R3, R5-R7)."""

from dataclasses import dataclass

from docgen.campaign.fact import Row, fact
from docgen.campaign.models.record import BranchRecord
from docgen.campaign.office import Office
from docgen.campaign.phrases import joined


@dataclass(frozen=True, slots=True)
class GradeChanges(Row):
    """Branches with a final grade, by how it differs from the first one."""

    graded: int
    risen: int
    kept: int
    fallen: int
    grades_text: str

    @property
    def sentence(self) -> str:
        """6个党支部中，审定为标兵的1个、先进的5个；晋升档次的4个、保持原档次的2个."""
        ways = (("晋升档次", self.risen), ("保持原档次", self.kept), ("降低档次", self.fallen))
        changes = joined(f"{way}的{number}个" for way, number in ways if number)
        told = joined((self.grades_text, changes), "；")
        return f"{self.graded}个党支部中，{told}。" if told else ""


@fact(
    "grade_changes",
    "晋升情况",
    scope="committee",
    reads=("campaign", "branches.baseline", "branches.final"),
)
def grade_changes(office: Office) -> GradeChanges:
    """The counts; a branch without one of its two grades counts for neither change."""
    graded = [record for record in office.branches if record.final.grade]
    steps = [step for record in graded if (step := _step(record, office)) is not None]
    return GradeChanges(
        graded=len(graded),
        risen=sum(step > 0 for step in steps),
        kept=steps.count(0),
        fallen=sum(step < 0 for step in steps),
        grades_text=_grades_text([record.final.grade for record in graded], office),
    )


def _step(record: BranchRecord, office: Office) -> int | None:
    start, end = office.rank(record.baseline.grade), office.rank(record.final.grade)
    return None if start is None or end is None else end - start


def _grades_text(grades: list[str], office: Office) -> str:
    """审定为标兵的1个、先进的5个, high to low."""
    found = [grade for grade in reversed(office.grades) if grade in grades]
    counts = joined(f"{grade}的{grades.count(grade)}个" for grade in found)
    return f"审定为{counts}" if counts else ""
