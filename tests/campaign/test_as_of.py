from datetime import date

from docgen.campaign.as_of import default_as_of
from support.records import make_office, sample_office

TODAY = date(2030, 1, 1)


def test_today_counts_while_the_grades_are_not_published():
    office = make_office(grade_confirmation={"notice": None})

    assert default_as_of(office, TODAY) == TODAY


def test_a_finished_campaign_is_seen_from_its_last_event():
    assert default_as_of(sample_office(), TODAY) == date(2012, 12, 28)


def test_deadlines_are_no_events():
    office = make_office(archive={"due_on": "2014-06-30"})

    assert default_as_of(office, TODAY) == date(2013, 12, 24)
