"""工作成果 with the name of whose it is (R35)."""

from dataclasses import dataclass

from docgen.campaign.fact import Row, fact
from docgen.campaign.models.committee_process import Achievement
from docgen.campaign.office import Office


@dataclass(frozen=True, slots=True)
class AchievementRow(Row):
    """One achievement; `achievement` is the record's."""

    seq: int
    achievement: Achievement
    owner_name: str


@fact(
    "achievement_rows",
    "成果清单",
    scope="committee",
    reads=("committee", "achievements", "branches.branch"),
)
def achievement_rows(office: Office) -> tuple[AchievementRow, ...]:
    """A row for each, in the record's order."""
    return tuple(
        AchievementRow(seq, one, office.branch_name(one.owner))
        for seq, one in enumerate(office.committee.achievements, start=1)
    )
