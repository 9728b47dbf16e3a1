"""X09 to X21: what was typed is compared with what is computed."""

from typing import Any

import pytest

from docgen.campaign.judge import run
from docgen.campaign.office import Office
from docgen.findings import Finding, Severity
from support.records import branch_data, fake_sources, make_office


def found(office: Office, code: str) -> list[Finding]:
    return [finding for finding in run(office, fake_sources(office)) if finding.rule == code]


def of_branch(code: str, **changes: Any) -> list[Finding]:
    return found(make_office(branch_data("Z01", **changes), branch_data("Z02")), code)


def test_an_indicators_name_instead_of_its_key_suggests_the_key():
    findings = of_branch("X09", baseline={"scores": {"team": 30, "work": None, "业务": 40.5}})

    assert [finding.field for finding in findings] == ["baseline.scores.业务"]
    assert "是否想写“work”" in findings[0].remedy


def test_a_line_without_a_score_is_named():
    findings = of_branch("X09", baseline={"scores": {"team": 30, "work": None}})

    assert [(finding.field, finding.message) for finding in findings] == [
        ("baseline.scores", "缺少“业务”的得分")
    ]


def test_a_score_out_of_range_is_not_also_a_wrong_total():
    assert of_branch("X12", baseline={"scores": {"team": 300, "work": 40.5}, "total": 70.5}) == []


def test_sums_are_not_judged_while_a_branch_has_no_number():
    office = make_office(branch_data("Z01", branch={"members": {"formal": None}}), branch_data("Z02"))

    assert found(office, "X16") == []


def test_no_scores_at_all_are_not_reported_line_by_line():
    assert of_branch("R51", final={"self_scores": None}) == []


def test_a_score_above_full_marks_and_one_below_zero_are_reported():
    findings = of_branch("X11", baseline={"scores": {"team": 40.5, "work": -1}})

    assert [finding.message for finding in findings] == [
        "“业务”的得分是 -1，不能小于 0",
        "“班子”的得分是 40.5，超过满分 40",
    ]


@pytest.mark.parametrize("total", [70.5, "70.50"])
def test_a_total_may_be_typed_with_more_zeros(total: object):
    assert of_branch("X12", baseline={"total": total}) == []


def test_a_total_that_is_no_sum_tells_both():
    findings = of_branch("X12", baseline={"total": 71})

    assert [(finding.field, finding.message) for finding in findings] == [
        ("baseline.total", "总分写的是 71，各项得分之和是 70.5")
    ]


def test_the_final_total_is_weighted_and_rounded_half_up():
    # 0.4 × 85.5 + 0.6 × 83.25 = 84.15, which is 84.2 half up (84.1 or 84.2 to even)
    scores = {
        "self_scores": {"team": 35.5, "work": 50},
        "superior_scores": {"team": 33.25, "work": 50},
        "self_total": 85.5,
        "superior_total": 83.25,
    }

    assert of_branch("R51", final={**scores, "total": 84.2}) == []
    assert [f.message for f in of_branch("R51", final={**scores, "total": 84.1})] == [
        "总分写的是 84.1，按权重计算是 84.2"
    ]


@pytest.mark.parametrize(
    ("ballot", "field"),
    [
        ({"returned": 61}, "returned"),
        ({"returned": 56}, "valid"),
        ({"valid": 58}, "valid"),
    ],
)
def test_ballots_that_do_not_add_up_are_reported(ballot: dict[str, int], field: str):
    findings = of_branch("X13", final={"satisfaction": {**ballot, "rate": None}})

    assert [finding.field for finding in findings] == [f"final.satisfaction.{field}"]


@pytest.mark.parametrize(
    ("rate", "wrong"), [("0.912", False), ("0.91", False), ("0.9123", False), ("0.92", True)]
)
def test_a_typed_rate_is_compared_to_the_digits_typed(rate: str, wrong: bool):
    # 52 of 57 = 0.91228…
    findings = of_branch("X13", final={"satisfaction": {"rate": rate}})

    assert bool(findings) is wrong


def test_a_satisfied_option_that_the_ballot_lacks_is_a_warning():
    campaign = {"rubric": {"satisfied_options": ["满意", "很满意"]}}

    findings = found(
        make_office(branch_data(final={"satisfaction": {"rate": None}}), campaign=campaign), "X13"
    )

    assert [finding.severity for finding in findings] == [Severity.WARNING]


@pytest.mark.parametrize(
    ("target", "achieved", "wrong"),
    [
        ({"grade": "先进", "score": 84.4}, True, False),
        ({"grade": "先进", "score": 84.5}, True, True),
        ({"grade": "标兵", "score": 80}, False, False),
        ({"grade": "一般", "score": 80}, False, True),
    ],
)
def test_achieved_needs_grade_and_score(target: dict[str, Any], achieved: bool, wrong: bool):
    findings = of_branch("X14", target=target, final={"achieved": achieved})

    assert bool(findings) is wrong


def test_committee_totals_are_not_judged_while_a_branch_file_is_missing():
    office = make_office(
        branches=["a.yaml", "b.yaml", "c.yaml"], committee={"totals": {"formal_members": 999}}
    )

    assert found(office, "X16") == []


def test_a_wrong_total_of_members_tells_both():
    findings = found(make_office(committee={"totals": {"probationary_members": 5}}), "X16")

    assert [finding.message for finding in findings] == ["预备党员数写的是 5，各党支部合计是 4"]


def test_the_committees_survey_waits_for_every_branch():
    unfinished = branch_data("Z02", publicity={"awareness": None})

    office = make_office(branch_data("Z01"), unfinished, publicity={"survey": {"aware": 999, "sample": 999}})

    assert [finding.field for finding in found(office, "R59")] == []


def test_an_outcome_against_list_and_order_is_the_mistake():
    criticised = branch_data("Z02", midterm={"outcome": "批评并限期整改"})

    office = make_office(
        branch_data("Z01"), criticised, midterm_evaluation={"commended": ["Z01", "Z02"], "criticised": None}
    )

    assert [(finding.file, finding.field) for finding in found(office, "R50")] == [("Z02", "midterm.outcome")]
    assert found(office, "R49") == []


def test_a_group_of_absentees_counts_as_many():
    meeting = {"should": 30, "present": 15, "absent": [{"name": "卧床党员 12 名"}, {"name": "其他党员 2 名"}]}

    findings = of_branch("X20", meetings=[meeting])

    assert [finding.message for finding in findings] == [
        "应到 30 人、实到 15 人，缺席应是 15 人，名单上是 14 人"
    ]


def test_more_present_than_expected_is_reported_once():
    findings = of_branch("X20", meetings=[{"should": 3, "present": 4}])

    assert [finding.field for finding in findings] == ["meetings[0].present"]


def test_a_problem_filed_after_signing_need_not_be_in_the_agreement():
    late = {"id": "W3", "filed_on": "2013-05-06"}
    early = {"id": "W4", "filed_on": "2013-03-01"}
    problems = [{"id": "W1"}, {"id": "W2"}, late, early]

    findings = of_branch("R39", problems=problems)

    assert [finding.message for finding in findings] == ["责任书里没有问题 W4"]
