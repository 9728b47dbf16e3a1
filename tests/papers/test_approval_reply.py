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

SINGLE = sort_of("approval-reply", "single")
COLLECTIVE = sort_of("approval-reply", "collective")
KEPT = frozenset({"schema", "id", "full_name", "short_name", "committee", "branch"})


def _single(plain, place=0):
    whose = office_of(plain)
    return made(SINGLE, whose, whose.branches[place])


def test_the_decision_stands_in_the_reply():
    for record in office().branches:
        paper = words(made(SINGLE, office(), record))

        assert unprinted(record.review.approval, paper) <= {"signer"}
        assert f"{record.target.score.normalize():f}分以上" in paper


def test_it_quotes_what_was_handed_in_and_closes_as_a_reply():
    paper = words(_single(records()))

    assert "你支部2012年6月14日报送的《机关第一党支部晋位升级办法》（第2版）收悉。" in paper
    assert "经2012年6月14日党委会研究，现批复如下：" in paper
    assert "此复。" in paper


def test_it_goes_to_the_branch_with_a_copy_to_the_organisation_department():
    paper = _single(records())

    assert list(texts_with_style(paper, "主送机关")) == ["机关第一党支部："]
    assert set(texts_with_style(paper, "抄送")) == {"抄送：党委组织部。"}


def test_the_advice_of_the_reviewer_is_the_first_demand():
    paper = words(_single(records(), 5))

    assert "1.供暖问题先做年内能做的检修。" in paper
    assert "2.对立档的3个问题逐项落实措施、责任人和完成时限，按期整改销号。" in paper


def test_a_branch_that_stays_in_its_grade_is_not_said_to_rise():
    assert "在先进档次内实现提升，考评得分85分以上" in words(_single(records(), 5))


def test_a_result_in_other_words_stands_as_it_is():
    plain = records()
    plain["branch-Z01.yaml"]["review"]["approval"]["result"] = "暂缓，修改后再报"

    assert "审定结果：暂缓，修改后再报。" in words(_single(plain))


def test_a_reply_without_a_number_leaves_its_place_open():
    plain = records()
    del plain["branch-Z01.yaml"]["review"]["approval"]["doc_no"]

    assert list(texts_with_style(_single(plain), "发文字号")) == ["示院党批〔2012〕　　号"]


def test_the_collective_reply_has_every_method_with_its_decision():
    paper = words(made(COLLECTIVE, office()))

    for record in office().branches:
        assert f"《{record.method.title}》（第{record.method.version}版）" in paper
        assert squeezed(record.review.approval.opinion).rstrip("。") in paper
    assert "经2012年6月14日党委会研究，现对6个党支部的晋位升级办法批复如下：" in paper
    assert "此复。" in paper


def test_the_collective_reply_is_only_to_the_branches_decided_on():
    plain = records()
    del plain["branch-Z03.yaml"]["review"]["approval"]
    plain["branch-Z04.yaml"]["review"]["approval"]["date"] = "2012-06-15"

    paper = made(COLLECTIVE, office_of(plain))

    recipients = next(iter(texts_with_style(paper, "主送机关")))
    assert "学生第一党支部" in recipients
    assert "机电工程系教工党支部" not in recipients
    assert "对5个党支部" in words(paper)
    assert list(texts_with_style(paper, "成文日期")) == ["　　年　月　日"]


def test_another_office_has_its_own_words():
    whole = other_office.records()
    hospital = office_of({"committee.yaml": whole.pop("committee"), **whole})

    for paper in (made(SINGLE, hospital, hospital.branches[0]), made(COLLECTIVE, hospital)):
        assert not any(word in words(paper) for word in ("学校", "学院", "校园", "2012"))
        assert set(texts_with_style(paper, "抄送")) == {"抄送：人事科。"}


def test_odd_texts_are_printed_as_they_stand():
    plain = with_odd_texts(records())

    assert squeezed(ODD_TEXT) in words(_single(plain))
    assert squeezed(ODD_TEXT) in words(made(COLLECTIVE, office_of(plain)))


@pytest.mark.parametrize("seed", range(3))
def test_an_unfinished_record_makes_a_paper(seed):
    plain = {name: thinned(one, random.Random(seed), KEPT) for name, one in records().items()}

    for text in (words(_single(plain)), words(made(COLLECTIVE, office_of(plain)))):
        assert not any(trace in text for trace in ("None", "nan", "{{", "{%", "Undefined"))
