"""Working days: Monday to Friday without the holidays, with the days worked in their stead."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

_ONE_DAY = timedelta(days=1)
_FRIDAY = 4


@dataclass(frozen=True, slots=True, init=False)
class Calendar:
    """The working days of an office. A day that is in both lists is worked."""

    holidays: frozenset[date]
    extra: frozenset[date]

    def __init__(self, holidays: Iterable[date] = (), extra: Iterable[date] = ()) -> None:
        object.__setattr__(self, "holidays", frozenset(holidays))
        object.__setattr__(self, "extra", frozenset(extra))

    def is_workday(self, day: date) -> bool:
        """Whether the office works on `day`."""
        return day in self.extra or (day.weekday() <= _FRIDAY and day not in self.holidays)

    def count(self, start: date, end: date) -> int:
        """Working days from `start` to `end`, both included; 0 when `end` comes first."""
        if end < start:
            return 0
        listed = {day for day in self.holidays | self.extra if start <= day <= end}
        plain = sum(day.weekday() <= _FRIDAY for day in listed)
        return _weekdays(start, end) - plain + sum(self.is_workday(day) for day in listed)

    def add(self, day: date, workdays: int) -> date:
        """The so-manieth working day after `day` (before it, when negative); 0 gives `day`.

        The last day of a notice of five working days is `add(start - one day, 5)`: its first day counts.
        """
        step = _ONE_DAY if workdays > 0 else -_ONE_DAY
        left = abs(workdays)
        while left:
            day += step
            left -= self.is_workday(day)
        return day


def _weekdays(start: date, end: date) -> int:
    weeks, rest = divmod((end - start).days + 1, 7)
    return weeks * 5 + sum((start.weekday() + day) % 7 <= _FRIDAY for day in range(rest))
