"""The last days of the campaign's year: as the record sets them, else as the guidance does (J1)."""

from datetime import date

from docgen.campaign.models.campaign import Campaign


def midterm_before(campaign: Campaign) -> date | None:
    """The day before which the midterm assessment is held: 1 July."""
    return campaign.rules.midterm_before or _day_of_year(campaign, 7, 1)


def final_not_after(campaign: Campaign) -> date | None:
    """The last day of the acceptance: 31 December."""
    return campaign.rules.final_not_after or _day_of_year(campaign, 12, 31)


def venue_not_after(campaign: Campaign) -> date | None:
    """The last day on which a venue is rebuilt: 31 December."""
    return campaign.rules.venue_not_after or _day_of_year(campaign, 12, 31)


def _day_of_year(campaign: Campaign, month: int, day: int) -> date | None:
    year = campaign.year or (campaign.issued_on.year if campaign.issued_on else 0)
    return date(year, month, day) if 1 <= year <= 9999 else None
