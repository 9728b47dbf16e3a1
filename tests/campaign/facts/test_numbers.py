"""Derived numbers against values computed by hand from the sample (and from records made for it)."""

from decimal import Decimal
from typing import Any

import pytest

from docgen.campaign.facts import FACTS
from docgen.campaign.office import Office
from docgen.campaign.rate import Rate
from docgen.campaign.subject import Subject
from support.records import branch_data, make_office, sample_office


def of_branch(name: str, office: Office | None = None, branch: int = 0) -> Any:
    whose = office or sample_office()
    return FACTS["branch"][name].of(Subject(whose, whose.branches[branch]))


def of_committee(name: str, office: Office | None = None) -> Any:
    return FACTS["committee"][name].of(Subject(office or sample_office()))


def test_scores_and_totals_by_the_rubric():
    scores = of_branch("scores")

    assert [row.weighted for row in scores.rows[:3]] == [Decimal("11.4"), Decimal("7"), Decimal("7.4")]
    assert scores.rows[0].name == "党组织带头人"
    assert scores.full_total == 100
    assert scores.baseline_total == Decimal("66.2")
    assert scores.own_total == 75
    assert scores.superior_total == 71
    assert scores.total == Decimal("72.6")  # 0.4 × 75 + 0.6 × 71
    assert scores.gain == Decimal("6.4")
    assert scores.weights_text == "自评40%＋考评60%"
    assert scores.grade_by_total == "一般"


def test_a_total_is_rounded_half_up_to_one_decimal():
    final = {"self_scores": {"team": 35.5, "work": 50}, "superior_scores": {"team": 33.25, "work": 50}}

    scores = of_branch("scores", make_office(branch_data(final=final)))

    assert scores.total == Decimal("84.2")  # 84.15


def test_totals_stand_in_for_lines_that_are_not_filled():
    final = {"self_scores": None, "superior_scores": None, "self_total": 90, "superior_total": 80}

    scores = of_branch("scores", make_office(branch_data(final=final)))

    assert scores.total == 84
    assert scores.rows[0].weighted is None


def test_before_the_acceptance_there_is_no_total():
    scores = of_branch("scores", make_office(branch_data(final=None)))

    assert scores.total is scores.gain is None
    assert scores.grade_by_total == ""


def test_satisfaction_counts_the_rubrics_options():
    found = of_branch("satisfaction")

    assert found.rate == Rate(47, 57)
    assert found.rate.text == "47/57，82.5%"
    assert [(o.name, o.count, o.percent) for o in found.options] == [
        ("满意", 30, "52.6%"),
        ("比较满意", 17, "29.8%"),
        ("基本满意", 8, "14%"),
        ("不满意", 2, "3.5%"),
    ]


def test_satisfaction_of_other_options():
    final = {"satisfaction": {"valid": 8, "满意": None, "比较满意": None, "好": 5, "差": 3}}
    campaign = {"rubric": {"satisfied_options": ["好"]}}

    office = make_office(branch_data(final=final), campaign=campaign)

    assert of_branch("satisfaction", office).rate.percent == "62.5%"


def test_without_ballots_there_is_no_rate():
    office = make_office(branch_data(final={"satisfaction": None}))

    assert of_branch("satisfaction", office).rate.text == "不适用"


def test_problems_by_triage_and_status():
    counts = of_branch("problem_counts")

    assert (counts.total, counts.immediate, counts.planned, counts.escalated) == (3, 1, 1, 1)
    assert (counts.closed, counts.carried, counts.open) == (2, 1, 0)
    assert counts.closing.text == "2/3，66.7%"


def test_problems_of_all_branches():
    totals = of_committee("problem_totals")

    assert (totals.total, totals.closed, totals.carried) == (17, 15, 2)
    assert totals.closing.percent == "88.2%"


def test_the_rates_of_rising():
    ratios = of_committee("ratios")

    assert [(r.base, r.pledged, r.planned, r.achieved) for r in ratios] == [
        (3, 2, 3, 2),
        (2, 1, 1, 1),
        (1, 1, 1, 1),
    ]
    assert [r.achieved_rate.text for r in ratios] == ["2/3，66.7%", "1/2，50%", "1/1，100%"]
    assert [r.pledged_rate.text for r in ratios] == ["2/3，66.7%", "1/2，50%", "1/1，100%"]
    assert [r.planned_rate.text for r in ratios] == ["3/3，100%", "1/2，50%", "1/1，100%"]
    assert ratios[0].required == "30%以上"
    assert ratios[0].label == "一般党支部晋升先进率"
    assert ratios[0].achieved_names == "学生第一党支部、离退休教职工党支部"


def test_a_rate_has_no_percentage_when_nobody_could_rise():
    ratios = of_committee("ratios", make_office(branch_data(baseline="先进", target="标兵")))

    assert ratios[0].achieved_rate == Rate(0, 0)
    assert ratios[0].achieved_rate.text == ratios[0].pledged_rate.text == "不适用"


def test_whoever_rises_by_two_grades_has_risen():
    office = make_office(branch_data(target="标兵", final="标兵"))

    assert of_committee("ratios", office)[0].achieved == 1


