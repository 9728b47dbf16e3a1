"""分类指导: what each grade is guided to, and which branches that concerns (R36-R38, R42)."""

from dataclasses import dataclass

from docgen.campaign.fact import Row, fact
from docgen.campaign.facts.grades import names
from docgen.campaign.models.committee_process import GradeGuidance
from docgen.campaign.models.record import BranchRecord
from docgen.campaign.office import Office
from docgen.campaign.phrases import joined


@dataclass(frozen=True, slots=True)
class GuidanceRow(Row):
    """One grade's theme, methods, focus and branches."""

    grade: str
    theme: str
    methods_text: str
    focus_text: str
    branches: int
    branches_text: str
    targets_text: str


@fact(
    "guidance_rows",
    "分类目标和指导重点",
    scope="committee",
    reads=("plan", "branches.branch", "branches.baseline", "branches.target"),
)
def guidance_rows(office: Office) -> tuple[GuidanceRow, ...]:
    """A row for each grade that the plan guides, in the plan's order."""
    return tuple(_row(guidance, office) for guidance in office.committee.plan.classification)


def _row(guidance: GradeGuidance, office: Office) -> GuidanceRow:
    concerned = [record for record in office.branches if record.baseline.grade == guidance.grade]
    return GuidanceRow(
        grade=guidance.grade,
        theme=guidance.theme,
        methods_text=joined(guidance.methods),
        focus_text=joined(guidance.focus),
        branches=len(concerned),
        branches_text=names(concerned),
        targets_text=_targets(concerned),
    )


def _targets(records: list[BranchRecord]) -> str:
    """晋升先进3个、本档提升1个."""
    aims = [_aim(record) for record in records if record.target.grade]
    return "、".join(f"{aim}{aims.count(aim)}个" for aim in dict.fromkeys(aims))


def _aim(record: BranchRecord) -> str:
    same = record.target.grade == record.baseline.grade
    return record.target.mode or "本档提升" if same else f"晋升{record.target.grade}"
