import random

import pytest

from docgen.text.dates import cn_date
from support.docx import text_of, texts_with_style
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
from support.pdf import all_measured

PLEDGE = sort_of("public-pledge", "page")
POSTER = sort_of("public-pledge", "poster")
REQUIRED = frozenset({"schema", "id", "short_name"})
SIX = range(6)


def _pledge(number=0, whose=None):
    whose = whose or office()
    return made(PLEDGE, whose, whose.branches[number])


def _changed(key, value):
    plain = records()
    plain["branch-Z01.yaml"][key] = value
    return office_of(plain)


@pytest.mark.parametrize("number", SIX)
def test_every_pledge_is_printed_with_its_day_and_its_name(number):
    record = office().branches[number]

    paper = words(_pledge(number))

    assert unprinted(record.pledges.to_public, paper) <= {"items.problem", "items.deed"}
    for item in record.pledges.to_public.items:
        assert squeezed(f"{item.seq}{item.text}{cn_date(item.deadline)}{item.responsible}") in paper


@pytest.mark.parametrize("number", SIX)
def test_it_says_where_to_complain_and_who_approved_it(number):
    record = office().branches[number]

    paper = words(_pledge(number))

    assert unprinted(record.publicity.notices[0].supervise, paper) == set()
    committee = office().committee.committee
    assert f"审定：{committee.full_name}{cn_date(record.review.approval.date)}" in paper


@pytest.mark.parametrize("sort", [PLEDGE, POSTER])
def test_a_committee_with_a_long_name_has_the_day_of_its_approval_on_a_line_of_its_own(sort):
    plain = records()
    plain["committee.yaml"]["committee"]["full_name"] = "中共江源市水务集团有限公司委员会"
    whose = office_of(plain)
    lines = text_of(made(sort, whose, whose.branches[0])).splitlines()

    day = cn_date(whose.branches[0].review.approval.date)
    assert "审定：中共江源市水务集团有限公司委员会" in [line.strip() for line in lines]
    assert day in [squeezed(line) for line in lines]


@pytest.mark.parametrize("number", SIX)
def test_nothing_private_is_posted(number):
    record = office().branches[number]
    public = record.publicity.notices[0].supervise

    paper = words(_pledge(number))

    contact = record.branch.contact
    for private in {contact.phone, contact.email, contact.room} - {public.phone, public.email, ""}:
        assert squeezed(private) not in paper


def test_whether_a_pledge_was_kept_is_not_in_the_pledge():
    to_public = records()["branch-Z01.yaml"]["pledges"]["to_public"]
    items = [item | {"fulfilled": not item["fulfilled"]} for item in to_public["items"]]

    changed = _pledge(0, _changed("pledges", {"to_public": to_public | {"items": items}}))

    assert changed == _pledge(0)


def test_without_a_notice_the_committees_own_telephone_stands_there():
    paper = words(_pledge(0, _changed("publicity", {})))
    unit = office().committee.committee.org_department

    assert f"监督电话：{unit.phone}（{unit.name}）。" in paper


def test_a_pledge_not_approved_and_not_signed_leaves_both_days_open():
    plain = records()
    del plain["branch-Z01.yaml"]["review"]["approval"]
    del plain["branch-Z01.yaml"]["pledges"]["to_public"]["date"]

    paper = _pledge(0, office_of(plain))

    assert "审定：中共示范学院委员会年月日" in words(paper)
    assert list(texts_with_style(paper, "签署栏"))[-1] == "　　年　月　日"


@pytest.mark.pdf
def test_it_is_one_page_even_with_seven_pledges():
    to_public = records()["branch-Z02.yaml"]["pledges"]["to_public"]
    items = [item | {"seq": n} for n, item in enumerate((to_public["items"] * 3)[:7], start=1)]
    plain = records()
    plain["branch-Z02.yaml"]["pledges"]["to_public"]["items"] = items

    papers = all_measured([*(_pledge(number) for number in SIX), _pledge(1, office_of(plain))])

    assert [len(paper.pages) for paper in papers] == [1] * 7


@pytest.mark.parametrize("number", SIX)
def test_the_poster_says_what_the_page_says(number):
    branch = office().branches[number]

    assert text_of(made(POSTER, office(), branch)) == text_of(_pledge(number))


@pytest.mark.pdf
def test_the_poster_is_the_page_enlarged_to_a3():
    papers = [made(sort, office(), office().branches[1]) for sort in (PLEDGE, POSTER)]
    page, poster = (paper.pages for paper in all_measured(papers))

    assert len(poster) == 1
    assert (round(poster[0].width_mm), round(poster[0].height_mm)) == (297, 420)
    assert [line.text for line in poster[0].lines] == [line.text for line in page[0].lines]


@pytest.mark.parametrize("number", SIX)
def test_odd_texts_are_printed_as_they_stand(number):
    odd = office_of(with_odd_texts(records()))

    assert squeezed(ODD_TEXT) in words(_pledge(number, odd))


@pytest.mark.parametrize("seed", range(12))
def test_an_unfinished_record_makes_a_pledge(seed):
    plain = {n: thinned(one, random.Random(f"{seed}{n}"), REQUIRED) for n, one in records().items()}
    thin = office_of(plain)

    papers = [_pledge(number, thin) for number in SIX]

    for trace in ("None", "nan", "{{", "{%", "Undefined", "。。", "，。", "“”", "（）", "《》"):
        assert all(trace not in text_of(paper) for paper in papers), trace


def test_the_templates_say_nothing_that_only_one_campaign_says():
    for blocks in (TEMPLATES / "public-pledge").glob("blocks*.yaml"):
        text = blocks.read_text("utf-8")

        for own in ("学校", "学院", "校园", "七一", "十八大", "建设年", "先进", "标兵"):
            assert own not in text
