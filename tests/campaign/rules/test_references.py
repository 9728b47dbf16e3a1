"""X02 to X08: what points at something leads there."""

from typing import Any

import pytest

from docgen.campaign.judge import run
from docgen.campaign.office import Office
from docgen.findings import Finding, Severity
from support.records import branch_data, fake_sources, make_branch, make_office


def found(office: Office, code: str) -> list[Finding]:
    return [finding for finding in run(office, fake_sources(office)) if finding.rule == code]


def of_branch(code: str, **changes: Any) -> list[Finding]:
    return found(make_office(branch_data("Z01", **changes), branch_data("Z02")), code)


def test_one_wrong_character_of_a_name_suggests_the_right_one():
    wrong = make_branch().problems[0].model_dump(mode="json") | {"lead": "钱近"}

    findings = of_branch("X03", problems=[wrong, {"id": "W2"}])

    assert [finding.field for finding in findings] == ["problems[0].lead"]
    assert findings[0].severity is Severity.ERROR
    assert findings[0].message == "人员库里没有“钱近”"
    assert "是否想写“钱进”" in findings[0].remedy
    assert findings[0].file == "Z01"


@pytest.mark.parametrize("dot", ["・", "•", "‧", "⋅"])
def test_another_dot_in_a_name_is_another_name(dot: str):
    findings = of_branch("X03", branch={"liaison": f"李{dot}买买提"})

    assert [finding.field for finding in findings] == ["branch.liaison"]
    assert "李·买买提" in findings[0].remedy


@pytest.mark.parametrize("group", ["预备党员 3 名", "其他党员3人", "在外地党员十二名"])
def test_a_group_of_absentees_is_no_name(group: str):
    meeting = {"should": 20, "present": 17, "absent": [{"name": group}]}

    assert of_branch("X03", meetings=[meeting]) == []


def test_an_absentee_by_name_must_be_registered():
    findings = of_branch("X03", meetings=[{"absent": [{"name": "陌生人甲"}]}])

    assert [finding.field for finding in findings] == ["meetings[0].absent[0].name"]


def test_who_gave_feedback_and_the_superiors_contact_are_free():
    office = make_office(
        branch_data("Z01", publicity={"feedback": [{"id": "F1", "notice": "G1", "from": "匿名"}]}),
        superior={"contact": {"name": "不在册"}},
    )

    assert found(office, "X03") == []


def test_without_a_registry_names_are_not_reported_one_by_one():
    assert found(make_office(people=None), "X03") == []


def test_a_branch_id_that_nobody_has_is_reported_where_it_stands():
    office = make_office(
        inspections=[{"id": "JC-1", "branches": ["Z01", "Z09"], "findings": [{"branch": "Z8"}]}]
    )

    findings = found(office, "X04")

    assert [finding.field for finding in findings] == [
        "inspections[0].branches[1]",
        "inspections[0].findings[0].branch",
    ]
    assert findings[0].file == "committee"


def test_a_branch_name_instead_of_its_id_suggests_the_id():
    findings = found(make_office(inspections=[{"id": "JC-1", "branches": ["门诊党支部"]}]), "X04")

    assert "是否想写“Z01”" in findings[0].remedy


def test_a_branch_whose_file_could_not_be_read_is_no_wrong_id():
    office = make_office(
        branches=["branch-Z01.yaml", "branch-Z02.yaml", "branch-Z03.yaml"],
        achievements=[{"title": "a", "owner": "Z03"}],
    )

    assert found(office, "X04") == []


def test_an_owner_may_be_the_committee_but_an_inspected_branch_may_not():
    office = make_office(
        achievements=[{"title": "a", "owner": "DW"}], inspections=[{"id": "JC-1", "branches": ["DW"]}]
    )

    assert [finding.field for finding in found(office, "X04")] == ["inspections[0].branches[0]"]


def test_the_committees_two_own_departments_need_no_registration():
    office = make_office(departments=["财务处", "医务处"])

    assert found(office, "R57") == []


