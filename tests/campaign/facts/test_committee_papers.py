"""The numbers and phrases behind the committee's decisions: D03, D04, D06, D11, D16, D18."""

from datetime import date
from decimal import Decimal

import pytest

from docgen.campaign.facts.approvals import approval, approvals
from docgen.campaign.facts.basis import committee_basis, quoted_title
from docgen.campaign.facts.carried import carried_problems
from docgen.campaign.facts.deployment import deployment, sign_in_rows
from docgen.campaign.facts.done_totals import diagnosis_totals, keeping_totals, review_totals
from docgen.campaign.facts.gains import goal_gains, score_gains
from docgen.campaign.facts.grade_changes import grade_changes
from docgen.campaign.facts.midterm import midterm_rows, midterm_summary
from docgen.campaign.facts.replies import grade_reply
from docgen.campaign.facts.work_before_request import work_before_request
from support.records import branch_data, make_branch, make_office


@pytest.mark.parametrize(
    ("title", "quoted"),
    [
        ("意见", "《意见》"),
        ("《意见》", "《意见》"),
        ("关于印发《办法》的通知", "《关于印发〈办法〉的通知》"),
    ],
)
def test_a_title_within_a_title_has_single_marks(title, quoted):
    assert quoted_title(title) == quoted


def test_the_committees_own_papers_are_no_basis_from_above():
    own = make_office().committee.committee.full_name
    basis = [
        {"title": "意见", "issuer": "中共市委", "doc_no": "市发〔2013〕1号"},
        {"title": "办法", "issuer": own},
    ]

    said = committee_basis(make_office(campaign={"basis": basis}))

    assert said.from_above == "中共市委《意见》（市发〔2013〕1号）"
    assert said.all_text == "中共市委《意见》（市发〔2013〕1号）、《办法》"


def test_a_reply_without_title_and_number_is_quoted_by_its_issuer():
    office = make_office(grade_confirmation={"reply": {"date": "2013-12-20", "title": "", "doc_no": ""}})

    assert grade_reply(office) == f"{office.committee.superior.full_name}的批复"
    assert grade_reply(make_office(grade_confirmation={"reply": None})) == ""


def test_what_was_closed_after_the_assessment_is_not_counted_in_it():
    early, late = (branch_data(n) for n in ("Z01", "Z02"))
    early["midterm"]["date"] = late["midterm"]["date"] = "2013-06-25"
    late["problems"][0]["closure"]["closed_on"] = "2013-06-26"

    first, second = midterm_rows(make_office(early, late))

    assert (first.filed, first.closed) == (2, 2)
    assert (second.filed, second.closed) == (2, 1)


def test_a_criticised_branch_is_told_that_nothing_is_closed():
    one = branch_data("Z01", midterm={"outcome": "批评并限期整改", "date": "2013-05-01"})

    (row,) = midterm_rows(make_office(one))

    assert row.facts_text == "考评得分90分，2个立档问题均未销号"


@pytest.mark.parametrize(
    ("reasons", "text"),
    [(["工作走过场", "不得力"], "工作走过场、不得力"), (["不得力"], "整改不得力"), ([], "")],
)
def test_reasons_are_the_orders_own_words(reasons, text):
    (row,) = midterm_rows(make_office(branch_data("Z01", rectification_order={"reasons": reasons})))

    assert row.reasons_text == text


def test_branches_without_an_outcome_are_not_counted_as_assessed():
    office = make_office(branch_data("Z01"), branch_data("Z02", midterm=None))

    summary = midterm_summary(office)

    assert (summary.branches, summary.assessed, summary.praised) == (2, 1, 1)
    assert summary.average == Decimal("90.0")
    assert summary.unassessed_names == office.branches[1].branch.short_name


