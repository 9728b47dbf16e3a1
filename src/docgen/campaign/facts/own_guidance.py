"""分类指导 for one branch: what the plan asks of the grade it starts from (R36-R38, R42)."""

from dataclasses import dataclass

from docgen.campaign.fact import Row, fact
from docgen.campaign.models.committee_process import GradeGuidance
from docgen.campaign.models.record import BranchRecord
from docgen.campaign.office import Office
from docgen.campaign.phrases import joined


@dataclass(frozen=True, slots=True)
class OwnGuidance(Row):
    """The theme, methods and focus of the branch's grade; "" where the plan has none for it."""

    theme: str
    methods_text: str
    focus_text: str


@fact("own_guidance", "本档次指导重点", reads=("plan", "baseline"))
def own_guidance(branch: BranchRecord, office: Office) -> OwnGuidance:
    """The guidance for the grade of the first grading."""
    grade = branch.baseline.grade
    classes = office.committee.plan.classification
    found = next((one for one in classes if grade and one.grade == grade), GradeGuidance())
    return OwnGuidance(found.theme, joined(found.methods), joined(found.focus))
