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

AGREEMENT = sort_of("agreement")
REQUIRED = frozenset({"schema", "id", "short_name"})
SIX = range(6)
SECTIONS = (
    "一、确定的晋位升级档次",
    "二、需要解决的问题",
    "三、所要达到的目标",
    "四、双方职责任务",
    "五、考核与责任追究",
    "六、附则",
)


def _agreement(number=0, whose=None):
    whose = whose or office()
    return made(AGREEMENT, whose, whose.branches[number])


def _with_agreement(**changes):
    plain = records()
    plain["branch-Z01.yaml"]["agreement"] |= changes
    return office_of(plain)


@pytest.mark.parametrize("number", SIX)
def test_every_section_stands_in_its_place(number):
    assert tuple(texts_with_style(_agreement(number), "公文一级标题")) == SECTIONS


@pytest.mark.parametrize("number", SIX)
def test_all_that_was_agreed_is_in_the_paper(number):
    record = office().branches[number]

    paper = words(_agreement(number))

    assert unprinted(record.agreement, paper) <= {"copies"}  # 一式三份
    assert "一式三份" in paper


@pytest.mark.parametrize("number", SIX)
def test_every_problem_to_be_solved_has_its_row(number):
    record = office().branches[number]

    paper = words(_agreement(number))

    for problem in record.problems:
        row = f"{record.branch.id}-{problem.id}{problem.title}{problem.triage}{cn_date(problem.deadline)}"
        assert squeezed(row) in paper


def test_a_problem_outside_the_agreement_has_no_row():
    paper = words(_agreement(0, _with_agreement(problems=["W1", "W3"])))

    assert "Z01-W1" in paper
    assert "Z01-W2" not in paper


@pytest.mark.parametrize("number", SIX)
def test_the_basis_is_quoted_with_its_numbers(number):
    paper = words(_agreement(number))

    for basis in office().campaign.basis:
        assert f"《{basis.title}》（{basis.doc_no}）" in paper


def test_a_grade_that_rises_and_one_that_stays_are_told_apart():
    rises, stays = words(_agreement(0)), words(_agreement(5))
    own = office().branches

    assert f"由“{own[0].agreement.grade_from}”晋升为“{own[0].agreement.grade_to}”" in rises
    assert f"在“{own[5].agreement.grade_to}”档次内实现提升" in stays


def test_only_who_has_a_seal_is_asked_for_it():
    without, both = words(_agreement(0)), words(_agreement(5))

    assert "甲方（盖章）：乙方：" in without
    assert "甲方（盖章）：乙方（盖章）：" in both


def test_no_signature_is_filled_in_beforehand():
    signatures = [text for text in texts_with_style(_agreement(0), "签署栏") if "签字" in text]

    assert signatures == ["签字：", "签字："]


def test_an_agreement_not_signed_yet_leaves_the_day_open_for_both():
    paper = _agreement(0, _with_agreement(signed_on=None))

    assert list(texts_with_style(paper, "签署栏"))[-2:] == ["　　年　月　日"] * 2


def _footer(paper):
    return [line.text for line in paper.pages[0].lines if "文本校验码" in line.text]


@pytest.mark.pdf
def test_the_text_can_be_traced_by_the_code_in_its_footer():
    same = _with_agreement(signed_on="2012-06-18", place="学术报告厅")
    other = _with_agreement(assessment="甲方每季度考核一次。")

    ours, reset, changed = all_measured([_agreement(0), _agreement(0, same), _agreement(0, other)])

    assert _footer(ours) == _footer(reset)
    assert _footer(ours) != _footer(changed)


@pytest.mark.pdf
def test_it_takes_two_or_three_pages_and_both_sign_on_the_last():
    papers = all_measured([_agreement(number) for number in SIX])

    for paper in papers:
        last = squeezed("".join(line.text for line in paper.pages[-1].lines))
        assert len(paper.pages) in (2, 3)
        assert last.count("签字：") == 2
        assert "六、附则" in last or "有效期至" in last


@pytest.mark.parametrize("number", SIX)
def test_odd_texts_are_printed_as_they_stand(number):
    odd = office_of(with_odd_texts(records()))

    assert squeezed(ODD_TEXT) in words(_agreement(number, odd))


@pytest.mark.parametrize("seed", range(12))
def test_an_unfinished_record_makes_an_agreement(seed):
    plain = {n: thinned(one, random.Random(f"{seed}{n}"), REQUIRED) for n, one in records().items()}
    thin = office_of(plain)

    papers = [_agreement(number, thin) for number in SIX]

    for trace in ("None", "nan", "{{", "{%", "Undefined", "。。", "，。", "“”", "（）", "《》"):
        assert all(trace not in text_of(paper) for paper in papers), trace


def test_the_template_says_nothing_that_only_one_campaign_says():
    text = (TEMPLATES / "agreement" / "blocks.yaml").read_text("utf-8")

    for own in ("学校", "学院", "校园", "七一", "十八大", "建设年", "先进", "标兵"):
        assert own not in text
