"""Days on which a branch was assessed, and which the committee's list of days has not."""

from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date

from docgen.campaign.models.record import BranchRecord
from docgen.campaign.office import Office
from docgen.campaign.rule import Hit
from docgen.text.dates import month_day


def unplanned(
    office: Office,
    day_of: Callable[[BranchRecord], date | None],
    field: str,
    planned: tuple[date, ...],
    at: str,
) -> Iterator[Hit]:
    """A hit at each `field` whose day is not planned; at the list `at` where branches share the day."""
    found = [(record, day) for record in office.branches if (day := day_of(record)) and day not in planned]
    shared = Counter(day for _, day in found)
    days = "、".join(month_day(one) for one in planned)
    for day in (day for day, times in shared.items() if planned and times > 1):
        yield Hit(at, f"{shared[day]} 个党支部的日期是 {month_day(day)}，党委记录里只有 {days}")
    for record, day in found:
        if planned and shared[day] == 1:
            yield Hit(field, f"日期 {month_day(day)}不在党委记录的日期（{days}）之内", branch=record)
