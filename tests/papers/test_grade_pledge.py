import pytest

from support.docx import texts_with_style
from support.papers import ODD_TEXT, office, office_of, records, squeezed, unprinted, with_odd_texts
from support.planned import jobs_of, paper_of, words_of

SLUG = "grade-pledge"
OWNERS = [job.owner for job in jobs_of(SLUG)]


def _z01(**changes):
    plain = records()
    pledges = plain["branch-Z01.yaml"]["pledges"]
    pledges["to_superior"] = {**pledges["to_superior"], **changes}
    return words_of(SLUG, owner="Z01", whose=office_of(plain))


@pytest.mark.parametrize("owner", OWNERS)
def test_every_pledge_stands_with_who_makes_it_and_when(owner):
    record = next(one for one in office().branches if one.branch.id == owner)

    paper = words_of(SLUG, owner=owner)

    assert unprinted(record.pledges.to_superior, paper) == set()
    assert f"考评得分不低于{record.target.score.normalize():f}分" in paper


def test_every_branch_pledges_to_the_committee():
    assert len(OWNERS) == len(office().branches)
    assert list(texts_with_style(paper_of(SLUG), "主送机关")) == ["中共示范学院委员会："]


def test_a_rise_and_a_stay_are_told_apart():
    assert "由“一般”晋升为“先进”" in words_of(SLUG, owner="Z01")
    assert "在“先进”档次内实现提升" in words_of(SLUG, owner="Z06")


def test_nothing_is_signed_beforehand_and_an_unknown_day_stays_open():
    assert _z01(date=None).endswith("承诺人：尉迟远签字：年月日")


def test_a_pledge_without_items_leaves_lines_to_write_on():
    assert "（承诺事项，请在此填写）" in _z01(items=[])


def test_odd_texts_stand_as_they_are():
    plain = with_odd_texts(records())
    pledges = plain["branch-Z01.yaml"]["pledges"]
    pledges["to_superior"]["items"] = [ODD_TEXT]

    assert squeezed(ODD_TEXT) in words_of(SLUG, owner="Z01", whose=office_of(plain))
