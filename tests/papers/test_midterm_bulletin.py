import random

import pytest

from docgen.build.plan import plan
from docgen.kinds import load_catalogue
from docgen.settings import Settings
from support import other_office
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

BOTH = sort_of("midterm-bulletin", "both")
PRAISE = sort_of("midterm-bulletin", "praise")
CRITICISM = sort_of("midterm-bulletin", "criticism")
KEPT = frozenset({"schema", "id", "full_name", "short_name", "committee", "branch"})


def _planned(commendation):
    papers = load_catalogue([TEMPLATES]).find("D11").papers
    return [job.paper.variant for job in plan(papers, office(), Settings(commendation=commendation), None)]


@pytest.mark.parametrize(("setting", "variants"), [("one", ["both"]), ("two", ["criticism", "praise"])])
def test_the_setting_chooses_one_bulletin_or_two(setting, variants):
    assert _planned(setting) == variants


def test_every_branch_has_its_score_and_its_outcome():
    paper = words(made(BOTH, office()))

    for record in office().branches:
        line = f"{record.branch.short_name}{record.midterm.total:f}".removesuffix(".0")
        assert f"{line}{record.midterm.outcome}" in paper


def test_the_assessment_is_told_as_the_record_has_it():
    paper = words(made(BOTH, office()))

    evaluation = office().committee.midterm_evaluation
    assert unprinted(evaluation.team, paper) == set()
    assert "2012年6月27日至6月29日" in paper
    assert all(method in paper for method in evaluation.methods)
    assert "平均得分83.1分，最高93.5分，最低60分" in paper
    assert "表扬的2个，通过的3个，批评并限期整改的1个" in paper


def test_a_praised_branch_has_the_facts_of_the_day_and_the_comment():
    paper = words(made(BOTH, office()))

    # W1 was closed in June, W2 and W3 in autumn.
    assert "考评得分93.5分，3个立档问题中已销号1个。立即解决的问题当月见效，党员参与面广。" in paper


def test_criticism_has_the_reasons_of_the_order_and_its_deadline():
    paper = words(made(BOTH, office()))

    order = office().branches[0].rectification_order
    assert f"存在{'、'.join(order.reasons)}的问题" in paper
    assert "限2012年7月20日前完成整改" in paper
    assert order.doc_no in paper


@pytest.mark.parametrize(
    ("paper", "there", "absent"),
    [(PRAISE, "学生第一党支部", "机关第一党支部"), (CRITICISM, "机关第一党支部", "学生第一党支部")],
)
def test_of_two_bulletins_each_names_its_own_branches(paper, there, absent):
    text = words(made(paper, office()))

    assert there in text
    assert absent not in text


def test_two_bulletins_do_not_share_the_one_number_of_the_record():
    numbers = [list(texts_with_style(made(paper, office()), "发文字号")) for paper in (PRAISE, CRITICISM)]

    assert numbers == [["示院党通〔2012〕　　号"]] * 2


def test_the_bulletin_goes_to_all_branches_with_a_copy_to_the_superior():
    paper = made(BOTH, office())

    assert list(texts_with_style(paper, "主送机关")) == ["各党支部，机关各部门："]
    assert set(texts_with_style(paper, "抄送")) == {f"抄送：{office().committee.superior.full_name}。"}


def test_branches_that_are_not_assessed_yet_are_named():
    plain = records()
    del plain["branch-Z03.yaml"]["midterm"]

    paper = words(made(BOTH, office_of(plain)))

    assert "6个党支部中，已考评5个，尚未考评的是机电工程系教工党支部。" in paper


def test_before_the_assessment_nothing_is_said_of_its_result():
    plain = records()
    for name in plain:
        if name != "committee.yaml":
            plain[name].pop("midterm")

    paper = words(made(BOTH, office_of(plain)))

    assert "0个" not in paper
    assert "没有予以" not in paper
    assert "（予以表扬的党支部，请在此填写）" in paper
    assert "（予以批评的党支部，请在此填写）" in paper


def test_nobody_criticised_is_said_in_words():
    plain = records()
    plain["branch-Z01.yaml"]["midterm"]["outcome"] = "通过"

    assert "本次考评没有予以批评的党支部。" in words(made(BOTH, office_of(plain)))


def test_what_comes_next_is_printed_or_left_for_handwriting():
    plain = records()
    plain["committee.yaml"]["texts"] = {"D11": {"下一步要求": "一是抓紧整改。\n二是举一反三。"}}

    assert "（下一步要求，请在此填写）" in words(made(BOTH, office()))
    assert "二是举一反三。特此通报。" in words(made(BOTH, office_of(plain)))


def test_another_office_has_its_own_words():
    whole = other_office.records()
    hospital = office_of({"committee.yaml": whole.pop("committee"), **whole})

    paper = words(made(BOTH, hospital))

    assert "滨医党通〔2027〕2号" in paper
    for word in ("学校", "学院", "校园", "2012"):
        assert word not in paper


def test_odd_texts_are_printed_as_they_stand():
    assert squeezed(ODD_TEXT) in words(made(BOTH, office_of(with_odd_texts(records()))))


@pytest.mark.parametrize("seed", range(3))
def test_an_unfinished_record_makes_a_paper(seed):
    plain = {name: thinned(one, random.Random(seed), KEPT) for name, one in records().items()}

    for paper in (BOTH, PRAISE, CRITICISM):
        text = words(made(paper, office_of(plain)))
        assert not any(trace in text for trace in ("None", "nan", "{{", "{%", "Undefined"))


def test_a_bulletin_without_a_title_of_its_own_has_the_usual_one():
    plain = records()
    del plain["committee.yaml"]["midterm_evaluation"]["bulletin"]

    assert "委员会关于“七一”前整改落实情况考评结果的通报" in words(made(BOTH, office_of(plain)))
