"""R30 to R47: one fault in a good office makes the requirement fire, at its place.

Every finding is listed: the requirement's own first, then what follows from the same fault. The office is
read from files, so that the loader and the list of what is owed have their say too.
"""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from support.judged import findings_of, found_with, in_short
from support.other_office import changed

_TWO_INSPECTIONS = [
    {
        "id": f"JC{number}",
        "date": day,
        "mode": mode,
        "scope": scope,
        "branches": branches,
        "inspectors": ["慕容雪"],
        "items": ["台账"],
    }
    for number, day, mode, scope, branches in (
        (1, "2027-05-12", "集中督查", "面上指导", ["P1", "P2", "P3", "P4", "P5"]),
        (2, "2027-07-14", "随机抽查", "点上检查", ["P1"]),
        (3, "2027-10-01", "随机抽查", "点上检查", ["P1"]),
    )
]
_RETURNED = {
    "version": 1,
    "submitted_on": "2027-03-16",
    "feasibility": "基本可行",
    "timeliness": "偏紧",
    "opinion": "退回。",
    "reviewer": "慕容雪",
    "reviewed_on": "2027-03-16",
}
_PASSED = {
    **_RETURNED,
    "version": 2,
    "reviewed_on": "2027-03-18",
    "opinion": "同意。",
    "result": "通过",
}

