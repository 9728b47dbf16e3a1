import random

import pytest

from docgen.campaign.models.process import Notice
from support.docx import texts_with_style
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

GOALS = sort_of("public-notice", "goals")
RESULT = sort_of("public-notice", "result")
REQUIRED = frozenset({"schema", "id", "full_name", "short_name"})
SIX = range(6)


def _goals(number=0, whose=None):
    branch = (whose or office()).branches[number]
    notices = branch.publicity.notices
    return made(GOALS, whose or office(), branch, notices[0] if notices else Notice())


def _changed(file, **changes):
    plain = records()
    plain[file] = plain[file] | changes
    return office_of(plain)


@pytest.mark.parametrize("number", SIX)
def test_what_is_posted_is_what_the_branch_set_itself(number):
    record = office().branches[number]

    paper = words(_goals(number))

    assert unprinted(record.target, paper) == set()
    assert unprinted(record.method, paper) <= {
        "adopted.should",
        "adopted.present",
        "adopted.voters",
        "adopted.agree",
        "adopted.against",
        "adopted.abstain",
    }
    assert unprinted(record.pledges.to_public, paper) <= {"date", "signer", "items.problem", "items.deed"}
    for goal in record.goals.five_dimensions:
        assert f"{goal.name}{squeezed(goal.baseline)}{squeezed(goal.target)}" in paper


@pytest.mark.parametrize("number", SIX)
def test_the_notice_says_when_where_and_how_to_answer(number):
    notice = office().branches[number].publicity.notices[0]

    paper = words(_goals(number))

    assert unprinted(notice, paper) <= {"id", "kind", "feedback_count", "conclusion"}
    assert "提倡署真实姓名" in paper


def test_the_period_is_counted_in_working_days_over_a_holiday():
    assert "公示期：2012年6月18日至6月25日（5个工作日）" in words(_goals(1))


@pytest.mark.parametrize("number", SIX)
def test_nothing_private_is_posted(number):
    record = office().branches[number]

    paper = words(_goals(number))

    public = {record.publicity.notices[0].supervise.phone, record.publicity.notices[0].supervise.email}
    private = {record.branch.contact.phone, record.branch.contact.email, record.branch.contact.fax}
    assert not [value for value in private - public - {""} if value in paper]
    assert record.branch.contact.room not in paper or record.branch.contact.room in str(record.publicity)
    assert office().committee.committee.office.fax not in paper
    for feedback in record.publicity.feedback:
        assert squeezed(feedback.content) not in paper


def test_a_branch_without_a_seal_signs_without_one():
    sealed, unsealed = _goals(5), _goals(0)

    assert list(texts_with_style(unsealed, "落款署名")) == []
    assert list(texts_with_style(unsealed, "落款署名（不盖章）")) == [office().branches[0].branch.full_name]
    assert list(texts_with_style(sealed, "落款署名")) == [office().branches[5].branch.full_name]


def test_the_notice_bears_the_day_on_which_it_is_put_up():
    assert list(texts_with_style(_goals(0), "成文日期（不盖章）")) == ["2012年6月15日"]


def test_a_notice_without_days_leaves_them_open():
    publicity = records()["branch-Z01.yaml"]["publicity"]
    notice = publicity["notices"][0] | {"start": None, "end": None}

    paper = _goals(0, _changed("branch-Z01.yaml", publicity=publicity | {"notices": [notice]}))

    assert list(texts_with_style(paper, "成文日期（不盖章）")) == ["　　年　月　日"]
    assert "公示期：年月日至年月日" in words(paper)


def test_the_result_lists_every_branch_with_both_grades():
    paper = words(made(RESULT, office()))

    for number, record in enumerate(office().branches, start=1):
        assert f"{number}{record.branch.short_name}{record.baseline.grade}{record.final.grade}" in paper


def test_the_result_says_when_where_and_how_to_answer():
    notice = office().committee.final_evaluation.result_notice

    paper = words(made(RESULT, office()))

    assert unprinted(notice, paper) <= {"feedback_count", "conclusion"}
    assert "（5个工作日）" in paper


def test_the_result_is_signed_by_the_committee():
    paper = made(RESULT, office())

    assert list(texts_with_style(paper, "落款署名")) == [office().committee.committee.full_name]
    assert list(texts_with_style(paper, "成文日期")) == ["2012年12月17日"]


def test_odd_texts_are_posted_as_they_stand():
    odd = office_of(with_odd_texts(records()))

    assert squeezed(ODD_TEXT) in words(_goals(0, odd))


def test_an_odd_name_stands_in_the_result_as_it_is():
    branch = records()["branch-Z01.yaml"]["branch"] | {"short_name": ODD_TEXT}

    paper = words(made(RESULT, _changed("branch-Z01.yaml", branch=branch)))

    assert f"1{squeezed(ODD_TEXT)}" in paper


@pytest.mark.parametrize("seed", range(12))
def test_an_unfinished_record_makes_both_papers(seed):
    thin = office_of(
        {name: thinned(one, random.Random(f"{seed}{name}"), REQUIRED) for name, one in records().items()}
    )

    papers = [made(RESULT, thin), *(_goals(number, thin) for number in SIX)]

    for trace in ("None", "nan", "{{", "{%", "Undefined"):
        assert all(trace not in words(paper) for paper in papers)


def test_the_templates_say_nothing_that_only_one_campaign_says():
    for name in ("blocks-goals.yaml", "blocks-result.yaml"):
        text = (TEMPLATES / "public-notice" / name).read_text("utf-8")

        for own in ("学校", "学院", "校园", "七一", "十八大", "建设年", "先进", "标兵", "5个工作日"):
            assert own not in text


@pytest.mark.pdf
def test_the_signature_of_a_notice_stands_under_text_of_it():
    papers = all_measured([made(RESULT, office()), *(_goals(number) for number in SIX)])

    for paper in papers:
        last = squeezed(paper.pages[-1].text)
        assert "匿名" in last
        assert len(paper.pages) <= 3