def test_grade_changes_count_rises_and_falls():
    office = make_office(
        branch_data("Z01", baseline="先进", final="一般"), branch_data("Z02", baseline="一般", final="先进")
    )

    assert grade_changes(office).sentence == (
        "2个党支部中，审定为先进的1个、一般的1个；晋升档次的1个、降低档次的1个。"
    )


def test_branches_that_all_fall_are_not_said_to_rise():
    office = make_office(*(branch_data(number, baseline="先进", final="一般") for number in ("Z01", "Z02")))

    assert grade_changes(office).sentence == "2个党支部中，审定为一般的2个；降低档次的2个。"


def test_a_request_counts_up_to_its_own_day():
    office = make_office(submission_to_superior={"request": {"date": "2013-02-27"}})

    done = work_before_request(office)

    assert (done.activities > 0, done.filed, done.submitted) == (True, 0, 0)
    assert "问题档案" not in done.sentence


def test_branches_decided_apart_have_no_common_day():
    office = make_office(branch_data("Z01"), branch_data("Z02", review={"approval": {"date": "2013-03-14"}}))

    said = approvals(office)

    assert (said.day, said.decided_text, said.recipients) == (None, "", "各党支部")


def test_the_reply_names_the_version_handed_in_and_the_target():
    branch = make_branch("Z01", method={"title": "", "version": 3}, baseline="先进", target="先进")

    said = approval(branch)

    assert said.method_text == f"《{branch.branch.short_name}晋位升级办法》（第3版）"
    assert said.target_text.startswith("在先进档次内实现提升")
    assert said.grades_text == "先进（本档提升）"


def test_a_meeting_is_told_with_its_weekday_and_who_was_absent():
    office = make_office(
        deployment_meeting={
            "date": date(2013, 3, 14),
            "time": "9:00",
            "absent": [{"name": "甲", "reason": ""}],
        }
    )

    said = deployment(office)

    assert said.time_text == "2013年3月14日（星期四）9:00"
    assert said.absent_text == "甲"


def test_the_sign_in_sheet_has_the_registry_first():
    office = make_office(deployment_meeting={"should": 8})

    rows = sign_in_rows(office)

    assert len(rows) == 8
    assert [row.name for row in rows if row.name] == [person.name for person in office.committee.people]
    assert rows[-1].name == rows[-1].unit == ""


def test_totals_are_the_sums_over_the_branches():
    returned = branch_data("Z01")
    returned["review"]["submissions"].insert(0, {"version": 1, "result": "退回修改"})
    office = make_office(returned, branch_data("Z02"))

    assert diagnosis_totals(office).activities == sum(
        len(one.diagnosis.activities) for one in office.branches
    )
    assert review_totals(office).returned == 1
    assert keeping_totals(office).deeds.done == sum(len(one.deeds) for one in office.branches)
    assert keeping_totals(office).people == sum(d.people for one in office.branches for d in one.deeds)


def test_gains_leave_out_a_branch_without_a_result():
    office = make_office(branch_data("Z01"), branch_data("Z02", final=None))

    gains = score_gains(office)

    assert gains.scored == 1
    assert gains.final_average == Decimal("84.4")
    assert gains.satisfaction.fraction == "52/57"


def test_a_goal_is_met_by_its_number_where_it_has_no_day():
    metric = {"name": "候诊", "unit": "分钟", "baseline": 60, "target": 30}
    met = branch_data("Z01", goals={"work_idea": {"done_on": None, "metric": {**metric, "result": 28}}})
    missed = branch_data("Z02", goals={"work_idea": {"done_on": None, "metric": {**metric, "result": 31}}})

    assert goal_gains(make_office(met)).ideas.fraction == "1/1"
    assert goal_gains(make_office(met, missed)).ideas.fraction == "1/2"


def test_carried_problems_bear_their_file_number():
    one = branch_data("Z01")
    one["problems"][1]["status"] = "转入续办"

    (carried,) = carried_problems(make_office(one))

    assert carried.no == f"Z01-{one['problems'][1]['id']}"