# what is changed, to what (None: taken away), and all findings: rule, severity, place
FAULTS: list[tuple[str, Any, list[str]]] = [
    ("P1.problems[0].triage", None, ["R30 错误 P1.problems[0].triage"]),
    ("P1.problems[1].triage", "立即解决", ["R30 错误 P1.problems[1].triage"]),
    ("P1.problems[2].triage", "限期解决", ["R30 错误 P1.problems[2].triage"]),
    ("P1.problems[1].triage", "慢慢解决", ["R30 错误 P1.problems[1].triage"]),
    ("P1.problems[0].priority", "最重", ["R30 错误 P1.problems[0].priority"]),
    ("P1.problems[0].priority", None, ["R30 错误 P1.problems[0].priority"]),
    ("P1.problems[0].immediate.done_on", "2027-03-31", ["R31 错误 P1.problems[0].immediate.done_on"]),
    ("P1.problems[0].immediate.done_on", "2027-03-09", ["R31 错误 P1.problems[0].immediate.done_on"]),
    ("P1.problems[0].immediate.done_on", None, ["R31 错误 P1.problems[0].immediate.done_on"]),
    ("P1.problems[0].immediate", None, ["R31 错误 P1.problems[0].immediate"]),
    ("P1.problems[1].explanation", None, ["R32 错误 P1.problems[1].explanation"]),
    ("P1.problems[1].explanation.text", None, ["R32 错误 P1.problems[1].explanation.text"]),
    ("P1.problems[1].lead", None, ["R32 错误 P1.problems[1].lead"]),
    ("P1.problems[1].deadline", None, ["R32 错误 P1.problems[1].deadline"]),
    ("P1.problems[1].deadline", "2027-12-21", ["R32 错误 P1.problems[1].deadline"]),
    ("P1.problems[2].escalation", None, ["R33 错误 P1.problems[2].escalation"]),
    ("P1.problems[2].escalation.sent_on", None, ["R33 错误 P1.problems[2].escalation.sent_on"]),
    ("P1.problems[2].escalation.to", None, ["R33 错误 P1.problems[2].escalation.to"]),
    ("P1.problems[2].escalation.outcome", None, ["R33 错误 P1.problems[2].escalation.outcome"]),
    ("P1.problems[2].escalation.replied_on", "2027-04-26", ["R33 警告 P1.problems[2].escalation.replied_on"]),
    ("P1.problems[2].escalation.replied_on", None, ["R33 警告 P1.problems[2].escalation.replied_on"]),
    ("P1.problems[2].escalation.replied_on", "2027-03-25", ["R33 错误 P1.problems[2].escalation.replied_on"]),
    ("P1.deeds[1]", None, ["R34 错误 P1.deeds"]),
    ("P1.deeds[0].beneficiary", None, ["R34 错误 P1.deeds[0].beneficiary"]),
    ("P1.deeds[0].evidence", None, ["R34 错误 P1.deeds[0].evidence"]),
    ("committee.achievements", None, ["R35 警告 committee.achievements"]),
    ("P1.method.grade_theme", "争创优秀", ["R36 错误 P1.method.grade_theme"]),
    ("P1.method.grade_theme", None, ["R36 错误 P1.method.grade_theme"]),
    ("P1.method.grade_methods", ["立规范", "树样板"], ["R36 错误 P1.method.grade_methods"]),
    ("P1.method.grade_methods[1]", "开大会", ["R36 错误 P1.method.grade_methods[1]"]),
    ("P3.method.grade_theme", "补短板争良好", ["R37 错误 P3.method.grade_theme"]),
    ("P3.method.grade_methods", ["查弱项"], ["R37 错误 P3.method.grade_methods[0]"]),
    ("P4.method.grade_theme", "争创优秀", ["R38 错误 P4.method.grade_theme"]),
    ("P1.agreement", None, ["R39 错误 P1.agreement"]),
    ("P1.agreement.goals", None, ["R39 错误 P1.agreement.goals"]),
    ("P1.agreement.goals[0]", "得分不低于 75 分", ["R39 错误 P1.agreement.goals[0]"]),
    ("P1.agreement.party_a.duties", None, ["R39 错误 P1.agreement.party_a.duties"]),
    ("P1.agreement.party_b.duties", None, ["R39 错误 P1.agreement.party_b.duties"]),
    ("P1.agreement.party_a.signer", None, ["R39 错误 P1.agreement.party_a.signer"]),
    ("P1.agreement.signed_on", None, ["R39 错误 P1.agreement.signed_on"]),
    ("P1.agreement.problems[2]", None, ["R39 错误 P1.agreement.problems"]),
    ("P1.agreement.problems[2]", "W5", ["R39 错误 P1.agreement.problems[2]"]),
    ("P1.agreement.problems[2]", "W1", ["R39 错误 P1.agreement.problems[2]"]),
    ("P1.agreement.grade_from", "良好", ["R39 错误 P1.agreement.grade_from"]),
    ("P4.final", None, ["R40 错误 P4.final"]),
    ("committee.accountability", None, ["R41 错误 committee.accountability"]),
    ("committee.accountability[0].form", "诫勉", ["R41 错误 committee.accountability[0].form[0]"]),
    ("committee.accountability[0].reason", None, ["R41 错误 committee.accountability[0].reason"]),
    ("committee.accountability[0].decided_on", None, ["R41 错误 committee.accountability[0].decided_on"]),
    ("P1.branch.category", None, ["R42 错误 P1.branch.category"]),
    ("committee.plan.classification[2]", None, ["R42 警告 committee.plan.classification"]),
    (
        "P1.review.submissions[0].feasibility",
        None,
        ["R43 错误 P1.review.submissions[0].feasibility"],
    ),
    ("P1.review.submissions[0].timeliness", None, ["R43 错误 P1.review.submissions[0].timeliness"]),
    ("P1.review.submissions[0].feasibility", "不可行", ["R43 警告 P1.review.submissions[0].feasibility"]),
    ("P1.review.submissions[0].defects", ["不具体"], ["R44 错误 P1.review.submissions[0].defects"]),
    ("committee.inspections[1].date", "2027-08-03", ["R46 警告 committee.inspections[1].date"]),
    ("committee.inspections[2]", None, ["R46 警告 committee.inspections[2].date"]),
    ("committee.inspections", _TWO_INSPECTIONS[:2], ["R46 警告 committee.inspections"]),
    ("committee.inspections[2].mode", "突击检查", ["R45 错误 committee.inspections[2].mode"]),
    ("committee.inspections[2].scope", "全面", ["R45 错误 committee.inspections[2].scope"]),
    (
        "P1.review.submissions[0].defects",
        ["太笼统"],
        ["R44 错误 P1.review.submissions[0].defects", "R44 错误 P1.review.submissions[0].defects[0]"],
    ),
    ("P1.problems[1].progress", None, ["R47 警告 P1.problems[1].progress"]),
    ("P1.problems[1].progress[1].date", "2027-03-25", ["R47 警告 P1.problems[1].progress[1].date"]),
    ("P1.problems[1].progress[1].percent", 500, ["R47 警告 P1.problems[1].progress[1].percent"]),
]


@pytest.mark.parametrize(("field", "value", "expected"), FAULTS, ids=lambda one: str(one)[:50])
def test_a_fault_is_found_with_nothing_but_what_follows(
    field: str, value: Any, expected: list[str], tmp_path: Path
):
    found = found_with(field, value, tmp_path)

    assert sorted(found) == sorted(expected)


# at the limit, or right in another way
RIGHT: list[tuple[str, Any]] = [
    ("P1.problems[0].immediate.done_on", "2027-03-30"),
    ("P1.problems[1].deadline", "2027-12-20"),
    ("P1.problems[2].escalation.replied_on", "2027-04-25"),
    ("P1.method.grade_methods", ["建台账", "逐项销号", "查弱项", "本支部另加的一条"]),
    ("P1.method.grade_theme", "“补短板”争良好"),
    ("P1.agreement.goals", ["考评得分 78.0 分以上", "问题销号率 100%"]),
    ("P1.problems[0].focus", ["别的"]),
    ("P1.review.submissions[0].timeliness", "偏紧"),
    ("committee.inspections[1].date", "2027-07-31"),
    ("committee.inspections[1].scope", "面上指导"),
    ("committee.inspections[1].mode", "集中督查"),
    ("committee.inspections[0].branches", ["P1", "P2", "P3", "P5"]),
]