def test_branches_by_grade_at_three_times():
    counts = {row.grade: row for row in of_committee("grade_counts")}

    assert [(row.at_baseline, row.at_target, row.at_final) for row in counts.values()] == [
        (3, 0, 1),
        (2, 4, 3),
        (1, 1, 1),
        (0, 1, 1),
    ]
    assert counts["品牌"].final_names == "机电工程系教工党支部"


def test_lines_of_branches():
    rows = of_committee("branch_rows")

    assert [row.change_text for row in rows] == [
        "保持一般",
        "先进→标兵",
        "标兵→品牌",
        "一般→先进",
        "一般→先进",
        "保持先进",
    ]
    assert [row.promoted for row in rows] == [False, True, True, True, True, False]
    assert [row.reached for row in rows] == [False, True, True, True, True, True]
    assert rows[0].members.total == 29
    assert [row.seq for row in rows] == [1, 2, 3, 4, 5, 6]


@pytest.mark.parametrize(
    ("target", "final", "reached"),
    [
        ({"grade": "先进", "score": 84.4}, {"grade": "先进"}, True),
        ({"grade": "先进", "score": 84.5}, {"grade": "先进"}, False),
        ({"grade": "先进", "score": 80}, {"grade": "标兵"}, True),
        ({"grade": "标兵", "score": 80}, {"grade": "先进"}, False),
        ({"grade": "先进", "score": 80}, {"grade": None}, None),
    ],
)
def test_reached_needs_grade_and_score(target: dict[str, Any], final: dict[str, Any], reached: bool | None):
    office = make_office(branch_data(target=target, final=final))

    assert of_committee("branch_rows", office)[0].reached is reached


def test_members_of_all_branches():
    totals = of_committee("member_totals")

    assert (totals.branches, totals.formal, totals.probationary, totals.total) == (6, 168, 42, 210)


def test_praise_and_criticism_follow_the_outcomes():
    assert of_committee("criticised_names") == "机关第一党支部"
    assert of_committee("commended_names").endswith("教工联合党支部、学生第一党支部")


def test_guidance_by_grade():
    row = of_committee("guidance_rows")[1]

    assert row.theme == "创建争标兵"
    assert row.methods_text == "抓规范、树典型、出样板"
    assert row.targets_text == "晋升标兵1个、本档提升1个"


def test_the_four_goals_are_lines_of_one_table():
    rows = of_branch("goal_rows")

    assert [row.area for row in rows] == ["工作思路", "规章制度", "组织阵地", "保障机制"]
    assert rows[0].metric_text == "服务对象满意率由72%提高到90%"
    assert rows[0].result_text == "82.5%"
    assert rows[1].metric_text == "新建1项、修订2项"
    assert rows[1].responsible == "钟离棠、乜小禾、尉迟远"
    assert str(rows[1].deadline) == "2012-10-31"
    assert str(rows[1].done_on) == "2012-12-05"


def test_rules_are_done_when_the_last_is():
    rules = [{"name": "甲", "action": "新建", "done_on": "2013-05-01"}, {"name": "乙", "action": "新建"}]

    row = of_branch("goal_rows", make_office(branch_data(goals={"rules": rules})))[1]

    assert row.done_on is None
    assert row.result_text == "已完成1项"


def test_deeds_and_pledges():
    assert of_branch("deed_counts").rate.text == "2/2，100%"
    assert of_branch("pledge_counts").rate.text == "2/3，66.7%"


def test_working_days_of_a_notice_skip_the_holiday():
    # 18 to 25 June 2012: Friday 22 is 端午, 23 and 24 a weekend
    notice = of_branch("notices", branch=1)[0]

    assert (str(notice.notice.start), str(notice.notice.end)) == ("2012-06-18", "2012-06-25")
    assert notice.workdays == 5
    assert notice.period_text == "2012年6月18日至6月25日（5个工作日）"


def test_working_days_count_the_days_worked_instead():
    # 2013-04-03 to 04-07: 4 and 5 are holidays, Sunday 7 is worked
    notices = [{"id": "G1", "start": "2013-04-03", "end": "2013-04-07"}]

    office = make_office(branch_data(publicity={"notices": notices}))

    assert of_branch("notices", office)[0].workdays == 2


def test_the_committees_notice_of_results():
    notice = of_committee("result_notice")

    assert notice.period_text == "2012年12月17日至12月21日（5个工作日）"
    assert notice.channels_text == "行政楼公示栏、校园网"


def test_adoption_in_words():
    adoption = of_branch("adoption")

    assert adoption.line == "2012年6月14日党员大会通过"
    assert adoption.vote_text == "应到29人，实到27人，有表决权26人，赞成26票，反对0票，弃权0票"


def test_what_is_not_filled_is_left_out_of_the_vote():
    office = make_office(branch_data(method={"adopted": {"against": None, "abstain": None, "should": None}}))

    assert of_branch("adoption", office).vote_text == "实到26人，有表决权24人，赞成23票"


def test_accountability_names_the_branch():
    row = of_committee("accountability_rows")[0]

    assert row.branch_name == "机关第一党支部"
    assert row.form_text == "约谈、取消评先资格"
