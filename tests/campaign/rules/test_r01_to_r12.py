"""R1 to R12: one fault in a good office makes the requirement fire, at its place.

Every finding of these requirements and of the loader is listed, and the other codes that follow from the
same fault. The office is read from files, so that the list of what is owed has its say too.
"""

from pathlib import Path
from typing import Any

import pytest

from support.judged import found_with, parted

REQUIREMENTS = range(1, 30)

# What is changed, to what (None: taken away), the findings (rule, severity, place) of these requirements,
# and the other codes that may follow from the same fault.
FAULTS: list[tuple[str, Any, list[str], str]] = [
    ("committee.campaign.basis", None, ["R1 错误 committee.campaign.basis"], ""),
    ("committee.campaign.basis[0].issuer", None, ["R1 错误 committee.campaign.basis[0].issuer"], ""),
    ("committee.campaign.basis[0].title", None, ["R1 错误 committee.campaign.basis[0].title"], ""),
    ("P1.baseline.rated_on", "2027-03-01", ["R1 错误 P1.baseline.rated_on"], ""),
    ("P1.baseline.rated_on", None, ["R1 错误 P1.baseline.rated_on"], ""),
    ("P2.baseline.grade", None, ["R1 错误 P2.baseline.grade"], ""),
    ("P1.baseline", None, ["R1 错误 P1.baseline"], ""),
    ("P1.problems[0].nature", None, ["R2 错误 P1.problems[0].nature"], ""),
    ("P1.problems[0].nature", "严重问题", ["R2 错误 P1.problems[0].nature"], ""),
    (
        "P1.target.grade",
        "达标",
        [
            "R3 错误 P1.target.grade",
            "R21 错误 P1.target.grade",
            "R20 错误 committee.plan.ratio_pledges[0].pledged",
        ],
        "",
    ),
    ("P1.target.mode", "本档提升", ["R3 错误 P1.target.mode"], ""),
    ("P2.target.mode", "晋档", ["R3 错误 P2.target.mode"], ""),
    (
        "P3.target.grade",
        "达标",
        [
            "R3 错误 P3.target.grade",
            "R6 错误 P3.target.grade",
            "R21 错误 P3.target.grade",
            "R20 错误 committee.plan.ratio_pledges[1].pledged",
        ],
        "",
    ),
    ("P1.target.score", 64, ["R3 错误 P1.target.score"], "R39"),
    ("P1.target.score", None, ["R3 错误 P1.target.score"], ""),
    ("P2.target.reason_for_same_grade", None, ["R3 警告 P2.target.reason_for_same_grade"], ""),
    ("P1.target", None, ["R3 错误 P1.target"], ""),
    ("P3.final.total", 70, ["R3 警告 P3.final.total"], "R51"),
    (
        "P5.target.grade",
        "达标",
        [
            "R3 错误 P5.target.grade",
            "R21 错误 P5.target.grade",
            "R20 错误 committee.plan.ratio_pledges[0].pledged",
        ],
        "",
    ),
    (
        "P3.target.grade",
        "良好",
        [
            "R3 错误 P3.target.grade",
            "R6 错误 P3.target.grade",
            "R21 错误 P3.target.grade",
            "R20 错误 committee.plan.ratio_pledges[1].pledged",
        ],
        "",
    ),
    ("P1.goals.five_dimensions[2]", None, ["R4 错误 P1.goals.five_dimensions"], ""),
    ("P1.goals.five_dimensions[2].name", "战斗力", ["R4 错误 P1.goals.five_dimensions[2].name"], ""),
    ("P1.goals.five_dimensions[2].name", "活力", ["R4 错误 P1.goals.five_dimensions[2].name"], ""),
    ("P1.goals.five_dimensions[1].baseline", None, ["R4 错误 P1.goals.five_dimensions[1].baseline"], ""),
    ("P1.goals.five_dimensions[1].reached", None, ["R4 错误 P1.goals.five_dimensions[1].reached"], ""),
    ("P1.goals.five_dimensions[1].result", None, ["R4 错误 P1.goals.five_dimensions[1].result"], ""),
    (
        "P1.goals",
        None,
        [
            "R4 错误 P1.goals.five_dimensions",
            "R13 错误 P1.goals.work_idea",
            "R14 错误 P1.goals.rules",
            "R15 错误 P1.goals.venue",
            "R16 错误 P1.goals.guarantee",
        ],
        "",
    ),
    ("P5.final.grade", "达标", ["R5 警告 committee.plan.ratio_pledges[0]"], "X14"),
    (
        "committee.campaign.rules.ratio_targets[0].min",
        0.9,
        [
            "R5 错误 P2.target.grade",
            "R5 警告 committee.plan.ratio_pledges[0]",
            "R20 错误 committee.plan.ratio_pledges[0].pledged",
        ],
        "",
    ),
    ("P3.final.grade", "良好", ["R6 警告 P3.final.grade"], "X14"),
    ("P3.brand", None, ["R7 错误 P3.brand"], ""),
    ("P3.brand.meaning", None, ["R7 错误 P3.brand.meaning"], ""),
    ("P4.brand.carriers", None, ["R7 错误 P4.brand.carriers"], ""),
    ("P1.diagnosis.activities[1].kind", "座谈会", ["R8 警告 P1.diagnosis.activities"], ""),
    ("P1.diagnosis.activities[0].date", "2027-02-26", ["R8 错误 P1.diagnosis.activities[0].date"], ""),
    ("P1.diagnosis.activities", None, ["R8 错误 P1.diagnosis.activities"], "X06"),
    ("P1.problems[0].sources", None, ["R8 错误 P1.problems[0].sources"], ""),
    ("P1.diagnosis.activities[2].kind", "其他", ["R8 警告 P1.diagnosis.activities"], ""),
    ("P1.problems[2]", None, ["R9 错误 P1.problems"], "R39 X06"),
    ("P1.problems[1].id", "W1", ["R10 错误 P1.problems[1].id"], "R39 X06"),
    ("P1.problems[2].id", "W4", ["R10 错误 P1.problems[2].id"], "R39 X06 X21"),
    ("P1.problems[0].id", None, ["R10 错误 P1.problems[0].id"], "R39 X06"),
    ("P1.problems[0].filed_on", None, ["R10 错误 P1.problems[0].filed_on"], ""),
    ("P1.problems[0].causes", None, ["R11 错误 P1.problems[0].causes"], "X06"),
    ("P1.problems[0].causes[0].text", "不重视", ["R11 警告 P1.problems[0].causes[0].text"], ""),
    ("P1.problems[0].causes[0].kind", "其他", ["R11 错误 P1.problems[0].causes[0].kind"], ""),
    ("P1.problems[1].measures", None, ["R12 错误 P1.problems[1].measures"], ""),
    ("P1.problems[1].measures[0].addresses", None, ["R12 错误 P1.problems[1].measures[0].addresses"], ""),
    ("P1.problems[1].measures[0].addresses", ["Y2"], ["R12 错误 P1.problems[1].causes[0]"], ""),
]


