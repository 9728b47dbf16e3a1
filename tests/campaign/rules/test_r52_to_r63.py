"""R52 to R63: one fault in a good office makes the requirement fire, at its place.

Every finding is listed: the requirement's own first, then what follows from the same fault. The office is
read from files, so that the loader and the list of what is owed have their say too.
"""

from pathlib import Path
from typing import Any

import pytest

from support.judged import found_with

# what is changed, to what (None: taken away), and all findings: rule, severity, place
FAULTS: list[tuple[str, Any, list[str]]] = [
    ("committee.plan.leadership_group", None, ["R52 警告 committee.plan.leadership_group"]),
    ("committee.plan.leadership_group.leader", None, ["R52 警告 committee.plan.leadership_group.leader"]),
    ("P1.branch.liaison", None, ["R52 警告 P1.branch.liaison"]),
    ("P1.agreement.party_b.signer", "祝小满", ["R53 错误 P1.agreement.party_b.signer"]),
    ("P1.pledges.to_public.signer", "祝小满", ["R53 错误 P1.pledges.to_public.signer"]),
    ("P1.pledges.to_superior.signer", "祝小满", ["R53 错误 P1.pledges.to_superior.signer"]),
    ("P1.branch.secretary", "祝小满", ["R53 错误 P1.branch.secretary"]),
    (
        "P2.problems[1].measures[0].responsible",
        "单于青",
        ["R53 警告 P2.problems[1].measures[0].responsible"],
    ),
    ("P1.problems[1].status", "整改中", ["R54 错误 P1.problems[1].status"]),
    ("P1.problems[1].status", "待验收", ["R54 错误 P1.problems[1].status"]),
    ("P1.problems[1].status", "转入续办", ["R54 错误 P1.problems[1].carry_over"]),
    ("P2.problems[1].carry_over", None, ["R54 错误 P2.problems[1].carry_over"]),
    ("P2.problems[1].carry_over.reason", None, ["R54 错误 P2.problems[1].carry_over.reason"]),
    ("P2.problems[1].carry_over.explained_on", None, ["R54 错误 P2.problems[1].carry_over.explained_on"]),
    (
        "P2.problems[1].carry_over.new_deadline",
        "2027-10-01",
        ["R54 错误 P2.problems[1].carry_over.new_deadline"],
    ),
    ("P1.problems[1].closure", None, ["R54 错误 P1.problems[1].closure"]),
    ("P1.problems[1].closure.evidence", None, ["R54 错误 P1.problems[1].closure.evidence"]),
    ("P1.problems[1].closure.closed_on", None, ["R54 错误 P1.problems[1].closure.closed_on"]),
    ("P1.problems[1].result_value", 3, ["R54 警告 P1.problems[1].result_value"]),
    ("P1.meetings[3]", None, ["R55 警告 P1.meetings[3].date"]),
    ("P1.meetings[5]", None, []),
    ("P1.problems[0].recheck", None, ["R56 警告 P1.problems[0].recheck"]),
    ("P1.problems[0].recheck.result", None, ["R56 警告 P1.problems[0].recheck.result"]),
    ("P1.problems[1].recheck.result", "反弹", ["R56 错误 P1.problems[1].recheck.result"]),
    ("P1.problems[1].recheck.date", "2027-10-28", ["R56 错误 P1.problems[1].recheck.date"]),
    ("committee.publicity.items[1].media", "院报", ["R58 警告 committee.publicity.items"]),
    ("P1.method.integration", None, ["R61 错误 P1.method.integration"]),
    ("committee.campaign.motto", None, ["R62 提示 committee.campaign.motto"]),
    ("committee.campaign.basis[0].date", "2027-03-02", ["R63 错误 committee.campaign.basis[0].date"]),
    ("P1.deeds[0].done_on", "2027-02-26", ["R63 错误 P1.deeds[0].done_on"]),
    ("P1.problems[1].progress[0].date", "2026-03-26", ["R63 错误 P1.problems[1].progress[0].date"]),
    (
        "committee.inspections[0].date",
        "2027-02-12",
        ["R63 错误 committee.inspections[0].date", "R46 警告 committee.inspections[1].date"],
    ),
    ("P1.problems[0].found_on", "2027-03-04", ["R63 错误 P1.problems[0].found_on"]),
    ("P1.problems[0].found_on", "2027-03-11", ["R63 错误 P1.problems[0].found_on"]),
    ("P1.problems[0].filed_on", "2027-03-04", ["R63 错误 P1.problems[0].filed_on"]),
    ("P1.problems[1].filed_on", "2027-03-17", ["R63 错误 P1.problems[1].filed_on"]),
    ("P1.method.adopted.date", "2027-03-09", ["R63 错误 P1.method.adopted.date"]),
    ("P1.method.adopted.date", "2027-03-19", ["R63 错误 P1.method.adopted.date"]),
    (
        "P1.review.submissions[0].submitted_on",
        "2027-03-12",
        ["R63 错误 P1.review.submissions[0].submitted_on"],
    ),
    (
        "P1.problems[1].measures[0].deadline",
        "2027-11-01",
        ["R63 错误 P1.problems[1].measures[0].deadline"],
    ),
    (
        "P1.problems[1].measures[0].deadline",
        "2027-03-09",
        ["R63 错误 P1.problems[1].measures[0].deadline"],
    ),
    ("P1.problems[1].deadline", "2027-10-01", ["R63 错误 P1.problems[1].deadline"]),
    ("P1.problems[1].deadline", "2027-03-01", ["R63 错误 P1.problems[1].deadline"]),
    ("P1.problems[2].closure.checked_on", "2027-09-23", ["R63 错误 P1.problems[2].closure.checked_on"]),
    ("P1.problems[2].closure.applied_on", "2027-10-08", ["R63 错误 P1.problems[2].closure.applied_on"]),
    ("P1.problems[2].closure.closed_on", "2027-09-27", ["R63 错误 P1.problems[2].closure.closed_on"]),
    ("P1.final.applied_on", "2027-12-07", ["R63 错误 P1.final.applied_on"]),
    (
        "committee.final_evaluation.committee_decision.date",
        "2027-12-15",
        ["R63 错误 committee.final_evaluation.committee_decision.date"],
    ),
    (
        "committee.grade_confirmation.request.date",
        "2027-12-15",
        ["R63 错误 committee.grade_confirmation.request.date"],
    ),
    (
        "committee.grade_confirmation.reply.date",
        "2027-12-15",
        ["R63 错误 committee.grade_confirmation.reply.date"],
    ),
    ("P1.meetings[2].date", "2027-05-22", ["R63 警告 P1.meetings[2].date"]),
    ("P1.agreement.signed_on", "2027-04-05", ["R63 警告 P1.agreement.signed_on"]),
    ("committee.plan.issued_on", "2027-03-27", ["R63 警告 committee.plan.issued_on"]),
]


