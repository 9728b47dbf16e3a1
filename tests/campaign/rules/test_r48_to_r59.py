"""R48 to R51, R57 and R59: one fault in a good office makes the requirement fire, at its place.

Every finding is listed: the requirement's own first, then what follows from the same fault. The office is
read from files, so that the loader and the list of what is owed have their say too.
"""

from pathlib import Path
from typing import Any

import pytest

from support.judged import found_with

# what is changed, to what (None: taken away), and all findings: rule, severity, place
FAULTS: list[tuple[str, Any, list[str]]] = [
    ("P4.midterm", None, ["R48 错误 P4.midterm", "R40 错误 P4.midterm"]),
    ("P4.midterm.date", None, ["R48 错误 P4.midterm.date"]),
    ("P4.midterm.date", "2027-07-01", ["R48 错误 P4.midterm.date"]),
    ("P4.midterm.date", "2027-06-23", ["R48 警告 P4.midterm.date"]),
    ("committee.midterm_evaluation.dates", ["2027-06-22", "2027-07-02"], ["R48 错误 committee.dates[1]"]),
    ("committee.midterm_evaluation.dates", ["2027-06-23"], ["R48 警告 committee.dates"]),
    ("P4.midterm.total", 93, ["R48 错误 P4.midterm.total"]),
    ("P4.midterm.scores.luoshi", 61, ["R48 错误 P4.midterm.scores.luoshi"]),
    ("P4.midterm.scores.luoshi", 55, ["R48 错误 P4.midterm.total"]),
    ("P4.midterm.scores.luoshi", None, ["R48 错误 P4.midterm.scores"]),
    ("P4.midterm.outcome", None, ["R49 错误 P4.midterm.outcome"]),
    ("committee.midterm_evaluation.commended", ["P4"], ["R49 错误 committee.commended"]),
    ("committee.midterm_evaluation.commended", ["P4", "P5", "P3"], ["R49 错误 committee.commended[2]"]),
    ("P1.rectification_order", None, ["R50 错误 P1.rectification_order"]),
    ("committee.midterm_evaluation.criticised", [], ["R50 错误 committee.criticised"]),
    ("P1.midterm.outcome", "通过", ["R50 错误 P1.midterm.outcome"]),
    ("P1.midterm.outcome", "表扬", ["R50 错误 P1.midterm.outcome"]),
    ("P4.midterm.outcome", "批评并限期整改", ["R50 错误 P4.midterm.outcome"]),
    ("P1.rectification_order.reasons", None, ["R50 错误 P1.rectification_order.reasons"]),
    ("P1.rectification_order.reasons[0]", "态度不好", ["R50 错误 P1.rectification_order.reasons[0]"]),
    ("P1.rectification_order.deadline", "2027-06-25", ["R50 错误 P1.rectification_order.deadline"]),
    ("P1.rectification_order.report.date", "2027-07-26", ["R50 错误 P1.rectification_order.report.date"]),
    ("P1.rectification_order.report", None, ["R50 错误 P1.rectification_order.report"]),
    ("P1.rectification_order.recheck.date", "2027-07-20", ["R50 错误 P1.rectification_order.recheck.date"]),
    ("P1.rectification_order.recheck", None, ["R50 警告 P1.rectification_order.recheck"]),
    ("P1.rectification_order.issued_on", "2027-06-21", ["R50 错误 P1.rectification_order.issued_on"]),
    ("P1.rectification_order.issued_on", "2027-07-30", ["R50 错误 P1.rectification_order.issued_on"]),
    ("committee.campaign.rules.criticise_below", 76, ["R50 错误 P2.midterm.outcome"]),
    ("P4.final.date", "2027-12-03", ["R51 警告 P4.final.date"]),
    ("P4.final.total", 94, ["R51 错误 P4.final.total"]),
    ("P4.final.self_total", 94, ["R51 错误 P4.final.self_total"]),
    ("P4.final.superior_scores.yewu", 36, ["R51 错误 P4.final.superior_scores.yewu"]),
    ("P4.final.superior_scores.yewu", 3, ["R51 错误 P4.final.superior_total"]),
    (
        "P2.final.grade",
        "良好",
        ["R51 错误 P2.final.grade"],
    ),
    (
        "committee.campaign.rules.min_satisfaction_for_promotion",
        0.95,
        ["R51 错误 P3.final.grade", "R51 错误 P5.final.grade"],
    ),
    (
        "P1.problems[1].measures[0].support",
        ["财务处"],
        ["R57 错误 P1.problems[1].measures[0].support[0]"],
    ),
    ("committee.plan.tasks[0].lead", "人事部", ["R57 错误 committee.plan.tasks[0].lead"]),
    ("P1.problems[2].measures[0].support", None, ["R57 警告 P1.problems[2].measures[0].support"]),
    ("P1.publicity.awareness.aware", 24, ["R59 错误 P1.publicity.awareness.aware"]),
    ("P1.publicity.awareness.aware", 20, ["R59 错误 committee.publicity.survey.aware"]),
    ("committee.publicity.survey.participated", 400, ["R59 错误 committee.publicity.survey.participated"]),
]


@pytest.mark.parametrize(("field", "value", "expected"), FAULTS, ids=lambda one: str(one)[:50])
def test_a_fault_is_found_with_nothing_but_what_follows(
    field: str, value: Any, expected: list[str], tmp_path: Path
):
    found = [
        one.replace("committee.midterm_evaluation.", "committee.")
        for one in found_with(field, value, tmp_path)
    ]

    assert sorted(found) == sorted(expected)


# at the limit, or right in another way
RIGHT: list[tuple[str, Any]] = [
    ("committee.midterm_evaluation.dates", ["2027-06-22", "2027-06-30"]),
    ("P1.rectification_order.report.date", "2027-07-23"),
    ("P1.rectification_order.recheck.date", "2027-07-21"),
    ("committee.campaign.rules.criticise_below", 75),
    ("P4.final.date", "2027-12-07"),
]


@pytest.mark.parametrize(("field", "value"), RIGHT, ids=lambda one: str(one)[:50])
def test_what_is_right_is_silent(field: str, value: Any, tmp_path: Path):
    assert found_with(field, value, tmp_path) == []
