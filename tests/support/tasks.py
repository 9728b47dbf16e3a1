"""What is to be done in a good office on a day."""

from datetime import date, timedelta
from typing import Any

from docgen.campaign.agenda import Item, agenda
from support.records import branch_data, make_office

ONE_DAY = timedelta(days=1)


def items_on(day: str, committee: dict[str, Any] | None = None, **changes: Any) -> dict[str, Item]:
    """The items on this day of the good branch Z01 and its committee, with changes, by field."""
    office = make_office(branch_data("Z01", **changes), **(committee or {}))
    return {item.task.field: item for item in agenda(office, "DW", {}, date.fromisoformat(day))}


def stands_until(field: str, day: str, committee: dict[str, Any] | None = None, **changes: Any) -> Item:
    """The item for `field`, which is listed on the day before and no longer on `day`."""
    before = items_on((date.fromisoformat(day) - ONE_DAY).isoformat(), committee, **changes)
    assert field in before
    assert field not in items_on(day, committee, **changes)
    return before[field]
