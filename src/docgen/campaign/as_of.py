"""The day by which things are due (domain.md 6.1, J23)."""

from collections.abc import Iterator
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
        return today
    return max(_events(office.committee, *office.branches), default=today)


def _events(*values: object) -> Iterator[date]:
    for value in values:
        if isinstance(value, date):
            yield value
        elif isinstance(value, tuple):
            yield from _events(*value)
        elif isinstance(value, Entity):
            kept = (name for name in value.model_fields_set if name not in _NO_EVENTS)
            yield from _events(*(getattr(value, name) for name in kept))
