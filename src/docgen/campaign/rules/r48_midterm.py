"""R48 “七一”前对每个党支部考评一次 (part three)."""

from collections.abc import Iterator
from datetime import date

from docgen.campaign.days import two
from docgen.campaign.limits import midterm_before
from docgen.campaign.models.campaign import Campaign
from docgen.campaign.models.record import BranchRecord, CommitteeRecord
from docgen.campaign.office import Office
from docgen.campaign.owed import owed
from docgen.campaign.planned_days import unplanned
from docgen.campaign.rule import Hit, rule
from docgen.campaign.score_faults import sheet_faults
from docgen.campaign.score_sheets import sheets
from docgen.findings import Severity

_SEED = "在“七一”前，对每一个党支部整改落实情况进行一次考评"


@rule("R48", severity=Severity.ERROR, remedy="补上考评的日期、得分和结果", seed=_SEED)
def every_branch_assessed(branch: BranchRecord, office: Office, as_of: date | None) -> Iterator[Hit]:
    """到“七一”（或者已经通报、已经验收），每个党支部都有考评的日期、各项得分、总分。

    正确::

        midterm: {date: 2013-06-25, scores: {dossier: 35, work: 55}, total: 90, outcome: 表扬}

    错误::

        midterm:
    """
    if not branch.midterm:
        if _is_past(branch, office, as_of):
            yield Hit("midterm", "没有“七一”前考评的记录")
    elif branch.midterm.outcome or _is_past(branch, office, as_of):
        yield from owed(branch.midterm, "midterm", "date", "scores", "total")


def _is_past(branch: BranchRecord, office: Office, as_of: date | None) -> bool:
    limit, told = midterm_before(office.campaign), office.committee.midterm_evaluation.bulletin.date
    if as_of is None:
        return bool(told or branch.final)
    return bool((limit and limit <= as_of) or (told and told <= as_of))


@rule("R48", severity=Severity.ERROR, remedy="核对考评日期", seed=_SEED)
def assessed_before_the_day(branch: BranchRecord, campaign: Campaign) -> Iterator[Hit]:
    """考评日期在“七一前考评截止日”（没有写的按 7 月 1 日）之前。

    正确::

        midterm: {date: 2013-06-30}

    错误::

        midterm: {date: 2013-07-01}
    """
    yield from _late("midterm.date", branch.midterm.date, campaign)


@rule("R48", severity=Severity.ERROR, remedy="核对考评日期", scope="committee", seed=_SEED)
def assessments_planned_before_the_day(committee: CommitteeRecord, campaign: Campaign) -> Iterator[Hit]:
    """党委记录里的考评日期，也都在截止日之前。

    正确::

        midterm_evaluation: {dates: [2013-06-25, 2013-06-30]}

    错误::

        midterm_evaluation: {dates: [2013-06-25, 2013-07-01]}
    """
    for index, day in enumerate(committee.midterm_evaluation.dates):
        yield from _late(f"midterm_evaluation.dates[{index}]", day, campaign)


def _late(field: str, day: date | None, campaign: Campaign) -> Iterator[Hit]:
    limit = midterm_before(campaign)
    if day and limit and day >= limit:
        held, before = two(day, limit)
        yield Hit(field, f"考评日期 {held}，应在 {before}之前")


@rule("R48", severity=Severity.WARNING, remedy="核对两处的考评日期，改正其中一处", scope="office", seed=_SEED)
def assessed_on_a_planned_day(office: Office) -> Iterator[Hit]:
    """支部的考评日期，是党委记录“考评日期”里的一天。

    正确::

        midterm: {date: 2013-06-25}
        midterm_evaluation: {dates: [2013-06-25]}

    错误::

        midterm: {date: 2013-06-24}
        midterm_evaluation: {dates: [2013-06-25]}
    """
    issued, limit = office.campaign.issued_on, midterm_before(office.campaign)

    def day_of(record: BranchRecord) -> date | None:
        day = record.midterm.date
        beyond = day and ((issued and day < issued) or (limit and day >= limit))
        return None if beyond else day  # beyond the limits, it is told there

    planned = office.committee.midterm_evaluation.dates
    yield from unplanned(office, day_of, "midterm.date", planned, "midterm_evaluation.dates")


@rule("R48", severity=Severity.ERROR, remedy="核对评分表，改正写错的得分", seed=_SEED)
def midterm_scores_add_up(branch: BranchRecord, campaign: Campaign) -> Iterator[Hit]:
    """考评得分按“七一前考评指标”逐项打，每项不超过满分，总分等于各项得分之和。

    正确::

        midterm: {scores: {dossier: 35, work: 55}, total: 90}

    错误::

        midterm: {scores: {dossier: 35, work: 55}, total: 91}

    错误::

        midterm: {scores: {dossier: 45, work: 55}, total: 100}

    错误::

        midterm: {scores: {dossier: 35, works: 55}, total: 90}
    """
    for sheet in sheets("midterm", branch, campaign):
        yield from sheet_faults(sheet)
