"""By the as-of day, what happened later has not been reached (J23)."""

from datetime import date

import pytest

from docgen.campaign.state_days import entered_on
from docgen.campaign.state_names import STATE_NAMES
from docgen.campaign.states import STATES, office_states, states
from support.records import branch_data, make_branch, make_office

OFFICE = make_office()
RECORD = OFFICE.branches[0]


@pytest.mark.parametrize(
    ("as_of", "last"),
    [
        (date(2013, 1, 14), None),
        (date(2013, 1, 15), "S0"),
        (date(2013, 2, 26), "S1"),
        (date(2013, 3, 1), "S2"),
        (date(2013, 3, 7), "S3"),
        (date(2013, 3, 12), "S7"),
        (date(2013, 6, 25), "S9"),
        (date(2013, 11, 28), "S10"),
        (date(2013, 12, 9), "S11"),
        (date(2013, 12, 24), "S12"),
        (None, "S12"),
    ],
)
def test_a_state_is_reached_from_the_day_of_its_event(as_of: date | None, last: str | None):
    reached = states(RECORD, OFFICE, as_of)

    assert reached == frozenset(STATES[: STATES.index(last) + 1] if last else ())
    assert office_states(OFFICE, as_of) == reached


def test_an_event_without_a_day_counts_as_soon_as_it_is_recorded():
    office = make_office(branch_data(midterm={"date": None}, final=None))

    assert "S9" in states(office.branches[0], office, date(2013, 3, 20))


def test_the_dossiers_are_open_when_the_least_number_is():
    late = make_branch().problems[0].model_copy(update={"id": "W3", "filed_on": date(2013, 9, 2)})
    record = RECORD.model_copy(update={"problems": (*RECORD.problems, late)})

    assert entered_on("S2", record, OFFICE) == date(2013, 3, 1)


def test_every_state_has_a_name_for_the_office():
    assert list(STATE_NAMES) == list(STATES)