@pytest.mark.parametrize(("field", "value"), RIGHT, ids=lambda one: str(one)[:50])
def test_what_is_right_is_silent(field: str, value: Any, tmp_path: Path):
    assert found_with(field, value, tmp_path) == []


def test_a_branch_without_any_important_problem_is_told(tmp_path: Path):
    records = changed("P1.problems[1].priority", "一般")
    records["P1"]["problems"][2]["priority"] = "一般"

    assert [in_short(one) for one in findings_of(records, tmp_path)] == ["R30 错误 P1.problems[0].priority"]


def test_no_problem_with_a_focus_of_its_grade_is_a_warning(tmp_path: Path):
    records = changed("P3.problems[0].focus", ["标准不高"])
    for problem in records["P3"]["problems"][1:]:
        del problem["focus"]

    assert [in_short(one) for one in findings_of(records, tmp_path)] == ["R37 警告 P3.problems[0].focus"]


@pytest.mark.parametrize(
    ("first", "expected"),
    [
        ({"guidance": "写明每月次数。", "result": "退回修改"}, []),
        ({"result": "退回修改"}, ["R44 错误 P1.review.submissions[0].guidance"]),
        ({"guidance": "写明每月次数。", "result": "通过"}, ["R44 错误 P1.review.submissions[0].result"]),
    ],
)
def test_defects_are_sent_back_with_guidance(first: dict[str, str], expected: list[str], tmp_path: Path):
    submissions = [{**_RETURNED, "defects": ["不明确"], **first}, _PASSED]
    records = changed("P1.review.submissions", submissions)
    records["P1"]["method"]["version"] = 2
    records["P1"]["publicity"]["notices"][0]["method_version"] = 2

    assert [in_short(one) for one in findings_of(records, tmp_path)] == expected


def test_ways_of_inspection_that_were_never_used_are_named(tmp_path: Path):
    records = changed("committee.inspections[1].mode", "集中督查")
    records["committee"]["inspections"][3]["mode"] = "集中督查"

    findings = findings_of(records, tmp_path)

    assert [in_short(one) for one in findings] == ["R45 警告 committee.inspections"]
    assert findings[0].message == "督查没有用过“随机抽查”"


def test_a_branch_that_was_never_inspected_is_named(tmp_path: Path):
    records = changed("committee.inspections[0].branches", ["P1", "P2", "P3", "P5"])
    records["committee"]["inspections"][3]["branches"] = ["P1"]

    findings = findings_of(records, tmp_path)

    assert [in_short(one) for one in findings] == ["R46 错误 committee.inspections"]
    assert "护理党支部（P4）" in findings[0].message


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2027-03-29", []),
        ("2027-03-31", ["R31 错误 P1.problems[0].immediate"]),
    ],
)
def test_what_is_solved_at_once_has_its_days(day: str, expected: list[str], tmp_path: Path):
    records = changed("P1.problems[0].immediate", None)

    findings = findings_of(records, tmp_path, date.fromisoformat(day))

    assert [in_short(one) for one in findings if one.rule == "R31"] == expected


@pytest.mark.parametrize(
    ("day", "expected"),
    [("2027-10-29", []), ("2027-10-30", ["R47 警告 P1.problems[1].deadline"])],
)
def test_an_open_problem_is_overdue_after_its_last_day(day: str, expected: list[str], tmp_path: Path):
    records = changed("P1.problems[1].status", "整改中")
    del records["P1"]["final"]

    findings = findings_of(records, tmp_path, date.fromisoformat(day))

    assert [in_short(one) for one in findings if one.rule == "R47"] == expected


@pytest.mark.parametrize(
    ("day", "expected"),
    [("2027-04-25", []), ("2027-04-26", ["R33 警告 P1.problems[2].escalation.replied_on"])],
)
def test_an_answer_is_late_after_its_days(day: str, expected: list[str], tmp_path: Path):
    records = changed("P1.problems[2].escalation.replied_on", None)
    del records["P1"]["problems"][2]["escalation"]["outcome"]
    records["P1"]["problems"][2]["status"] = "整改中"

    findings = findings_of(records, tmp_path, date.fromisoformat(day))

    assert [in_short(one) for one in findings if "警告" in in_short(one)] == expected
