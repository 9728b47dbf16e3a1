import random

import pytest

from support.docx import styled_paragraphs, texts_with_style
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
from support.pdf import measured

PAPER = sort_of("committee-plan")
REQUIRED = frozenset({"schema", "id", "full_name", "short_name"})


def _paper(**changes):
    plain = records()
    plain["committee.yaml"] = plain["committee.yaml"] | changes
    return made(PAPER, office_of(plain))


def _plan(**changes):
    return {"plan": records()["committee.yaml"]["plan"] | changes}


def test_every_fact_of_the_plan_stands_in_the_paper():
    paper = words(made(PAPER, office()))

    assert unprinted(office().committee.plan, paper) <= {"version"}


def test_every_branch_has_its_line_with_grade_target_and_secretary():
    paper = words(made(PAPER, office()))

    for record in office().branches:
        assert unprinted(record.target, paper) <= {"mode"}
        for name in (record.branch.short_name, record.branch.secretary, record.branch.liaison):
            assert name in paper
        assert f"{record.baseline.grade}{record.baseline.total.normalize():f}" in paper


def test_the_basis_is_quoted_with_its_numbers():
    paper = words(made(PAPER, office()))

    for basis in office().committee.campaign.basis:
        assert f"《{basis.title}》（{basis.doc_no}）" in paper


def test_rates_are_a_fraction_and_per_cent():
    assert "2/3，66.7%" in words(made(PAPER, office()))


def test_the_notice_goes_to_the_branches_and_a_copy_to_the_superior():
    paper = made(PAPER, office())

    assert list(texts_with_style(paper, "主送机关")) == ["各党支部，机关各部门："]
    assert office().committee.superior.full_name in words(paper)


def test_the_attachments_have_the_names_that_the_notice_lists():
    paper = made(PAPER, office())

    listed = [text.partition(".")[2].strip() or text for text in texts_with_style(paper, "附件说明")]
    titles = [squeezed(text) for text in texts_with_style(paper, "附件标题")]
    assert [squeezed(name) for name in listed] == titles
    assert list(texts_with_style(paper, "附件标记")) == ["附件1", "附件2"]


def test_sections_stand_in_the_order_of_the_procedure():
    headings = list(texts_with_style(made(PAPER, office()), "公文一级标题"))

    assert [heading.partition("、")[2] for heading in headings] == [
        "指导思想和总体目标",
        "现状",
        "分类目标和指导重点",
        "主要任务和分工",
        "步骤安排",
        "组织领导",
        "保障措施",
    ]


def test_a_notice_without_number_and_date_leaves_their_places_open():
    paper = _paper(**_plan(doc_no="", issued_on=None))

    assert list(texts_with_style(paper, "发文字号")) == ["示院党发〔2012〕　　号"]
    assert list(texts_with_style(paper, "成文日期")) == ["　　年　月　日"]


def test_a_committee_without_a_seal_signs_as_one():
    committee = records()["committee.yaml"]["committee"]

    paper = _paper(committee=committee | {"has_seal": False})

    assert list(texts_with_style(paper, "落款署名")) == []
    assert list(texts_with_style(paper, "落款署名（不盖章）")) == [committee["full_name"]]


def test_a_title_inside_a_title_has_the_inner_marks():
    campaign = records()["committee.yaml"]["campaign"]
    basis = [{"title": "关于印发《工作意见》的通知", "issuer": "中共示范市委"}]

    paper = words(_paper(campaign=campaign | {"basis": basis}))

    assert "中共示范市委《关于印发〈工作意见〉的通知》要求" in paper


def test_what_each_stage_does_is_left_open_until_somebody_writes_it():
    stages = records()["committee.yaml"]["plan"]["stages"]
    lines = [f"第{number}步怎样做。" for number in range(len(stages))]

    in_rows = _paper(texts={"D01": {"步骤安排": "\n".join(lines)}})
    below = _paper(texts={"D01": {"步骤安排": "各阶段前后衔接。"}})

    assert all(line in words(in_rows) for line in lines)
    assert ("公文正文", "各阶段前后衔接。") in styled_paragraphs(below)


def test_guarantees_that_nobody_wrote_get_a_place_for_handwriting():
    paper = made(PAPER, office_of(_without("plan", "guarantees")))

    assert "（保障措施，请在此填写）" in words(paper)


def _without(root, key):
    plain = records()
    del plain["committee.yaml"][root][key]
    return plain


def test_odd_texts_are_printed_as_they_stand():
    paper = words(made(PAPER, office_of(with_odd_texts(records()))))

    assert squeezed(ODD_TEXT) in paper


@pytest.mark.parametrize("seed", range(20))
def test_an_unfinished_record_makes_a_paper(seed):
    plain = thinned(records(), random.Random(seed), REQUIRED | {"committee.yaml"})
    plain["committee.yaml"] = thinned(records()["committee.yaml"], random.Random(seed), REQUIRED)

    paper = words(made(PAPER, office_of(plain)))

    for trace in ("None", "nan", "{{", "{%", "Undefined"):
        assert trace not in paper


@pytest.mark.pdf
def test_each_attachment_begins_on_the_first_row_of_a_page_of_its_own():
    pages = measured(made(PAPER, office())).pages

    firsts = [squeezed(page.lines[0].text) for page in pages]

    assert [first for first in firsts if first.startswith("附件")] == ["附件1", "附件2"]


@pytest.mark.pdf
def test_the_first_page_shows_text_and_the_signature_is_not_alone():
    pages = measured(made(PAPER, office())).pages
    committee = office().committee.committee.full_name

    signed = next(page for page in pages[1:] if committee in squeezed(page.text))

    assert "根据" in pages[0].flowing_text
    assert "现印发给你们" in squeezed("".join(page.flowing_text for page in pages[: signed.number]))
    assert len(signed.lines) > 3


@pytest.mark.pdf
def test_the_plan_has_the_usual_length():
    assert 6 <= len(measured(made(PAPER, office())).pages) <= 10


def test_who_links_with_two_branches_is_named_once():
    plain = records()
    for name in ("branch-Z01.yaml", "branch-Z03.yaml"):
        plain[name]["branch"]["liaison"] = "漆昀"

    assert "漆昀联系机关第一党支部、机电工程系教工党支部；" in words(made(PAPER, office_of(plain)))
