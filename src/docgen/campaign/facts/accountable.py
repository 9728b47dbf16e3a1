"""责任追究 of one person: by name and post, and with what the agreement says of it (R41)."""

from dataclasses import dataclass

from docgen.campaign.fact import Row, fact
from docgen.campaign.models.committee_process import Accountability
from docgen.campaign.models.record import BranchRecord
from docgen.campaign.office import Office
from docgen.campaign.phrases import joined
from docgen.records.schema import Entity


@dataclass(frozen=True, slots=True)
class Accountable(Row):
    """The entry with posts from the registry; "" for whoever is not in it."""

    person_title: str
    interviewer_title: str
    form_text: str
    result_text: str


@fact("accountable", "追究对象", reads=("people", "branch", "target", "final"))
def accountable(branch: BranchRecord, office: Office, item: Entity | None) -> Accountable:
    """The entry that the paper is about."""
    entry = item if isinstance(item, Accountability) else Accountability()
    return Accountable(
        person_title=_title(entry.person, office),
        interviewer_title=_title(entry.interviewer, office),
        form_text=joined(entry.form),
        result_text=_result(branch),
    )


def _title(name: str, office: Office) -> str:
    person = office.people.get(name)
    return person.title if person else ""


def _result(branch: BranchRecord) -> str:
    """目标档次为先进，审定档次为一般."""
    aim, end = branch.target.grade, branch.final.grade
    return joined((f"目标档次为{aim}" if aim else "", f"审定档次为{end}" if end else ""), "，")
