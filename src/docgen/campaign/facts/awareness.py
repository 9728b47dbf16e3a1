"""知晓率、参与率: of each branch by its own survey, and of all together (R59)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from docgen.campaign.fact import Row, fact
from docgen.campaign.office import Office
from docgen.campaign.rate import Rate

_READS = ("branches.branch", "branches.publicity", "publicity")


@dataclass(frozen=True, slots=True)
class AwarenessRow(Row):
    """One survey; counts are None where they are not filled. Both rates are over the sample (J8)."""

    seq: int
    name: str
    surveyed_on: date | None
    sample: int | None
    aware: int | None
    participated: int | None

    @property
    def aware_rate(self) -> Rate:
        """知晓率."""
        return _rate(self.aware, self.sample)

    @property
    def participation_rate(self) -> Rate:
        """参与率."""
        return _rate(self.participated, self.sample)


@fact("awareness_rows", "支部知晓率参与率", scope="committee", reads=_READS)
def awareness_rows(office: Office) -> tuple[AwarenessRow, ...]:
    """A row for each branch, in the committee's order."""
    return tuple(
        AwarenessRow(
            seq,
            record.branch.short_name or record.branch.id,
            (found := record.publicity.awareness).surveyed_on,
            found.sample,
            found.aware,
            found.participated,
        )
        for seq, record in enumerate(office.branches, start=1)
    )


@fact("awareness_total", "知晓率参与率合计", scope="committee", reads=_READS)
def awareness_total(office: Office) -> AwarenessRow:
    """The sums over the branches; the committee's own survey where no branch has one."""
    rows, survey = awareness_rows(office), office.committee.publicity.survey
    surveyed = [row for row in rows if row.sample is not None]
    if not surveyed:
        return AwarenessRow(0, "合计", survey.date, survey.sample, survey.aware, survey.participated)
    return AwarenessRow(
        0,
        "合计",
        survey.date,
        _sum(row.sample for row in surveyed),
        _sum(row.aware for row in surveyed),
        _sum(row.participated for row in surveyed),
    )


def _sum(counts: Iterable[int | None]) -> int | None:
    known = [count for count in counts if count is not None]
    return sum(known) if known else None


def _rate(part: int | None, sample: int | None) -> Rate:
    return Rate(part or 0, 0 if part is None else sample or 0)
