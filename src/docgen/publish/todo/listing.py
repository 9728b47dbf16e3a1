"""The list of what is to be done, grouped and worded for people."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from docgen.campaign.agenda import Item
from docgen.campaign.task import AT_ONCE
from docgen.publish.todo.signing import SigningLine
from docgen.text.dates import cn_date, month_day


@dataclass(frozen=True, slots=True)
class Group:
    """Items with one day; `heading` tells how far it is."""

    heading: str
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Owner:
    """The committee or a branch, with its items by urgency."""

    id: str
    name: str
    items: tuple[Item, ...]

    @property
    def overdue(self) -> int:
        """How many of the items are late."""
        return sum(item.overdue for item in self.items)


@dataclass(frozen=True, slots=True)
class Listing:
    """Whose tasks there are on a day. `signing` is filled when the list is for one owner."""

    office: str
    campaign: str
    as_of: date
    owners: tuple[Owner, ...]
    items: tuple[Item, ...]
    signing: tuple[SigningLine, ...] = ()
    names: tuple[str, ...] = ()  # that a title does not break within

    @property
    def title(self) -> str:
        """The heading of a printed list."""
        whose = self.owners[0].name if len(self.owners) == 1 else self.office
        return f"{whose}{self.campaign}待办事项"


def groups(items: Sequence[Item], as_of: date) -> Iterator[Group]:
    """The items, already by urgency, under one heading a day."""
    for _, group in groupby(items, key=lambda item: (item.task.due, item.task.before)):
        members = tuple(group)
        yield Group(heading(members[0], as_of), members)


def heading(item: Item, as_of: date) -> str:
    """离“七一”前考评（6月30日）还有 6 个工作日."""
    task, left = item.task, item.days_left
    if task.before == AT_ONCE:
        return "马上要做"
    if task.due is None or left is None:
        return f"{task.before}之前" if task.before else "没有写明时限"
    day = month_day(task.due) if task.due.year == as_of.year else cn_date(task.due)
    name = f"{task.before}（{day}）" if task.before else day
    if item.overdue:
        return f"{name}已过 {-left} 个工作日"
    if task.due == as_of:
        return f"{name}就是今天"
    return f"离{name}还有 {left} 个工作日" if left else f"离{name}已没有工作日"
