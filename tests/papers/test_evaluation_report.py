import random

import pytest

from docgen.inspect.measures import red_rules
from support.docx import texts_with_style
from support.papers import (
    ODD_TEXT,
    TEMPLATES,
    made,
    office,
    office_of,
    records,
    sort_of,
    squeezed,
    thinned,
    unprinted,
    with_odd_texts,
    words,
)
from support.pdf import all_measured, measured

BRANCH = sort_of("evaluation-report", "branch")
TOTAL = sort_of("evaluation-report", "total")
REQUIRED = frozenset({"schema", "id", "full_name", "short_name"})
SIX = range(6)


def _branch_paper(number=0, whose=None):
    whose = whose or office()
    return made(BRANCH, whose, whose.branches[number])


def _headings(paper):
    return [text.partition("、")[2] for text in texts_with_style(paper, "公文一级标题")]


def _changed(file, **changes):
    plain = records()
    plain[file] = plain[file] | changes
    return office_of(plain)


@pytest.mark.parametrize("number", SIX)
def test_the_result_of_the_acceptance_stands_in_the_branchs_report(number):
    record = office().branches[number]

    paper = words(_branch_paper(number))

    assert unprinted(record.final, paper) <= {"satisfaction.rate"}
    assert unprinted(record.target, paper) == set()
    assert unprinted(record.baseline, paper) <= {"satisfaction"}
    assert unprinted(record.branch.members, paper) == set()


@pytest.mark.parametrize("number", SIX)
def test_every_problem_stands_with_target_result_and_state(number):
    record = office().branches[number]

    paper = words(_branch_paper(number))

    for problem in record.problems:
        assert f"{record.branch.id}-{problem.id}{squeezed(problem.title)}" in paper
        assert unprinted(problem.target, paper) <= {"direction"}
        assert unprinted(problem.carry_over, paper) == set()
        assert problem.status in paper


@pytest.mark.parametrize("number", SIX)
def test_goals_pledges_and_deeds_are_judged(number):
    record = office().branches[number]

    paper = words(_branch_paper(number))

    assert unprinted(record.goals, paper) <= {
        "work_idea.central_task",
        "work_idea.responsible",
        "work_idea.deadline",
        "rules.responsible",
        "rules.deadline",
        "rules.done_on",
        "venue.budget_yuan",
        "venue.responsible",
        "venue.deadline",
        "guarantee.budget_yuan",
        "guarantee.responsible",
        "guarantee.deadline",
    }
    items = record.pledges.to_public.items
    assert f"公开承诺{len(items)}项，兑现{sum(item.fulfilled is True for item in items)}项" in paper
    assert all(squeezed(deed.title) in paper for deed in record.deeds)


def test_the_score_table_adds_up_by_hand():
    paper = words(_branch_paper(0))

    # 12 × 40% + 11 × 60%; 75 × 40% + 71 × 60%; 47 of 57 valid ballots.
    assert "党组织带头人1510121111.4" in paper
    assert "合计10066.2757172.6" in paper
    assert "满意率82.5%（47/57）" in paper
    assert "较划档定级时提高6.4分" in paper


def test_a_score_that_fell_is_said_to_have_fallen():
    plain = records()["branch-Z01.yaml"]
    baseline = plain["baseline"] | {"scores": {"leader": 15, "masses": 25, "results": 40}, "total": 80}

    paper = words(_branch_paper(0, _changed("branch-Z01.yaml", baseline=baseline)))

    assert "较划档定级时下降7.4分" in paper


def test_the_team_signs_by_hand():
    paper = _branch_paper(0)

    lines = [squeezed(line) for line in texts_with_style(paper, "签署栏")]
    assert lines == ["考评组组长（签字）：", "考评组成员（签字）：年月日"]
    assert not list(texts_with_style(paper, "落款署名"))


def test_a_branch_without_shortcomings_gets_a_place_to_write_them():
    final = records()["branch-Z01.yaml"]["final"] | {"shortcomings": []}

    blank = words(_branch_paper(0, _changed("branch-Z01.yaml", final=final)))
    told = words(
        _branch_paper(0, _changed("branch-Z01.yaml", final=final, texts={"D15": {"存在不足": "台账不全。"}}))
    )

    assert "（存在不足，请在此填写）" in blank
    assert "台账不全。" in told
    assert "请在此填写" not in told


@pytest.mark.parametrize("number", SIX)
def test_the_branchs_report_has_the_seven_sections(number):
    assert _headings(_branch_paper(number)) == [
        "基本情况",
        "验收过程",
        "整改落实情况",
        "目标实现情况",
        "评分和测评",
        "存在不足",
        "验收结论和档次建议",
    ]


def test_the_total_report_adds_accountability_and_what_comes_next():
    assert _headings(made(TOTAL, office()))[7:] == ["责任追究意见", "下步打算"]


