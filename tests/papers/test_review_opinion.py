import pytest

from support.docx import texts_with_style
from support.papers import ODD_TEXT, office, office_of, records, squeezed, unprinted, with_odd_texts
from support.planned import jobs_of, paper_of, words_of

SLUG = "review-opinion"
ALL = [(job.owner, job.item_id, job.item) for job in jobs_of(SLUG)]


def _of_z01(whose=None, item="1", **texts):
    plain = whose or records()
    plain["branch-Z01.yaml"]["texts"] = {"D05": texts}
    return words_of(SLUG, owner="Z01", item=item, whose=office_of(plain))


@pytest.mark.parametrize(("owner", "item", "submission"), ALL)
def test_every_word_of_the_review_is_on_its_own_paper(owner, item, submission):
    paper = words_of(SLUG, owner=owner, item=item)

    assert unprinted(submission, paper) == set()
    assert f"报审版次第{submission.version}版" in paper


def test_there_is_one_for_each_time_the_method_was_handed_in():
    handed_in = [(r.branch.id, str(s.version)) for r in office().branches for s in r.review.submissions]

    assert [(owner, item) for owner, item, _ in ALL] == handed_in


def test_boxes_are_ticked_as_the_verdict_says():
    returned, passed = words_of(SLUG, owner="Z01", item="1"), words_of(SLUG, owner="Z01", item="2")

    assert "审核缺陷☑不具体☐不明确☐缺乏针对性☑缺乏可操作性" in returned
    assert "措施是否具体☐是☑否" in returned
    assert "时限是否明确☐是☑否" in returned
    assert "可行性☐可行☑基本可行☐不可行时效性☐合理☐偏紧☑不明确" in returned
    assert "审核结果☐通过☑退回修改☐不予通过" in returned
    assert "措施是否具体☑是☐否" in passed
    assert "审核缺陷☐不具体☐不明确☐缺乏针对性☐缺乏可操作性" in passed


def test_points_on_which_the_record_is_silent_are_left_to_the_reviewers_hand():
    paper = words_of(SLUG, owner="Z01", item="2")

    assert "目标是否量化☐是☐否" in paper
    assert "责任是否到人☐是☐否" in paper


def test_only_what_is_sent_back_has_a_day_to_be_handed_in_again():
    paper = _of_z01(重新报送时限="2012年6月15日")

    assert "重新报送时限2012年6月15日" in paper
    assert "重新报送时限" not in _of_z01(item="2", 重新报送时限="2012年6月15日")
    assert list(texts_with_style(paper_of(SLUG, owner="Z01", item="1"), "公文副题")) == ["（退回修改）"]
    assert list(texts_with_style(paper_of(SLUG, owner="Z01", item="2"), "公文副题")) == []


def test_a_remark_on_a_point_may_be_of_one_version_only():
    texts = {"目标是否量化（第1版）": "缺少现值", "责任是否到人": "已到人"}

    first, second = _of_z01(**texts), _of_z01(item="2", **texts)

    assert "目标是否量化☐是☐否缺少现值" in first
    assert "缺少现值" not in second
    assert "责任是否到人☐是☐否已到人" in first
    assert "责任是否到人☐是☐否已到人" in second


def test_guidance_is_that_of_the_grade_from_which_the_branch_starts():
    paper = words_of(SLUG, owner="Z01", item="1")

    assert "一般党支部的分类指导要求：主题是提升上档次；方法是找薄弱、定目标、查漏补缺抓提升；" in paper
    assert "重点解决争先动力不足、工作满足一般化难于有所突破。" in paper


def test_no_signature_stands_there_before_it_is_signed():
    assert "审核人（签字）：（盖章）2012年6月13日" in words_of(SLUG, owner="Z01", item="1")


def test_odd_texts_are_printed_as_they_stand():
    odd = office_of(with_odd_texts(records()))

    assert squeezed(ODD_TEXT) in words_of(SLUG, owner="Z01", item="1", whose=odd)
