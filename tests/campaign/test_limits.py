"""The last days of the year are the record's, else the guidance's (J1)."""

from datetime import date

from docgen.campaign.limits import final_not_after, midterm_before, venue_not_after
from docgen.campaign.models.campaign import Campaign
from support.records import model


def test_the_guidance_decides_for_the_campaigns_year_where_the_record_is_silent():
    campaign = model(Campaign, {"year": 2031})

    assert midterm_before(campaign) == date(2031, 7, 1)
    assert final_not_after(campaign) == venue_not_after(campaign) == date(2031, 12, 31)


def test_the_record_wins():
    limits = {
        "midterm_before": "2027-06-20",
        "final_not_after": "2027-12-10",
        "venue_not_after": "2027-11-30",
    }
    campaign = model(Campaign, {"year": 2027, "rules": limits})

    found = [midterm_before(campaign), final_not_after(campaign), venue_not_after(campaign)]

    assert [day.isoformat() for day in found if day] == list(limits.values())


def test_the_year_is_that_of_the_deployment_where_none_is_written():
    assert midterm_before(model(Campaign, {"issued_on": "2030-03-01"})) == date(2030, 7, 1)


def test_without_any_year_there_is_no_limit():
    assert final_not_after(Campaign()) is None
