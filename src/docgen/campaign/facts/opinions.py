"""What was heard while problems were looked for, and what became of it (R8, D20)."""

from collections.abc import Iterator
from dataclasses import dataclass

from docgen.campaign.fact import Row, fact
from docgen.campaign.facts.dossiers import file_number
from docgen.campaign.models.branch import Activity
from docgen.campaign.models.problem import Problem
from docgen.campaign.models.record import BranchRecord
from docgen.campaign.phrases import joined
from docgen.records.schema import Entity
from docgen.text.dates import month_day

_SUMMARY = ("D20", "汇总表")  # 补充文字: one opinion a line


@dataclass(frozen=True, slots=True)
class OpinionRow(Row):
    """One line of the summary; what nobody wrote down is "" and left to be filled in by hand."""

    text: str
    source: str
    area: str
    handling: str
    no: str


@dataclass(frozen=True, slots=True)
class OpinionTotals(Row):
    """What the looking for problems came to; None where no activity tells a number."""

    activities: int
    participants: int | None
    opinions: int | None
    filed: int


@dataclass(frozen=True, slots=True)
class FiledProblem(Row):
    """A problem that cites the activity."""

    no: str
    problem: Problem


@fact("opinion_rows", "意见建议", reads=("branch", "diagnosis", "problems", "texts"))
def opinion_rows(branch: BranchRecord) -> tuple[OpinionRow, ...]:
    """The problems filed, then what else was said or written down."""
    return (*_filed(branch), *_said(branch), *_written(branch))


@fact("opinion_totals", "意见统计", reads=("diagnosis", "problems"))
def opinion_totals(branch: BranchRecord) -> OpinionTotals:
    """The sums over the activities."""
    held = branch.diagnosis.activities
    return OpinionTotals(
        activities=len(held),
        participants=_sum(one.participants for one in held),
        opinions=_sum(one.opinions for one in held),
        filed=len(branch.problems),
    )


@fact("activity_problems", "据此立档的问题", reads=("branch", "diagnosis", "problems"))
def activity_problems(branch: BranchRecord, item: Entity | None) -> tuple[FiledProblem, ...]:
    """The problems that cite the activity which the paper is about."""
    cited = item.id if isinstance(item, Activity) else ""
    return tuple(
        FiledProblem(file_number(branch.branch.id, problem.id), problem)
        for problem in branch.problems
        if cited and cited in problem.sources
    )


def _filed(branch: BranchRecord) -> Iterator[OpinionRow]:
    sources = {activity.id: source_text(activity) for activity in branch.diagnosis.activities if activity.id}
    for problem in branch.problems:
        heard = joined(sources.get(source, source) for source in problem.sources)
        no = file_number(branch.branch.id, problem.id)
        yield OpinionRow(problem.title, heard, problem.area, "立档", no)


def _said(branch: BranchRecord) -> Iterator[OpinionRow]:
    for activity in branch.diagnosis.activities:
        yield from (OpinionRow(point, source_text(activity), "", "", "") for point in activity.points)


def _written(branch: BranchRecord) -> Iterator[OpinionRow]:
    kind, section = _SUMMARY
    for line in branch.texts.get(kind, {}).get(section, "").splitlines():
        if line.strip():
            yield OpinionRow(line.strip(), "", "", "", "")


def source_text(activity: Activity) -> str:
    """座谈会（6月1日）."""
    day = f"（{month_day(activity.date)}）" if activity.date else ""
    return f"{activity.kind or activity.id}{day}"


def _sum(numbers: Iterator[int | None]) -> int | None:
    known = [number for number in numbers if number is not None]
    return sum(known) if known else None