def test_causes_are_looked_for_in_the_same_problem():
    first = {
        "id": "W1",
        "causes": [{"id": "Y1", "text": "a"}],
        "measures": [{"id": "C1", "addresses": ["Y7"]}],
    }
    second = {"id": "W2", "causes": [{"id": "Y7", "text": "b"}]}

    findings = of_branch("X06", problems=[first, second])

    assert [finding.field for finding in findings] == ["problems[0].measures[0].addresses[0]"]
    assert findings[0].message == "没有编号为“Y7”的原因，已有的是 Y1"


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"problems": [{"id": "W1", "sources": ["D9"]}, {"id": "W2"}]}, "problems[0].sources[0]"),
        ({"deeds": [{"id": "S1", "problem": "W3"}]}, "deeds[0].problem"),
        ({"pledges": {"to_public": {"items": [{"deed": "S7"}]}}}, "pledges.to_public.items[0].deed"),
        ({"publicity": {"feedback": [{"id": "F1", "notice": "G2"}]}}, "publicity.feedback[0].notice"),
    ],
)
def test_every_kind_of_id_is_followed(changes: dict[str, Any], field: str):
    assert [finding.field for finding in of_branch("X06", **changes)] == [field]


def test_the_later_of_two_equal_ids_is_reported():
    findings = of_branch("X07", deeds=[{"id": "S1"}, {"id": "S2"}, {"id": "S1"}])

    assert [finding.field for finding in findings] == ["deeds[2].id"]
    assert findings[0].message == "编号“S1”与第 1 项重复"


def test_ids_of_different_lists_may_be_equal():
    causes = [{"id": "Y1", "text": "a"}]

    problems = [{"id": "W1", "causes": causes}, {"id": "W2", "causes": causes}]

    assert of_branch("X07", problems=problems) == []


def test_two_branches_with_one_id_are_reported_in_the_second_file():
    office = make_office(branch_data("Z01"), branch_data("Z01", branch={"short_name": "后来的支部"}))

    findings = found(office, "X02")

    assert [finding.message for finding in findings] == ["“后来的支部”的编号 Z01 已经是“门诊党支部”的编号"]


def test_a_grade_outside_the_series_is_reported_in_maps_too():
    office = make_office(campaign={"rules": {"min_satisfaction_by_grade": {"优秀": 0.9}}})

    fields = [finding.field for finding in found(office, "X08")]

    assert fields == ["campaign.rules.min_satisfaction_by_grade.优秀"]


def test_two_lines_of_one_name_need_an_id_each():
    people = [{"name": "周明", "id": "P1"}, {"name": "周明"}, {"name": "吴静"}]

    findings = found(make_office(people=people), "X23")

    assert [finding.field for finding in findings] == ["people[1].name"]


@pytest.mark.parametrize("lost", ["Z 01", "Z02"])
def test_who_names_a_branch_that_lost_its_own_id_is_not_to_blame(lost: str):
    office = make_office(branch_data("Z01", branch={"id": lost}), branch_data("Z02"))
    wrong = [*(one.model_dump() for one in office.committee.people), {"name": "甲", "org": "Z09"}]
    more = make_office(branch_data("Z01", branch={"id": lost}), branch_data("Z02"), people=wrong)

    assert found(office, "X04") == []
    assert [finding.message for finding in found(more, "X04")] == ["没有编号为“Z09”的党支部"]


def test_references_into_a_list_that_is_not_there_are_one_fault():
    findings = of_branch("X06", problems=None)

    assert [finding.message for finding in findings] == ["没有编号为“W1”的问题，还没有写任何问题"]


def test_an_id_that_is_there_twice_hides_the_one_that_is_lacking():
    first = make_branch().problems[0].model_dump(mode="json")

    assert (
        of_branch(
            "X06", problems=[first, {**first, "title": "又一个"}], deeds=[{"id": "S1", "problem": "W2"}]
        )
        == []
    )
