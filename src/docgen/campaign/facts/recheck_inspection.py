"""回头看 in the course of an inspection: the one that was at the branch on that day (R45, R56)."""

from docgen.campaign.fact import fact
from docgen.campaign.models.committee_process import Inspection
from docgen.campaign.models.problem import Problem
from docgen.campaign.models.record import BranchRecord
from docgen.campaign.office import Office
from docgen.campaign.phrases import joined
from docgen.records.schema import Entity


@fact("recheck_inspection", "复查时的督查", reads=("branch", "inspections"))
def recheck_inspection(branch: BranchRecord, office: Office, item: Entity | None) -> str:
    """JC-4，随机抽查、面上指导; "" where no inspection was at the branch on the day of the second look."""
    day = item.recheck.date if isinstance(item, Problem) else None
    held = office.committee.inspections if day else ()
    found = next((one for one in held if one.date == day and branch.branch.id in one.branches), Inspection())
    return joined((found.id, joined((found.mode, found.scope))), "，")
