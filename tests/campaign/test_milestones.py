from datetime import date

import pytest

from docgen.campaign.milestones import milestone
from support.records import make_office


@pytest.mark.parametrize(
    ("state", "name", "day"),
    [
        ("S0", "“七一”前考评", date(2013, 6, 30)),
        ("S8", "“七一”前考评", date(2013, 6, 30)),
        ("S9", "年底考评验收截止", date(2013, 12, 31)),
        ("S12", "归档移交", date(2014, 6, 30)),
    ],
)
def test_each_state_ends_with_its_milestone(state, name, day):
    found = milestone(state, make_office().committee)

    assert (found.name, found.day) == (name, day)


def test_a_record_without_any_year_has_no_days():
    nothing = {"midterm_before": None, "final_not_after": None}
    committee = make_office(campaign={"year": None, "issued_on": None, "rules": nothing}).committee

    assert milestone("S1", committee).day is None
