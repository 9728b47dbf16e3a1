from typing import Any

import pytest

from docgen.campaign.models.record import BranchRecord, CommitteeRecord
from docgen.campaign.office import Office
from docgen.campaign.states import STATES, office_states, ready, states
from support import good
from support.records import branch_data, make_branch, make_office

_FROM = {  # what a record gains, in the order of the work
    "S0": ("baseline",),
    "S1": ("diagnosis",),
    "S2": ("problems",),
    "S3": ("method", "goals", "target", "review"),
    "S7": ("pledges", "publicity", "agreement", "deeds", "meetings"),
    "S8": ("midterm",),
    "S11": ("final",),
}


def grown_to(state: str) -> dict[str, Any]:
    """The good branch as it was when it had come to this state."""
    full = good.branch()
    keys = ["schema", "branch"]
    for step, added in _FROM.items():
        if STATES.index(step) <= STATES.index(state):
            keys += added
    grown = {key: full[key] for key in keys}
    if state == "S3":
        grown["review"] = {"submissions": full["review"]["submissions"]}
    return grown


def of(data: dict[str, Any], **committee: Any) -> tuple[BranchRecord, Office]:
    office = make_office(data, **committee)
    return office.branches[0], office


def test_a_fresh_branch_has_reached_nothing():
    assert states(*of({"schema": "x", "branch": {"id": "Z01", "short_name": "a"}})) == frozenset()


@pytest.mark.parametrize("state", ["S0", "S1", "S2", "S3", "S7", "S12"])
def test_states_grow_with_the_record(state: str):
    reached = states(*of(grown_to(state)))

    assert reached == frozenset(STATES[: STATES.index(state) + 1])


def test_one_complete_dossier_of_two_is_not_yet_filed():
    problems = good.branch()["problems"]
    problems[1]["causes"] = []

    record, office = of({**grown_to("S2"), "problems": problems})

    assert "S2" not in states(record, office)
    assert "问题档案还不齐" in (ready("S2", record, office) or "")


def test_how_many_dossiers_are_needed_is_the_records_to_say():
    one = {**grown_to("S2"), "problems": good.branch()["problems"][:1]}

    record, office = of(one, campaign={"rules": {"min_problems_per_branch": 1}})

    assert "S2" in states(record, office)


def test_approval_opens_publicity_agreement_and_rectification_together():
    record, office = of(branch_data(midterm=None, final=None))

    assert {"S4", "S5", "S6", "S7"} <= states(record, office)
    assert "S8" not in states(record, office)


def test_what_an_earlier_state_lacks_does_not_hide_a_later_one():
    record, office = of(branch_data(diagnosis=None, review=None))

    assert "S3" in states(record, office)
    assert ready("S6", record, office) is None


def test_the_submission_form_can_be_printed_before_it_is_submitted():
    record, office = of({**grown_to("S3"), "review": {}})

    assert ready("S3", record, office) is None
    assert ready("S5", record, office) == "升级办法还没有审定"


def test_grades_are_published_with_the_committees_notice():
    unpublished = {"grade_confirmation": {"notice": None}}

    assert "S12" in states(*of(branch_data()))
    assert "S12" not in states(*of(branch_data(), **unpublished))


def test_the_office_has_reached_what_any_branch_has():
    office = make_office(branch_data("Z01"), {"schema": "x", "branch": {"id": "Z02"}})

    assert "S11" in office_states(office)
    assert office_states(Office(CommitteeRecord())) == frozenset()


def test_early_papers_of_the_committee_need_one_branch_and_reports_need_all():
    office = make_office(branch_data("Z01"), {**branch_data("Z02"), "midterm": {}, "final": {}})

    assert ready("S4", office.committee, office) is None
    assert ready("S11", office.committee, office) == "住院党支部：考评验收还没有结果"


def test_without_branches_only_the_first_state_is_ready():
    office = Office(CommitteeRecord())

    assert ready("S0", office.committee, office) is None
    assert ready("S1", office.committee, office) == "还没有党支部的记录"


def test_ready_never_contradicts_reached():
    record, office = make_branch(), make_office()

    assert all(ready(state, record, office) is None for state in states(record, office))
