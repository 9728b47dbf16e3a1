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

PAPER = sort_of("overall-pledge")
KEPT = frozenset({"schema", "id", "full_name", "short_name", "committee", "branch"})


def test_every_pledge_stands_in_the_paper():
    paper = words(made(PAPER, office()))

    assert unprinted(office().committee.overall_pledge, paper) == set()


def test_it_is_addressed_to_the_superior_and_asks_for_supervision():
    paper = made(PAPER, office())

    assert list(texts_with_style(paper, "主送机关")) == [f"{office().committee.superior.full_name}："]
    assert "请上级党组织和广大党员群众监督" in words(paper)


def test_pledged_numbers_have_their_fraction_and_per_cent():
    paper = words(made(PAPER, office()))

    assert "一般党支部晋升先进2个（2/3，66.7%）" in paper
    assert "标兵党支部晋升品牌1个（1/1，100%）" in paper


def test_the_committee_seals_and_the_secretary_signs_by_hand():
    paper = made(PAPER, office())

    assert list(texts_with_style(paper, "签署栏")) == [
        "承诺单位（盖章）：",
        "中共示范学院委员会",
        "书记：欧阳景和",
        "签字：",
        "2012年6月12日",
    ]


def test_a_committee_without_a_seal_is_not_asked_for_one():
    plain = records()
    plain["committee.yaml"]["committee"]["has_seal"] = False

    assert "盖章" not in words(made(PAPER, office_of(plain)))


def test_pledges_that_nobody_wrote_get_a_place_for_handwriting():
    plain = records()
    plain["committee.yaml"]["overall_pledge"] = {"signer": "欧阳景和"}

    paper = words(made(PAPER, office_of(plain)))

    assert "（承诺事项，请在此填写）" in paper
    assert "年月日" in paper


def test_another_office_has_its_own_grades_and_words():
    whole = other_office.records()
    hospital = office_of({"committee.yaml": whole.pop("committee"), **whole})

    paper = words(made(PAPER, hospital))

    assert "达标党支部晋升良好2个（2/3，66.7%）" in paper
    assert not any(word in paper for word in ("学校", "学院", "校园", "先进", "标兵"))


def test_odd_texts_are_printed_as_they_stand():
    assert squeezed(ODD_TEXT) in words(made(PAPER, office_of(with_odd_texts(records()))))


@pytest.mark.parametrize("seed", range(3))
def test_an_unfinished_record_makes_a_paper(seed):
    plain = {name: thinned(one, random.Random(seed), KEPT) for name, one in records().items()}

    text = words(made(PAPER, office_of(plain)))

    assert not any(trace in text for trace in ("None", "nan", "{{", "{%", "Undefined"))


def test_a_superior_that_nobody_named_is_addressed_as_such():
    plain = records()
    del plain["committee.yaml"]["superior"]

    assert list(texts_with_style(made(PAPER, office_of(plain)), "主送机关")) == ["上级党组织："]
