"""What forms are filled in with, against values worked out by hand."""

from decimal import Decimal
from typing import Any

import pytest

from docgen.campaign.fact import Scope
from docgen.campaign.facts import FACTS
from docgen.campaign.models.committee_process import Accountability, Inspection, InspectionFinding
from docgen.campaign.models.process import Submission
from docgen.campaign.office import Office
from docgen.campaign.subject import Subject
from docgen.records.schema import Entity
from support.records import branch_data, make_office, sample_office


def _of(
    name: str, office: Office | None = None, *, item: Entity | None = None, scope: Scope = "branch"
) -> Any:
    whole = office or sample_office()
    return FACTS[scope][name].of(Subject(whole, whole.branches[0], item))


def test_a_submission_knows_the_one_before_it_and_whether_it_is_the_last():
    office = sample_office()
    first, second = office.branches[0].review.submissions

    found = [_of("submission", office, item=item) for item in (first, second)]

    assert [one.previous for one in found] == [Submission(), first]
    assert [one.is_latest for one in found] == [False, True]
    assert [one.has_text for one in found] == [False, True]


def test_two_submissions_that_read_the_same_are_told_apart():
    review = {"submissions": [{"version": 1}, {"version": 1}]}
    office = make_office(branch_data(review=review))
    first, second = office.branches[0].review.submissions

    assert not _of("submission", office, item=first).previous
    assert _of("submission", office, item=second).previous is first


def test_a_copy_of_a_submission_has_the_same_place():
    office = sample_office()
    copy = office.branches[0].review.submissions[1].model_copy()

    assert _of("submission", office, item=copy).previous.version == 1


@pytest.mark.parametrize(
    ("review", "ticked"),
    [
        ({}, ["", "", "", "", "", ""]),
        ({"result": "通过"}, ["", "是", "", "", "", ""]),
        ({"defects": ("不具体",), "result": "退回修改"}, ["", "否", "", "", "", ""]),
        ({"timeliness": "不明确"}, ["", "", "", "否", "", "不明确"]),
        ({"timeliness": "偏紧", "feasibility": "可行"}, ["", "", "", "是", "可行", "偏紧"]),
    ],
)
def test_a_point_is_ticked_only_where_the_verdict_leaves_no_choice(review, ticked):
    points = _of("review_points", item=Submission(**review))

    assert [point.chosen for point in points] == ticked


def test_an_inspection_is_held_once_it_found_or_was_signed():
    found = Inspection(findings=(InspectionFinding(branch="Z02", text="缺页"),))

    assert not _of("inspected", item=Inspection()).is_held
    assert _of("inspected", item=found).is_held
    assert _of("inspected", item=found).findings == ()
    assert _of("inspected", item=Inspection(signed_by_checked=False)).is_held


def test_an_inspection_of_all_branches_is_known_as_such():
    assert _of(
        "inspected", item=Inspection(branches=tuple(f"Z0{n}" for n in range(1, 7))), scope="committee"
    ).is_of_all
    assert not _of("inspected", item=Inspection(branches=("Z01",)), scope="committee").is_of_all


def test_lost_marks_are_named_most_first_and_three_at_most():
    sheet = _of("midterm_sheet")

    assert sheet.lost_text == "整改落实进度扣17分、办实事解难题扣8分、问题档案与原因分析扣4分"
    assert (sheet.full_total, sheet.total, sheet.lost_total, sheet.below) == (100, 60, 40, 70)


def test_a_total_at_the_limit_of_criticism_is_not_below_it():
    office = make_office(
        branch_data(midterm={"scores": {}, "total": 70}), campaign={"rules": {"criticise_below": 70}}
    )

    assert _of("midterm_sheet", office).below is None


def test_gates_compare_shares_as_fractions():
    ballot = {"issued": 9, "returned": 9, "valid": 9, "满意": 3, "不满意": 6}
    office = make_office(
        branch_data(final={"satisfaction": ballot}),
        campaign={
            "rules": {"min_satisfaction_for_promotion": Decimal("0.3333")},
            "rubric": {"satisfied_options": ["满意"]},
        },
    )

    met = {gate.text: gate.met for gate in _of("gates", office)}

    assert met["晋档最低满意率33.3%"] is True


def test_a_gate_without_a_result_is_not_judged():
    office = make_office(
        branch_data(final=None), campaign={"rules": {"min_satisfaction_for_promotion": Decimal("0.8")}}
    )

    assert {gate.met for gate in _of("gates", office)} == {None}


def test_weights_that_are_not_set_leave_the_sum_open():
    office = make_office(branch_data(), campaign={"rubric": {"weights": None}})

    assert _of("weighing_text", office) == ""


def test_guidance_is_that_of_the_first_grade_or_none():
    assert _of("own_guidance").theme == "提升上档次"
    assert _of("own_guidance", make_office(branch_data(baseline={"grade": "没有的档次"}))).theme == ""


def test_void_ballots_are_those_returned_and_not_valid():
    count = _of("ballot_count")

    assert count.invalid == 1
    assert count.formula_text == "（30＋17）÷57×100%＝82.5%"


def test_posts_come_from_the_registry():
    found = _of(
        "accountable", item=Accountability(person="尉迟远", interviewer="没有的人", form=("约谈", "书面检查"))
    )

    assert (found.person_title, found.interviewer_title) == ("机关第一党支部书记", "")
    assert found.form_text == "约谈、书面检查"
