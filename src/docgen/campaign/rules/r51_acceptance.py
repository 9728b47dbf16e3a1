"""R51 年底前按划档定级办法考评验收 (part three)."""

from collections.abc import Iterator
from datetime import date

from docgen.campaign.days import two
from docgen.campaign.limits import final_not_after
from docgen.campaign.models.campaign import Campaign
from docgen.campaign.models.record import BranchRecord, CommitteeRecord
from docgen.campaign.office import Office
from docgen.campaign.planned_days import unplanned
from docgen.campaign.rule import Hit, rule
from docgen.findings import Severity

_SEED = "年底前，党委将按照基层党组织划档定级办法…进行考评验收"


@rule("R51", severity=Severity.ERROR, remedy="核对验收日期", seed=_SEED)
def accepted_within_the_year(branch: BranchRecord, campaign: Campaign) -> Iterator[Hit]:
    """验收日期不晚于“年底验收截止日”（没有写的按 12 月 31 日）。

    正确::

        final: {date: 2013-12-31}

    错误::

        final: {date: 2014-01-02}
    """
    yield from _late("final.date", branch.final.date, campaign)


@rule("R51", severity=Severity.ERROR, remedy="核对验收日期", scope="committee", seed=_SEED)
def acceptance_planned_within_the_year(committee: CommitteeRecord, campaign: Campaign) -> Iterator[Hit]:
    """党委记录里的验收日期，也都不晚于截止日。

    正确::

        final_evaluation: {dates: [2013-12-09, 2013-12-31]}

    错误::

        final_evaluation: {dates: [2013-12-09, 2014-01-02]}
    """
    for index, day in enumerate(committee.final_evaluation.dates):
        yield from _late(f"final_evaluation.dates[{index}]", day, campaign)


def _late(field: str, day: date | None, campaign: Campaign) -> Iterator[Hit]:
    last = final_not_after(campaign)
    if day and last and day > last:
        held, limit = two(day, last)
        yield Hit(field, f"验收日期 {held}晚于年底验收截止日 {limit}")


@rule("R51", severity=Severity.WARNING, remedy="核对两处的验收日期，改正其中一处", scope="office", seed=_SEED)
def accepted_on_a_planned_day(office: Office) -> Iterator[Hit]:
    """支部的验收日期，是党委记录“验收日期”里的一天。

    正确::

        final: {date: 2013-12-10}
        final_evaluation: {dates: [2013-12-09, 2013-12-10]}

    错误::

        final: {date: 2013-12-06}
        final_evaluation: {dates: [2013-12-09, 2013-12-10]}
    """
    last, posted = final_not_after(office.campaign), office.committee.final_evaluation.result_notice.start

    def day_of(record: BranchRecord) -> date | None:
        day, applied = record.final.date, record.final.applied_on
        told = day and ((last and day > last) or (posted and day >= posted) or (applied and day < applied))
        return None if told else day  # out of order, it is told there

    planned = office.committee.final_evaluation.dates
    yield from unplanned(office, day_of, "final.date", planned, "final_evaluation.dates")
