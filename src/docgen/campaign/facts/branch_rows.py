"""One line a branch, for the tables and reports of the committee."""

from dataclasses import dataclass
from decimal import Decimal

from docgen.campaign.fact import Row, fact
from docgen.campaign.facts.grade_rows import change_text
from docgen.campaign.facts.grades import achieved, names
from docgen.campaign.facts.members import MemberCounts, count_members
from docgen.campaign.facts.problem_counts import ProblemCounts, count
from docgen.campaign.facts.satisfaction import satisfied_rate
from docgen.campaign.facts.scores import final_total
from docgen.campaign.models.record import BranchRecord
from docgen.campaign.office import Office
from docgen.campaign.rate import Rate


@dataclass(frozen=True, slots=True)
class BranchRow(Row):
    """A branch from its first grade to its last; None and "" while there is no result."""

    seq: int
    record: BranchRecord
    members: MemberCounts
    problem_counts: ProblemCounts
    total: Decimal | None
    satisfaction: Rate
    promoted: bool | None
    change_text: str
    reached: bool | None


@fact(
    "branch_rows",
    "支部一览",
    scope="committee",
    reads=(
        "campaign",
        "branches.branch",
        "branches.baseline",
        "branches.target",
        "branches.problems",
        "branches.midterm",
        "branches.final",
    ),
)
def branch_rows(office: Office) -> tuple[BranchRow, ...]:
    """A row for each branch, in the committee's order."""
    return tuple(_row(seq, record, office) for seq, record in enumerate(office.branches, start=1))


def _row(seq: int, record: BranchRecord, office: Office) -> BranchRow:
    rubric, ballot = office.campaign.rubric, record.final.satisfaction
    return BranchRow(
        seq=seq,
        record=record,
        members=count_members(record.branch.members),
        problem_counts=count(record.problems),
        total=final_total(record.final, rubric.weights),
        satisfaction=satisfied_rate(ballot, rubric.satisfied_options) if ballot.counts else Rate(0, 0),
        promoted=_promoted(record, office),
        change_text=change_text(record.baseline.grade, record.final.grade),
        reached=achieved(record, office),
    )


def _promoted(record: BranchRecord, office: Office) -> bool | None:
    start, end = office.rank(record.baseline.grade), office.rank(record.final.grade)
    return None if start is None or end is None else end > start


@fact("commended_names", "表扬支部", scope="committee", reads=("branches.branch", "branches.midterm"))
def commended_names(office: Office) -> str:
    """Branches praised at the midterm assessment, by their own outcome."""
    return names(record for record in office.branches if record.midterm.outcome == "表扬")


@fact("criticised_names", "批评支部", scope="committee", reads=("branches.branch", "branches.midterm"))
def criticised_names(office: Office) -> str:
    """Branches criticised at the midterm assessment, by their own outcome."""
    return names(record for record in office.branches if record.midterm.outcome == "批评并限期整改")