@pytest.mark.parametrize(("field", "value", "expected", "companions"), FAULTS, ids=lambda one: str(one)[:50])
def test_a_fault_is_found_with_nothing_but_what_follows(
    field: str, value: Any, expected: list[str], companions: str, tmp_path: Path
):
    own, others = parted(found_with(field, value, tmp_path), REQUIREMENTS)

    assert sorted(own) == sorted(expected)
    assert {one.split()[0] for one in others} <= set(companions.split())


# at the limit, or right in another way
RIGHT: list[tuple[str, Any]] = [
    ("P1.baseline.rated_on", "2027-02-28"),
    ("P1.target.score", 64.5),
    ("P1.final.total", 71.2),
    ("committee.campaign.rules.ratio_targets[1].min", 1),
    ("committee.campaign.rules.ratio_targets[0]", {"from": "达标", "to": "良好", "min": "0.3333"}),
    ("P1.diagnosis.activities[0].date", "2027-03-01"),
    ("committee.campaign.rules.min_problems_per_branch", 2),
    ("P1.problems[0].causes[0].text", "窗口没有按时排班"),
    ("P1.goals.venue.deadline", "2027-11-30"),
    ("P1.goals.rules[0].action", "沿用"),
    ("P3.goals.five_dimensions[0].reached", False),
    ("P1.target.grade", "优良"),  # X08 says it
]


@pytest.mark.parametrize(("field", "value"), RIGHT, ids=lambda one: str(one)[:50])
def test_what_is_right_is_silent(field: str, value: Any, tmp_path: Path):
    assert parted(found_with(field, value, tmp_path), REQUIREMENTS)[0] == []
