import random

import pytest

from support import other_office
from support.docx import texts_with_style
from support.papers import (
    ODD_TEXT,
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

PLAN = sort_of("request-to-superior", "plan")
GRADES = sort_of("request-to-superior", "grades")
BOTH = pytest.mark.parametrize("kind", [PLAN, GRADES], ids=["plan", "grades"])
KEPT = frozenset({"schema", "id", "full_name", "short_name", "committee", "branch"})


def _request(kind, whose):
    committee = whose.committee
    return (committee.submission_to_superior if kind is PLAN else committee.grade_confirmation).request


@BOTH
def test_every_fact_of_the_request_stands_in_the_paper(kind):
    paper = words(made(kind, office()))

    assert unprinted(_request(kind, office()), paper) == set()


@BOTH
def test_it_goes_to_one_superior_with_no_copies_and_names_who_signs_it_off(kind):
    paper = made(kind, office())

    assert list(texts_with_style(paper, "主送机关")) == [f"{office().committee.superior.full_name}："]
    assert list(texts_with_style(paper, "抄送")) == []
    assert "签发人：欧阳景和" in words(paper)


@BOTH
def test_it_closes_as_a_request_and_says_whom_to_call(kind):
    paper = made(kind, office())

    assert "妥否，请批示。" in words(paper)
    assert list(texts_with_style(paper, "附注")) == ["（联系人：芮𬱖，电话：0000-8610011）"]


@BOTH
def test_without_number_signer_and_contact_their_places_stay_open(kind):
    plain = records()
    root = "submission_to_superior" if kind is PLAN else "grade_confirmation"
    plain["committee.yaml"][root]["request"] = {"title": "关于报请审定的请示"}
    plain["committee.yaml"]["committee"]["org_department"] = {}
    plain["committee.yaml"]["committee"]["office"] = {}

    paper = made(kind, office_of(plain))

    assert list(texts_with_style(paper, "签发人")) == ["示院党〔2012〕　　号\t签发人："]
    assert "（联系人：，电话：）" in words(paper)
    assert "　　年　月　日" in next(iter(texts_with_style(paper, "成文日期")))


def test_the_plan_and_what_the_branches_did_are_told():
    paper = words(made(PLAN, office()))

    plan = office().committee.plan
    assert f"《{plan.title}》" in paper
    assert squeezed(plan.overall_goal) in paper
    assert "2012年6月12日经党委会（2012年第9次）审议一致通过" in paper
    assert "组织所属6个党支部开展查找活动19次，逐一建立问题档案17份，6个党支部报送了升级办法" in paper


def test_what_happened_after_the_request_is_not_told_in_it():
    plain = records()
    plain["branch-Z01.yaml"]["problems"][0]["filed_on"] = "2012-06-13"
    plain["branch-Z02.yaml"]["review"]["submissions"][0]["submitted_on"] = "2012-06-13"

    paper = words(made(PLAN, office_of(plain)))

    assert "逐一建立问题档案16份，5个党支部报送了升级办法" in paper


def test_without_an_overall_goal_the_pledged_numbers_stand_for_it():
    plain = records()
    del plain["committee.yaml"]["plan"]["overall_goal"]

    assert "一般党支部晋升先进2个（2/3，66.7%）" in words(made(PLAN, office_of(plain)))


def test_every_branch_has_the_grade_that_is_asked_for():
    paper = words(made(GRADES, office()))

    for record in office().branches:
        start, end = record.baseline.grade, record.final.grade
        change = f"保持{end}" if start == end else f"{start}→{end}"
        assert f"{record.branch.short_name}{start}{record.final.total.normalize():f}{end}{change}" in paper


def test_the_way_to_the_grades_is_told_and_the_report_goes_apart():
    paper = words(made(GRADES, office()))

    final = office().committee.final_evaluation
    assert "2012年12月10日至12月14日" in paper
    assert "2012年12月17日至12月21日（5个工作日）公示。公示期间未收到不同意见。" in paper
    assert f"党委会（{final.committee_decision.session}）审议了考评验收结果" in paper
    assert f"已以《{final.report.title}》（{final.report.doc_no}）另行报告" in paper
    assert "一般党支部晋升先进率为2/3，66.7%（要求30%以上）" in paper


@BOTH
def test_another_office_has_its_own_words(kind):
    whole = other_office.records()
    hospital = office_of({"committee.yaml": whole.pop("committee"), **whole})

    paper = words(made(kind, hospital))

    assert unprinted(_request(kind, hospital), paper) == set()
    assert not any(word in paper for word in ("学校", "学院", "校园", "2012"))


def test_odd_texts_are_printed_as_they_stand():
    assert squeezed(ODD_TEXT) in words(made(PLAN, office_of(with_odd_texts(records()))))


@BOTH
@pytest.mark.parametrize("seed", range(3))
def test_an_unfinished_record_makes_a_paper(kind, seed):
    plain = {name: thinned(one, random.Random(seed), KEPT) for name, one in records().items()}

    text = words(made(kind, office_of(plain)))

    assert not any(trace in text for trace in ("None", "nan", "{{", "{%", "Undefined"))
