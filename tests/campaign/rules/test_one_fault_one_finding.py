"""One wrong value of the committee's record is told once, not again in every branch that it touches."""

from pathlib import Path
from typing import Any

import pytest

from support.judged import findings_of, found_with, in_short
from support.other_office import changed


@pytest.mark.parametrize(
    ("field", "value", "expected"),
    [
        (
            "committee.campaign.rubric.indicators[0].full",
            1,
            ["X10 错误 committee.campaign.rubric.indicators"],
        ),
        ("committee.campaign.midterm_rubric[0].full", 1, ["X10 错误 committee.campaign.midterm_rubric"]),
        (
            "P1.problems[0].measures[0].responsible",
            "全体党员",
            ["R24 错误 P1.problems[0].measures[0].responsible"],
        ),
    ],
)
def test_what_follows_from_a_fault_is_not_told(field: str, value: Any, expected: list[str], tmp_path: Path):
    assert found_with(field, value, tmp_path) == expected


def test_activities_of_all_branches_before_the_issue_are_one_finding(tmp_path: Path):
    records = changed("committee.campaign.issued_on", "2027-03-08")

    found = [in_short(one) for one in findings_of(records, tmp_path) if one.rule in {"R8", "R63"}]

    assert found
    assert {one.split()[-1] for one in found} == {"committee.campaign.issued_on"}


def test_no_grade_is_judged_by_lines_that_do_not_rise(tmp_path: Path):
    records = changed("committee.campaign.rubric.thresholds[0].min", 80)

    assert {one.rule for one in findings_of(records, tmp_path)} == {"X25"}


def test_a_closed_problem_under_another_status_is_not_also_without_progress(tmp_path: Path):
    records = changed("P1.problems[0].status", "待验收")

    assert {one.rule for one in findings_of(records, tmp_path)} == {"R54"}


def test_a_branch_that_cannot_be_told_by_its_id_is_not_also_uninspected(tmp_path: Path):
    records = changed("P1.branch.id", "P 1")

    assert not {"R41", "R46"} & {one.rule for one in findings_of(records, tmp_path)}
