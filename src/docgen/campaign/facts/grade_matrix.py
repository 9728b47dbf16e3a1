"""From which grade to which: the branches counted by their first grade and their last."""

from dataclasses import dataclass

from docgen.campaign.fact import Row, fact
from docgen.campaign.models.record import BranchRecord
from docgen.campaign.office import Office

TOTAL = "合计"
_UNRATED, _UNDECIDED = "未定级", "尚未审定"


@dataclass(frozen=True, slots=True)
class MatrixRow(Row):
    """The branches that start from one grade, by the grade they end with; the last count is their sum."""

    name: str
    counts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class GradeMatrix(Row):
    """Columns are the final grades, low to high, the undecided where there are any, and the sum."""

    columns: tuple[str, ...]
    rows: tuple[MatrixRow, ...]
    decided: int  # branches that have their final grade


@fact(
    "grade_matrix",
    "档次变化",
    scope="committee",
    reads=("campaign", "branches.baseline", "branches.final"),
)
def grade_matrix(office: Office) -> GradeMatrix:
    """A row for each grade of the start, and the sums."""
    starts = [record.baseline.grade for record in office.branches]
    ends = [record.final.grade for record in office.branches]
    down, across = _series(office, starts), _series(office, ends)
    rows = [MatrixRow(start or _UNRATED, _counts(office, across, start)) for start in down]
    sums = tuple(sum(column) for column in zip(*(row.counts for row in rows), strict=True))
    return GradeMatrix(
        columns=(*(end or _UNDECIDED for end in across), TOTAL),
        rows=(*rows, MatrixRow(TOTAL, sums)),
        decided=sum(end != "" for end in ends),
    )


def _series(office: Office, found: list[str]) -> list[str]:
    """The grades, then those that are none of them, then "" for the branches without one."""
    return list(dict.fromkeys((*office.grades, *filter(None, found), *([""] if "" in found else []))))


def _counts(office: Office, across: list[str], start: str) -> tuple[int, ...]:
    def moved(record: BranchRecord, end: str) -> bool:
        return (record.baseline.grade, record.final.grade) == (start, end)

    counts = [sum(moved(record, end) for record in office.branches) for end in across]
    return (*counts, sum(counts))
