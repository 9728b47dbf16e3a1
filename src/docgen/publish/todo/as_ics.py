"""The list as a calendar file (RFC 5545) that phones import: one all-day event for each dated item.

Dates are plain days without a time zone, so that 30 June is 30 June wherever the telephone is. The same
item has the same UID every time, and a later list the higher SEQUENCE, so that importing again updates.
"""

from collections import Counter
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta

from icalendar import Alarm, Calendar, Event

from docgen.campaign.agenda import Item
from docgen.files import digest
from docgen.publish.todo.listing import Listing, Owner
from docgen.text.dates import cn_date

_PRODUCT = "-//docgen//todo//ZH"
_NINE_THE_DAY_BEFORE = timedelta(hours=-15)
_UID_DIGITS = 32


def written(listing: Listing) -> bytes:
    """The calendar; what has no day is left out of it."""
    calendar = Calendar()
    calendar.add("prodid", _PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", listing.title)
    calendar.add("x-wr-timezone", "Asia/Shanghai")
    for event in _events(listing):
        calendar.add_component(event)
    data: bytes = calendar.to_ical()
    return data


def _events(listing: Listing) -> Iterator[Event]:
    taken: Counter[str] = Counter()
    for owner in listing.owners:
        for item in owner.items:
            if item.task.due is not None:
                name = "/".join((listing.campaign, owner.id, item.task.field, item.task.rule))
                taken[name] += 1
                uid = digest(f"{name}/{taken[name]}".encode())[:_UID_DIGITS]
                yield _event(item, item.task.due, owner, f"{uid}@docgen", listing.as_of)


def _event(item: Item, due: date, owner: Owner, uid: str, as_of: date) -> Event:
    # What is late would lie in the past, where nobody looks: it stands on the day of the list.
    day = as_of if item.overdue else due
    event = Event()
    event.add("uid", uid)
    event.add("dtstamp", datetime.combine(as_of, time(), UTC))
    event.add("sequence", as_of.toordinal())
    event.add("dtstart", day)
    if day < date.max:
        event.add("dtend", day + timedelta(days=1))
    event.add("summary", f"{'（已过期）' if item.overdue else ''}{owner.name}：{item.task.what}")
    event.add("description", _description(item, due))
    event.add("transp", "TRANSPARENT")
    event.add_component(_alarm(item.task.what))
    return event


def _description(item: Item, due: date) -> str:
    lines = [f"责任人：{item.task.who}", f"时限：{cn_date(due)}"]
    if item.task.before:
        lines.append(f"这一天是{item.task.before}")
    if item.task.rule:
        lines.append(f"依据：{item.task.rule}（docgen check --explain {item.task.rule}）")
    return "\n".join(lines)


def _alarm(what: str) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", what)
    alarm.add("trigger", _NINE_THE_DAY_BEFORE)
    return alarm
