import pytest

from support.papers import ODD_TEXT, office, office_of, records, squeezed, unprinted
from support.planned import jobs_of, words_of

SLUG = "recheck-record"
ALL = [(job.owner, job.item_id, job.item) for job in jobs_of(SLUG)]


def _w2(**changes):
    plain = records()
    first, second, third = plain["branch-Z01.yaml"]["problems"]
    plain["branch-Z01.yaml"]["problems"] = [first, second | changes, third]
    return words_of(SLUG, owner="Z01", item="W2", whose=office_of(plain))


@pytest.mark.parametrize(("owner", "item", "problem"), ALL)
def test_what_was_found_at_the_second_look_is_on_the_record(owner, item, problem):
    paper = words_of(SLUG, owner=owner, item=item)

    assert unprinted(problem.recheck, paper) == set()
    assert f"问题编号{owner}-{item}问题名称{squeezed(problem.title)}" in paper


def test_only_problems_that_were_looked_at_again_have_one():
    rechecked = [(r.branch.id, p.id) for r in office().branches for p in r.problems if p.recheck]

    assert [(owner, item) for owner, item, _ in ALL] == rechecked
    assert ("Z01", "W1") not in rechecked


def test_a_problem_that_came_back_is_ticked_so():
    assert "复查结论☐未反弹☑反弹" in _w2(recheck={"date": "2012-11-14", "result": "反弹"})
    assert "复查结论☑未反弹☐反弹" in _w2()


def test_a_day_alone_makes_the_form_to_be_filled_in_by_hand():
    paper = _w2(recheck={"date": "2012-11-14"})

    assert (
        "复查日期2012年11月14日复查人复查方式结合督查进行：JC-4，随机抽查、面上指导。☐查阅台账记录" in paper
    )
    assert "复查结论☐未反弹☐反弹" in paper


def test_a_second_look_on_a_day_without_inspection_names_none():
    assert "复查方式☐查阅台账记录" in _w2(recheck={"date": "2012-11-15"})


def test_what_the_record_has_no_key_for_comes_from_the_problems_texts():
    paper = _w2(texts={"D36": {"复查方式": "抽查记录本", "复查情况": ODD_TEXT, "处理意见": "继续保持"}})

    assert f"抽查记录本复查情况{squeezed(ODD_TEXT)}复查结论" in paper
    assert "处理意见继续保持" in paper