@pytest.mark.parametrize(("field", "value", "expected"), FAULTS, ids=lambda one: str(one)[:50])
def test_a_fault_is_found_with_nothing_but_what_follows(
    field: str, value: Any, expected: list[str], tmp_path: Path
):
    found = found_with(field, value, tmp_path)

    assert sorted(found) == sorted(expected)


# at the limit, or right in another way
RIGHT: list[tuple[str, Any]] = [
    ("P1.problems[1].result_value", 0),
    ("committee.publicity.items[1].media", "院报副刊"),
    ("committee.campaign.basis[0].date", "2027-03-01"),
    ("P1.deeds[0].done_on", "2027-03-01"),
    ("P1.problems[0].found_on", "2027-03-10"),
    ("P1.problems[1].filed_on", "2027-03-15"),
    ("P1.method.adopted.date", "2027-03-16"),
    ("P1.problems[1].recheck.date", "2027-10-29"),
    ("P1.final.applied_on", "2027-12-06"),
    ("P1.meetings[2].date", "2027-05-24"),
    ("P1.agreement.signed_on", "2027-09-26"),  # a Sunday that is worked
    ("P1.branch.founded_on", "1998-07-01"),
]


@pytest.mark.parametrize(("field", "value"), RIGHT, ids=lambda one: str(one)[:50])
def test_what_is_right_is_silent(field: str, value: Any, tmp_path: Path):
    assert found_with(field, value, tmp_path) == []
