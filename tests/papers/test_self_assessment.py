from datetime import date

import pytest

from docgen.campaign.facts.self_check import status_on
from support.docx import texts_with_style
from support.papers import ODD_TEXT, office, office_of, records, squeezed, unprinted
from support.planned import jobs_of, paper_of, words_of
from support.tables import rows_of

SLUG = "self-assessment"
SIX = range(6)


def _z01(final=None, **changes):
    plain = records()
    record = plain["branch-Z01.yaml"]
    record["final"] |= final or {}
    record |= changes
    return office_of(plain)


@pytest.mark.parametrize("number", SIX)
def test_problems_goals_scores_and_shortcomings_are_in_the_report(number):
    record = office().branches[number]

    paper = words_of(SLUG, "report", owner=record.branch.id)

    for one in record.problems:
        assert squeezed(f"{record.branch.id}-{one.id}{one.title}") in paper
    assert unprinted(record.goals.five_dimensions, paper) == set()
    assert all(squeezed(one).rstrip("。") in paper for one in record.final.shortcomings)
    for line in office().campaign.rubric.indicators:
        assert f"{line.name}{line.full.normalize():f}" in paper
    assert f"得分{record.final.self_total.normalize():f}分" in paper
    assert f"申报“{record.final.applied_grade}”档次" in paper


@pytest.mark.parametrize("number", SIX)
def test_the_report_tells_nothing_that_happened_after_it(number):
    record = office().branches[number]
    paper = words_of(SLUG, "report", owner=record.branch.id)

    later = [
        entry.note
        for problem in record.problems
        for entry in problem.progress
        if entry.date > record.final.applied_on
    ]

    assert not [note for note in later if squeezed(note) in paper]
    assert squeezed(record.final.conclusion) not in paper


def test_what_was_closed_later_was_still_to_be_checked_and_what_went_on_was_at_work():
    closed, carried = office().branches[0].problems[2], office().branches[0].problems[0]

    assert [status_on(closed, date(2012, month, day)) for month, day in ((9, 1), (10, 9), (10, 10))] == [
        "整改中",
        "待验收",
        "已销号",
    ]
    assert status_on(carried, date(2012, 11, 28)) == "整改中"
    assert status_on(carried, date(2012, 12, 14)) == "转入续办"
    assert status_on(closed, None) == "已销号"


def test_the_counts_are_those_of_the_day():
    paper = words_of(SLUG, "report", owner="Z01")

    assert "截至2012年11月28日，已销号2项，销号率66.7%（2/3）；尚在整改或者等待验收1项。" in paper
    assert "9项流程已简化，平均办结时间7.2个工作日。" in paper
    assert "已完成2项" in paper  # the third rule was done in December


def test_without_a_day_all_that_is_recorded_counts():
    paper = words_of(SLUG, "report", owner="Z01", whose=_z01({"applied_on": None}))

    assert "转入续办1项" in paper
    assert "已完成3项" in paper
    assert paper.endswith("年月日")


def test_the_report_asks_for_nothing_and_goes_to_the_committee():
    paper = words_of(SLUG, "report", owner="Z01")

    assert list(texts_with_style(paper_of(SLUG, "report"), "主送机关")) == ["中共示范学院委员会："]
    assert "特此报告。" in paper
    assert "请批示" not in paper


def test_what_was_done_is_written_or_left_open():
    written = _z01(texts={"D34": {"工作开展": ODD_TEXT, "主要成效": "办事快了"}})

    assert squeezed(ODD_TEXT) in words_of(SLUG, "report", owner="Z01", whose=written)
    assert "主要成效办事快了" in words_of(SLUG, "application", owner="Z01", whose=written)
    assert "（主要做法，请在此填写）" in words_of(SLUG, "report", owner="Z01")


@pytest.mark.parametrize("number", SIX)
def test_the_application_tells_who_applies_for_what(number):
    record = office().branches[number]

    rows = rows_of(paper_of(SLUG, "application", owner=record.branch.id))
    cells = {label: value for row in rows for label, value in zip(row[::2], row[1::2], strict=True)}

    assert cells["党支部"] == squeezed(record.branch.full_name)
    assert cells["支部书记"] == record.branch.secretary
    assert (cells["原档次"], cells["申报档次"]) == (record.baseline.grade, record.final.applied_grade)
    assert cells["自评得分"] == f"{record.final.self_total.normalize():f}分"


def test_every_level_has_its_cell_with_what_it_said_and_a_place_to_sign():
    paper = words_of(SLUG, "application", owner="Z01")

    assert "党支部意见经自查，申报“先进”档次。支部书记（签字）：2012年11月28日" in paper
    assert "验收结论为未实现晋档目标。组长（签字）：2012年12月10日" in paper
    assert "审定为“一般”档次。负责人（签字）：（盖章）2012年12月24日" in paper
    assert paper.endswith("同意。负责人（签字）：（盖章）2012年12月27日")


def test_a_fresh_application_is_open_above_the_branch():
    plain = records()
    plain["branch-Z01.yaml"]["final"] = {"applied_on": "2012-11-28", "applied_grade": "先进"}
    for key in ("final_evaluation", "grade_confirmation"):
        del plain["committee.yaml"][key]

    paper = words_of(SLUG, "application", owner="Z01", whose=office_of(plain))

    assert "考评组意见组长（签字）：年月日党委审定意见负责人（签字）：（盖章）年月日" in paper


def test_only_a_branch_with_a_seal_is_asked_for_one():
    assert "支部书记（签字）：（盖章）" in words_of(SLUG, "application", owner="Z06")
    assert "支部书记（签字）：（盖章）" not in words_of(SLUG, "application", owner="Z01")


def test_each_branch_reports_and_applies():
    assert len(jobs_of(SLUG, "report")) == len(jobs_of(SLUG, "application")) == 6


def test_a_figure_reached_after_the_day_is_not_in_the_report():
    plain = records()
    plain["branch-Z01.yaml"]["goals"]["work_idea"] |= {"done_on": date(2012, 12, 30)}
    plain["branch-Z01.yaml"]["goals"]["work_idea"]["metric"] |= {"result": 98.76}

    assert "98.76" not in words_of(SLUG, "report", owner="Z01", whose=office_of(plain))
