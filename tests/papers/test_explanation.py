import pytest

from support.docx import texts_with_style
from support.papers import ODD_TEXT, office, office_of, records, squeezed, unprinted
from support.planned import jobs_of, paper_of, words_of

SLUG = "explanation"
ALL = [(job.owner, job.item_id, job.branch, job.item) for job in jobs_of(SLUG)]


def _w1(**changes):
    plain = records()
    first, *others = plain["branch-Z01.yaml"]["problems"]
    plain["branch-Z01.yaml"]["problems"] = [first | changes, *others]
    return office_of(plain)


@pytest.mark.parametrize(("owner", "item", "record", "problem"), ALL)
def test_what_why_when_and_who_are_told(owner, item, record, problem):
    paper = words_of(SLUG, owner=owner, item=item)

    assert unprinted(problem.explanation, paper) == set()
    assert unprinted(problem.measures, paper) <= {"id", "addresses", "support", "deliverable", "done_on"}
    for told in (problem.description, problem.lead, problem.target.metric):
        assert all(squeezed(line).rstrip("。") in paper for line in told.splitlines())


@pytest.mark.parametrize(("owner", "item", "record", "problem"), ALL)
def test_nothing_private_is_posted(owner, item, record, problem):
    paper = words_of(SLUG, owner=owner, item=item)

    public = {record.publicity.notices[0].supervise.phone, record.publicity.notices[0].supervise.email}
    private = {record.branch.contact.phone, record.branch.contact.email} - public - {""}
    assert not [value for value in private if value in paper]


def test_only_problems_that_need_time_are_explained():
    planned = [
        (record.branch.id, problem.id)
        for record in office().branches
        for problem in record.problems
        if problem.triage == "限期解决"
    ]

    assert [(owner, item) for owner, item, *_ in ALL] == planned


def test_it_is_addressed_to_those_who_were_told():
    assert list(texts_with_style(paper_of(SLUG, owner="Z01"), "主送机关")) == ["全校教职工和学生干部代表："]


def test_marks_in_the_title_of_the_problem_do_not_end_the_papers_own():
    title = paper_of(SLUG, owner="Z02", item="W1")

    assert "关于解决“‘领先状态’下求进意识不强" in squeezed("".join(texts_with_style(title, "公文标题")))


def test_what_is_done_meanwhile_is_written_or_left_open():
    written = _w1(texts={"D29": {"过渡措施": ODD_TEXT}})
    plain = records()
    plain["branch-Z01.yaml"]["texts"] = {"D29": {"过渡措施（W1）": "先公布代办人。"}}

    assert f"三、过渡期间的措施{squeezed(ODD_TEXT)}四、" in words_of(SLUG, owner="Z01", whose=written)
    assert "三、过渡期间的措施先公布代办人。四、" in words_of(SLUG, owner="Z01", whose=office_of(plain))
    assert "（过渡期间的措施，请在此填写）" in words_of(SLUG, owner="Z01")


def test_without_an_explanation_the_causes_from_outside_are_told():
    paper = words_of(SLUG, owner="Z01", whose=_w1(explanation=None))

    assert "一、暂时不能解决的原因会签规则是2003年制定的，多处与现行机构设置不符。二、" in paper
    assert paper.endswith("年月日")
