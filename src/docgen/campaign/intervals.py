"""Things that must be done time and again: where too many days lie between two of them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from docgen.campaign.days import two
from docgen.campaign.rule import Hit


@dataclass(frozen=True, slots=True)
class Stop:
    """One of them: the field of its day, what messages call it, the day."""

    field: str
    name: str
    day: date


def too_far_apart(
    start: Stop | None, stops: Sequence[Stop], end: Stop | None, most: int | None, lack: str
) -> Iterator[Hit]:
    """A hit at the later of two neighbours that lie more than `most` days apart; None: no limit is set.

    `start` and `end` bound the time; what was done before or after them bounds nothing.
    """
    if most is None:
        return
    inner = sorted(stops, key=lambda stop: stop.day)
    first = [start] if start and (not inner or start.day < inner[0].day) else []
    last = [end] if end and (not inner or end.day > inner[-1].day) else []
    for earlier, later in pairwise([*first, *inner, *last]):
        days = (later.day - earlier.day).days
        if days > most:
            since, until = two(earlier.day, later.day)
            said = f"{since}（{earlier.name}）到 {until}（{later.name}）相隔 {days} 天{lack}，最多 {most} 天"
            yield Hit(later.field, said)
