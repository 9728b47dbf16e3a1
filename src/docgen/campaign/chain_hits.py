"""Broken links of a chain of days, as hits."""

from collections.abc import Collection, Iterator, Sequence
from datetime import date

from docgen.campaign.chain import Event, breaks
from docgen.campaign.days import two
from docgen.campaign.rule import Hit


def events(*named: tuple[str, str, date | None]) -> list[Event]:
    """The events of which the day is known: field, name, day."""
    return [Event(field, name, day) for field, name, day in named if day]


def out_of_order(chain: Sequence[Event], own: Collection[str]) -> Iterator[Hit]:
    """A hit for each broken link that leads to one of the `own` fields; the other events are witnesses.

    It stands at the day that is most likely wrong.
    """
    for broken in breaks(chain):
        if broken.later.field in own:
            earlier, later = two(broken.earlier.day, broken.later.day)
            said = f"{broken.later.name} {later}早于{broken.earlier.name} {earlier}"
            yield Hit(broken.wrong.field, said)