def test_the_total_report_goes_up_with_its_signer_and_no_copy():
    paper = made(TOTAL, office())
    report = office().committee.final_evaluation.report

    (number_line,) = texts_with_style(paper, "签发人")
    assert squeezed(number_line) == f"{report.doc_no}签发人：{report.signer}"
    assert list(texts_with_style(paper, "主送机关")) == [f"{office().committee.superior.full_name}："]
    assert "抄送" not in words(paper)
    assert "特此报告。" in words(paper)


def test_the_total_report_asks_for_nothing():
    paper = words(made(TOTAL, office()))

    for request in ("请批示", "请审批", "请予", "妥否", "当否"):
        assert request not in paper


def test_the_total_report_tells_how_the_acceptance_was_held_and_what_came_of_it():
    committee = office().committee

    paper = words(made(TOTAL, office()))

    assert unprinted(committee.final_evaluation, paper) <= {
        "dates",  # the days between the first and the last
        "report.title",
        "result_notice.channels.type",  # printed in the notice itself
        "result_notice.channels.place",
        "result_notice.phone",
    }
    assert unprinted(committee.accountability, paper) <= {
        "branch",
        "decided_by",
        "decided_on",
        "interviewed_on",
        "interviewer",
    }
    assert unprinted(committee.achievements, paper) <= {"owner"}


def test_the_three_rates_stand_with_fraction_and_per_cent():
    paper = words(made(TOTAL, office()))

    assert "一般党支部晋升先进率30%以上322/366.7%22/366.7%" in paper
    assert "先进党支部晋升标兵率20%以上211/250%11/250%" in paper


def test_every_branch_stands_in_the_total_report_with_its_result():
    paper = words(made(TOTAL, office()))

    for record in office().branches:
        assert unprinted(record.final, paper) <= {
            "applied_on",
            "applied_grade",
            "date",
            "self_scores",
            "superior_scores",
            "satisfaction.issued",
            "satisfaction.returned",
            "satisfaction.valid",
            "satisfaction.rate",
        }
    assert "共立档问题17个" in paper
    assert "销号率88.2%（15/17）" in paper


def test_a_title_that_names_the_committee_is_not_given_its_name_twice():
    evaluation = records()["committee.yaml"]["final_evaluation"]
    report = evaluation["report"] | {"title": "示范学院党委关于考评验收情况的报告"}

    paper = made(TOTAL, _changed("committee.yaml", final_evaluation=evaluation | {"report": report}))

    assert [squeezed(text) for text in texts_with_style(paper, "公文标题")] == [
        "示范学院党委关于考评验收情况的报告"
    ]


@pytest.mark.parametrize("paper", [BRANCH, TOTAL], ids=["branch", "total"])
def test_odd_texts_are_printed_as_they_stand(paper):
    odd = office_of(with_odd_texts(records()))

    text = words(made(paper, odd, odd.branches[0] if paper is BRANCH else None))

    assert squeezed(ODD_TEXT) in text


@pytest.mark.parametrize("seed", range(12))
def test_an_unfinished_record_makes_both_papers(seed):
    thin = office_of(
        {name: thinned(one, random.Random(f"{seed}{name}"), REQUIRED) for name, one in records().items()}
    )

    papers = [made(TOTAL, thin), *(made(BRANCH, thin, record) for record in thin.branches)]

    for trace in ("None", "nan", "{{", "{%", "Undefined"):
        assert all(trace not in words(paper) for paper in papers)


def test_the_templates_say_nothing_that_only_one_campaign_says():
    for name in ("blocks-branch.yaml", "blocks-total.yaml"):
        text = (TEMPLATES / "evaluation-report" / name).read_text("utf-8")

        for own in ("学校", "学院", "校园", "七一", "十八大", "建设年", "先进", "标兵", "晋升先进"):
            assert own not in text


@pytest.mark.pdf
def test_number_and_signer_of_the_total_report_share_a_row():
    report = office().committee.final_evaluation.report
    first = measured(made(TOTAL, office())).pages[0]

    rows = [squeezed(line.text) for line in first.lines]

    assert f"{report.doc_no}签发人：{report.signer}" in rows


@pytest.mark.pdf
def test_the_red_line_under_the_signer_is_as_wide_as_the_text():
    (rule,) = red_rules(measured(made(TOTAL, office())).pages[0])

    assert rule.box.left_mm == pytest.approx(28, abs=0.5)
    assert rule.box.right_mm == pytest.approx(184, abs=0.5)


@pytest.mark.pdf
def test_the_reports_have_the_usual_length():
    total, *branches = all_measured([made(TOTAL, office()), *(_branch_paper(number) for number in SIX)])

    assert 4 <= len(total.pages) <= 8
    assert all(2 <= len(paper.pages) <= 4 for paper in branches)
