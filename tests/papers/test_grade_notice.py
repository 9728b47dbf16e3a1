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

PAPER = sort_of("grade-notice")
KEPT = frozenset({"schema", "id", "full_name", "short_name", "committee", "branch"})


def test_every_fact_of_the_notice_stands_in_the_paper():
    paper = words(made(PAPER, office()))

    assert unprinted(office().committee.grade_confirmation.notice, paper) == set()


def test_every_branch_has_its_first_grade_its_grade_and_the_change():
    paper = words(made(PAPER, office()))

    for record in office().branches:
        start, end = record.baseline.grade, record.final.grade
        change = f"保持{end}" if start == end else f"{start}→{end}"
        assert f"{record.branch.short_name}{start}{end}{change}" in paper


def test_the_approval_is_quoted_and_the_changes_are_counted():
    paper = words(made(PAPER, office()))

    reply = office().committee.grade_confirmation.reply
    assert f"根据{office().committee.superior.full_name}《{reply.title}》（{reply.doc_no}）" in paper
    assert "审定为品牌的1个、标兵的1个、先进的3个、一般的1个；晋升档次的4个、保持原档次的2个。" in paper
    assert "特此通知。" in paper


def test_it_goes_to_all_branches_with_a_copy_to_the_superior():
    paper = made(PAPER, office())

    assert list(texts_with_style(paper, "主送机关")) == ["各党支部，机关各部门："]
    assert set(texts_with_style(paper, "抄送")) == {f"抄送：{office().committee.superior.full_name}。"}


def test_what_the_superior_asks_for_is_passed_on():
    plain = records()
    plain["committee.yaml"]["grade_confirmation"]["reply"]["opinion"] = "请抓好未达标支部的整改。"

    assert "批复要求：请抓好未达标支部的整改。" in words(made(PAPER, office_of(plain)))


def test_what_comes_next_is_printed_or_left_for_handwriting():
    plain = records()
    plain["committee.yaml"]["texts"] = {"D16": {"下一步要求": "巩固成果，防止反弹。"}}

    assert "（下一步要求，请在此填写）" in words(made(PAPER, office()))
    assert "巩固成果，防止反弹。特此通知。" in words(made(PAPER, office_of(plain)))


def test_a_notice_not_issued_yet_has_its_number_and_date_open():
    plain = records()
    del plain["committee.yaml"]["grade_confirmation"]["notice"]

    paper = made(PAPER, office_of(plain))

    assert list(texts_with_style(paper, "发文字号")) == ["示院党发〔2012〕　　号"]
    assert list(texts_with_style(paper, "成文日期")) == ["　　年　月　日"]
    assert "关于公布2012年度党支部晋位升级档次审定结果的通知" in words(paper)


def test_another_office_has_its_own_words():
    whole = other_office.records()
    hospital = office_of({"committee.yaml": whole.pop("committee"), **whole})

    paper = words(made(PAPER, hospital))

    assert unprinted(hospital.committee.grade_confirmation.notice, paper) == set()
    assert not any(word in paper for word in ("学校", "学院", "校园", "2012", "先进", "标兵"))


def test_odd_texts_are_printed_as_they_stand():
    plain = with_odd_texts(records())
    plain["committee.yaml"]["grade_confirmation"]["reply"]["opinion"] = f"意见{ODD_TEXT}。"

    assert squeezed(ODD_TEXT) in words(made(PAPER, office_of(plain)))


@pytest.mark.parametrize("seed", range(3))
def test_an_unfinished_record_makes_a_paper(seed):
    plain = {name: thinned(one, random.Random(seed), KEPT) for name, one in records().items()}

    text = words(made(PAPER, office_of(plain)))

    assert not any(trace in text for trace in ("None", "nan", "{{", "{%", "Undefined"))
