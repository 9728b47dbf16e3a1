"""责任追究 with the branch's name instead of its id."""

from dataclasses import dataclass

from docgen.campaign.fact import Row, fact
from docgen.campaign.models.committee_process import Accountability
from docgen.campaign.office import Office
from docgen.campaign.phrases import joined


@dataclass(frozen=True, slots=True)
class AccountabilityRow(Row):
    """One entry; `entry` is the record's."""

    entry: Accountability
    branch_name: str
    form_text: str


@fact(
    "accountability_rows",
    "责任追究",
    scope="committee",
    reads=("committee", "accountability", "branches.branch"),
)
def accountability_rows(office: Office) -> tuple[AccountabilityRow, ...]:
    """A row for each entry."""
    return tuple(
        AccountabilityRow(entry, office.branch_name(entry.branch), joined(entry.form))
        for entry in office.committee.accountability
    )
