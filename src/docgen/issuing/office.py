"""Whose papers are numbered and kept: without fonds and year there is no place for them."""

from docgen.build.office import LoadedOffice
from docgen.build.wanted import NoOffice
from docgen.campaign.office import Office
from docgen.issuing.faults import NoFonds, NoYear


def office_of(loaded: LoadedOffice) -> Office:
    """The office. Raises NoOffice."""
    if loaded.office is None:
        raise NoOffice(loaded.findings[0])
    return loaded.office


def issuing_office(loaded: LoadedOffice) -> Office:
    """The office, with its 全宗号 and the year of the campaign. Raises NoOffice, NoFonds, NoYear."""
    office = office_of(loaded)
    if not office.committee.committee.fonds_no:
        raise NoFonds(loaded.committee_file)
    if not office.campaign.year:
        raise NoYear(loaded.committee_file)
    return office
