"""The day by which things are due (domain.md 6.1, J23)."""

from collections.abc import Iterable, Iterator
from datetime import date

from docgen.campaign.office import Office
from docgen.records.schema import Entity

# Days that are set beforehand: no event has happened on them yet.
_NO_EVENTS = frozenset(
    {
        "by",
        "calendar",
        "deadline",
        "due",
        "due_on",
        "expires_on",
        "new_deadline",
        "period",
        "planned_on",
        "rules",
        "stages",
    }
)


def default_as_of(office: Office, today: date) -> date:
    """Today; once the grades are published, the date of the last event in the records."""
    if office.committee.grade_confirmation.notice.date is None:
        return today  # without a look at every record
    days = [last_event(record) for record in (office.committee, *office.branches)]
    return latest(days, office, today)


def latest(events: Iterable[date | None], office: Office, today: date) -> date:
    """The as-of day of an office whose records have these last events."""
    if office.committee.grade_confirmation.notice.date is None:
        return today
    return max((day for day in events if day is not None), default=today)


def last_event(record: Entity) -> date | None:
    """The day of the last event in the record."""
    return max(_events(record), default=None)


def _events(*values: object) -> Iterator[date]:
    for value in values:
        if isinstance(value, date):
            yield value
        elif isinstance(value, tuple):
            yield from _events(*value)
        elif isinstance(value, Entity):
            kept = (name for name in value.model_fields_set if name not in _NO_EVENTS)
            yield from _events(*(getattr(value, name) for name in kept))
