"""When the plan's stages run and when the assessments were held, in words for paper."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from docgen.campaign.fact import Row, fact
from docgen.campaign.models.committee_process import Stage
from docgen.campaign.office import Office
from docgen.campaign.phrases import period
from docgen.text.dates import cn_date


@dataclass(frozen=True, slots=True)
class StageRow(Row):
    """One stage of the plan with its days."""

    stage: Stage
    period_text: str


@fact("stage_rows", "步骤安排", scope="committee", reads=("plan",))
def stage_rows(office: Office) -> tuple[StageRow, ...]:
    """A row for each stage, in the plan's order."""
    return tuple(
        StageRow(stage, period(stage.from_day, stage.to_day)) for stage in office.committee.plan.stages
    )


@fact("acceptance_days", "验收日期", scope="committee", reads=("campaign", "final_evaluation"))
def acceptance_days(office: Office) -> str:
    """2012年12月10日至12月14日 when it was held on each working day between, else every day by name."""
    return _days_text(office.committee.final_evaluation.dates, office)


@fact("midterm_days", "七一前考评日期", scope="committee", reads=("campaign", "midterm_evaluation"))
def midterm_days(office: Office) -> str:
    """The days of the midterm assessment, in the same words."""
    return _days_text(office.committee.midterm_evaluation.dates, office)


def _days_text(held: Iterable[date], office: Office) -> str:
    days = sorted(set(held))
    if not days:
        return ""
    return period(days[0], days[-1]) if _unbroken(days, office) else "、".join(map(cn_date, days))


def _unbroken(days: Sequence[date], office: Office) -> bool:
    held = set(days)
    between = ((days[0] + timedelta(n)) for n in range((days[-1] - days[0]).days))
    return all(day in held or not office.calendar.is_workday(day) for day in between)
