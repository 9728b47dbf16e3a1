"""The dossier of the one problem that a form is about, and what became of its closing (R54, R56)."""

from dataclasses import dataclass

from docgen.campaign.fact import Row, fact
from docgen.campaign.facts.dossiers import CARRIED, CLOSED, file_number, reached, target_text
from docgen.campaign.models.problem import Problem
from docgen.campaign.models.record import BranchRecord
from docgen.campaign.phrases import quantity
from docgen.records.schema import Entity


@dataclass(frozen=True, slots=True)
class OwnDossier(Row):
    """The problem's number, target and result in words; `closing_choice` is "" while nobody has decided."""

    no: str
    target_text: str
    result_text: str
    reached: bool | None
    closing_choice: str


@fact("own_dossier", "本问题档案", reads=("branch",))
def own_dossier(branch: BranchRecord, item: Entity | None) -> OwnDossier:
    """The dossier of the problem that the paper is about."""
    problem = item if isinstance(item, Problem) else Problem()
    return OwnDossier(
        no=file_number(branch.branch.id, problem.id) if problem.id else "",
        target_text=target_text(problem.target),
        result_text=quantity(problem.result_value, problem.target.unit),
        reached=reached(problem),
        closing_choice=_choice(problem),
    )


def _choice(problem: Problem) -> str:
    if problem.status == CLOSED and problem.closure.closed_on:
        return "同意销号"
    return "不同意销号" if problem.status == CARRIED and problem.closure.applied_on else ""
