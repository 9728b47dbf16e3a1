from dataclasses import replace
from datetime import date, timedelta

from icalendar import Calendar

from docgen.publish.todo.as_ics import written
from support.listing import LONG, listing


def events(data):
    return list(Calendar.from_ical(data).walk("VEVENT"))


def test_every_dated_item_is_an_all_day_event_with_an_alarm():
    found = events(written(listing()))

    assert len(found) == 3
    event = found[1]
    assert event["summary"] == f"门诊党支部：{LONG}"
    assert (event["dtstart"].dt, event["dtend"].dt) == (date(2012, 6, 30), date(2012, 7, 1))
    assert event.walk("VALARM")[0]["trigger"].dt == timedelta(hours=-15)
    assert "责任人：钱进" in event["description"]


def test_what_is_late_stands_on_the_day_of_the_list():
    event = events(written(listing()))[0]

    assert event["dtstart"].dt == date(2012, 6, 20)
    assert event["summary"].startswith("（已过期）")
    assert "时限：2012年6月15日" in event["description"]


def test_lines_end_as_the_standard_demands_and_are_folded_within_75_bytes():
    data = written(listing())

    assert data.count(b"\n") == data.count(b"\r\n")
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    data.decode("utf-8")  # no character is torn apart
    for line in data.split(b"\r\n"):
        line.decode("utf-8")


def test_an_item_keeps_its_uid_and_a_later_list_updates_it():
    today = listing()
    tomorrow = replace(today, as_of=today.as_of + timedelta(days=1))

    first, second = events(written(today)), events(written(tomorrow))

    assert [event["uid"] for event in first] == [event["uid"] for event in second]
    assert len({event["uid"] for event in first}) == 3
    assert first[0]["sequence"] < second[0]["sequence"]


def test_the_same_list_gives_the_same_bytes():
    assert written(listing()) == written(listing())


def test_a_list_without_items_is_still_a_calendar():
    assert events(written(listing(empty=True))) == []
