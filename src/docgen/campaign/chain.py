"""Days that must follow each other, and which of them is the wrong one where they do not.

Two days in the wrong order do not tell which was mistyped. The days around them often do: the wrong one
is the one without which the others are in order.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened: at which field it is written, what messages call it, and when it was."""

    field: str
    name: str
    day: date


@dataclass(frozen=True, slots=True)
class Break:
    """Two neighbours out of order: `earlier` should come first, and `wrong` is the one to be corrected."""

    earlier: Event
    later: Event
    wrong: Event


def breaks(events: Sequence[Event]) -> Iterator[Break]:
    """Every pair of neighbours of which the second happened before the first."""
    for index, (earlier, later) in enumerate(pairwise(events)):
        if later.day < earlier.day:
            without_earlier = _in_order([*events[:index], *events[index + 1 :]])
            without_later = _in_order([*events[: index + 1], *events[index + 2 :]])
            wrong = earlier if without_earlier and not without_later else later
            yield Break(earlier, later, wrong)


def _in_order(events: Sequence[Event]) -> bool:
    return all(one.day <= other.day for one, other in pairwise(events))
