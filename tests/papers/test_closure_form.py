import pytest

from support.papers import ODD_TEXT, office, office_of, records, squeezed, unprinted, with_odd_texts
from support.planned import jobs_of, words_of

SLUG = "closure-form"
ALL = [(job.owner, job.item_id, job.item) for job in jobs_of(SLUG)]
FED = ("closure", "measures", "target", "carry_over")


def _w2(**changes):
    plain = records()
    first, second, third = plain["branch-Z01.yaml"]["problems"]
    plain["branch-Z01.yaml"]["problems"] = [first, second | changes, third]
    return words_of(SLUG, owner="Z01", item="W2", whose=office_of(plain))


@pytest.mark.parametrize(("owner", "item", "problem"), ALL)
def test_target_measures_evidence_and_verdict_are_on_the_form(owner, item, problem):
    paper = words_of(SLUG, owner=owner, item=item)

    lacking = {path for key in FED for path in unprinted(getattr(problem, key), paper)}
    assert lacking <= {"id", "addresses", "support", "direction", "explained_on"}
    assert f"问题编号{owner}-{item}问题名称{squeezed(problem.title)}" in paper


def test_there_is_one_for_each_problem():
    assert len(ALL) == sum(len(record.problems) for record in office().branches)


def test_a_closed_problem_is_agreed_to_on_its_day():
    paper = words_of(SLUG, owner="Z01", item="W2")

    assert "该问题已整改，申请销号。" in paper
    assert "☑同意销号☐不同意销号" in paper
    assert paper.endswith("负责人（签字）：（盖章）2012年7月24日")


def test_a_problem_that_goes_on_says_why_and_until_when():
    paper = words_of(SLUG, owner="Z01", item="W1")

    assert "☐同意销号☐不同意销号，新的完成时限：2013年3月31日" in paper
    assert "原因：新规则12月才施行，指标未达到5个工作日负责人（签字）" in paper


def test_a_closing_that_was_applied_for_and_put_off_is_ticked_as_refused():
    paper = _w2(
        status="转入续办",
        closure={"applied_on": "2012-07-18"},
        carry_over={"reason": "仍有缺页", "new_deadline": "2012-12-31"},
    )

    assert "☐同意销号☑不同意销号" in paper


def test_how_it_was_checked_is_printed_or_left_to_be_ticked():
    written = _w2(texts={"D32": {"核查方式": "查阅六次会议记录"}})

    assert "核查方式：查阅六次会议记录" in written
    assert "核查方式：☐查阅材料☐实地查看☐走访谈话☐其他：" in _w2()


def test_a_form_may_be_printed_before_anything_is_done():
    paper = _w2(status="整改中", closure=None, recheck=None, result_value=None, measures=None)

    assert "是否达到会议记录要素齐全率（%）57100☐是☐否" in paper
    assert "申请销号" not in paper
    assert paper.endswith("负责人（签字）：（盖章）年月日")


def test_odd_texts_are_printed_as_they_stand():
    odd = office_of(with_odd_texts(records()))

    assert squeezed(ODD_TEXT) in words_of(SLUG, owner="Z01", item="W2", whose=odd)
