"""R15 管好用好组织阵地，年内完成改造升级 (part two, step two)."""

from collections.abc import Iterator

from docgen.campaign.days import two
from docgen.campaign.limits import venue_not_after
from docgen.campaign.models.campaign import Campaign
from docgen.campaign.models.record import BranchRecord
from docgen.campaign.owed import owed
from docgen.campaign.rule import Hit, rule
from docgen.findings import Severity

_FIELD = "goals.venue"
_SEED = "要在管好用好组织阵地上实现新提升，年内完成改造升级计划"


@rule("R15", due="S2", severity=Severity.ERROR, remedy="补上这一项，时限定在年内", seed=_SEED)
def venue_within_the_year(branch: BranchRecord, campaign: Campaign) -> Iterator[Hit]:
    """目标体系里有组织阵地的目标，写明内容和时限，时限不晚于“阵地改造截止日”（没有写的按当年 12 月 31 日）。

    正确::

        goals: {venue: {text: 改造活动室。, deadline: 2013-12-31}}

    错误::

        goals: {venue: {text: 改造活动室。, deadline: 2014-01-10}}
    """
    venue, last = branch.goals.venue, venue_not_after(campaign)
    if not venue:
        yield Hit(_FIELD, "没有组织阵地这一项目标")
        return
    yield from owed(venue, _FIELD, "text", "deadline")
    if venue.deadline and last and venue.deadline > last:
        planned, limit = two(venue.deadline, last)
        yield Hit(f"{_FIELD}.deadline", f"阵地改造的时限 {planned}晚于 {limit}")


@rule(
    "R15",
    due="S10",
    severity=Severity.WARNING,
    remedy="完成的写上完成日期；没有完成的在自查报告中说明",
    seed=_SEED,
)
def venue_done_within_the_year(branch: BranchRecord, campaign: Campaign) -> Iterator[Hit]:
    """年底时，阵地改造已经完成，写明完成日期，不晚于“阵地改造截止日”。

    正确::

        goals: {venue: {done_on: 2013-10-30}}

    错误::

        goals: {venue: {done_on: }}
    """
    venue, last = branch.goals.venue, venue_not_after(campaign)
    if not venue:
        return
    if venue.done_on is None:
        yield Hit(f"{_FIELD}.done_on", "阵地改造没有写完成日期")
    elif last and venue.done_on > last:
        done, limit = two(venue.done_on, last)
        yield Hit(f"{_FIELD}.done_on", f"阵地改造 {done}完成，晚于 {limit}")
