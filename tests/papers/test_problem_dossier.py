import random

import pytest

from docgen.text.dates import cn_date
from support.docx import styled_paragraphs, text_of, texts_with_style
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
from support.pdf import all_measured, measured

DOSSIER = sort_of("problem-dossier")
REQUIRED = frozenset({"schema", "id", "short_name"})
SIX = range(6)


def _dossier(number=0, whose=None):
    whose = whose or office()
    return made(DOSSIER, whose, whose.branches[number])


def _with_problem(**changes):
    plain = records()
    first, *others = plain["branch-Z01.yaml"]["problems"]
    plain["branch-Z01.yaml"]["problems"] = [first | changes, *others]
    return office_of(plain)


@pytest.mark.parametrize("number", SIX)
def test_every_fact_of_every_problem_is_in_its_form(number):
    record = office().branches[number]

    paper = words(_dossier(number))

    assert unprinted(record.problems, paper) <= {"sources"}


@pytest.mark.parametrize("number", SIX)
def test_every_problem_has_its_form_and_its_line_in_the_contents(number):
    record = office().branches[number]

    paper = _dossier(number)

    assert list(texts_with_style(paper, "公文标题")) == ["目录", *["问题档案表"] * len(record.problems)]
    for problem in record.problems:
        assert words(paper).count(f"{record.branch.id}-{problem.id}{squeezed(problem.title)}") == 1
        assert f"编号{record.branch.id}-{problem.id}立档日期{cn_date(problem.filed_on)}" in words(paper)


@pytest.mark.parametrize("number", SIX)
def test_a_source_is_named_by_what_was_held_and_when(number):
    record = office().branches[number]
    held = {one.id: one for one in record.diagnosis.activities}

    paper = words(_dossier(number))

    for problem in record.problems:
        for source in problem.sources:
            day = held[source].date
            assert f"{held[source].kind}（{day.month}月{day.day}日）" in paper


def test_the_cover_says_whose_dossier_it_is_and_how_many_problems_it_holds():
    paper = _dossier(1)
    lines = [text for style, text in styled_paragraphs(paper) if style == "封面信息"]
    record = office().branches[1]

    cover = dict(zip(lines[::2], lines[1::2], strict=True))

    assert cover["党支部"].replace("\n", "") == record.branch.full_name
    assert cover["档案编号"] == "Z02"
    assert cover["问题数量"] == f"共{len(record.problems)}题"
    assert cover["建档日期"] == cn_date(min(problem.filed_on for problem in record.problems))
    assert cover["报送"] == office().committee.committee.org_department.name


def test_the_way_of_solving_decides_which_account_is_given():
    paper = words(_dossier(0))

    assert paper.count("立即解决2012年6月20日完成。") == 1
    assert paper.count("作出说明。") == 1
    assert paper.count("转办：2012年6月14日以函（示院党函〔2012〕6号）转国有资产管理处办理。") == 1


def test_a_problem_that_goes_on_says_why_and_until_when():
    paper = words(_dossier(0))

    assert "转入续办续办原因：新规则12月才施行，指标未达到5个工作日。新的完成时限：2013年3月31日。" in paper


def test_what_is_not_signed_yet_is_left_open_and_labelled():
    paper = words(_dossier(0, _with_problem(closure=None, recheck=None)))

    signed = "牵头责任人（签字）：支部书记（签字）：年月日"
    for label in (signed, "核查人（签字）：年月日", "负责人（签字）：（盖章）年月日"):
        assert label in paper
    assert "复查结果：☐未反弹☐反弹复查人：复查人（签字）：" in paper


def test_no_seal_is_asked_of_a_committee_that_has_none():
    plain = records()
    plain["committee.yaml"]["committee"]["has_seal"] = False

    assert "（盖章）" not in words(_dossier(0, office_of(plain)))


def test_a_result_better_than_the_target_is_reached_whatever_the_direction():
    low = {"metric": "时间", "unit": "天", "baseline": 9, "target": 5, "direction": "越小越好"}

    better, worse = (words(_dossier(0, _with_problem(target=low, result_value=value))) for value in (4, 6))

    assert "越小越好天954是" in better
    assert "越小越好天956否" in worse


def test_a_problem_just_found_leaves_rows_to_fill_in():
    plain = records()
    plain["branch-Z01.yaml"] = {
        "schema": "jinwei-shengji/v1",
        "branch": {"id": "Z01", "short_name": "第一党支部"},
        "problems": [{"id": "W1", "title": "办事慢", "status": "立档"}],
    }

    paper = words(_dossier(0, office_of(plain)))

    assert "Z01-W1办事慢" in paper
    assert "措施针对原因责任人配合部门完成时限成果完成日期量化目标" in paper


@pytest.mark.parametrize("number", SIX)
def test_odd_texts_are_printed_as_they_stand(number):
    odd = office_of(with_odd_texts(records()))

    assert squeezed(ODD_TEXT) in words(_dossier(number, odd))


@pytest.mark.parametrize("seed", range(12))
def test_an_unfinished_record_makes_a_dossier(seed):
    plain = {n: thinned(one, random.Random(f"{seed}{n}"), REQUIRED) for n, one in records().items()}
    thin = office_of(plain)

    papers = [_dossier(number, thin) for number in SIX]

    for trace in ("None", "nan", "{{", "{%", "Undefined"):
        assert all(trace not in text_of(paper) for paper in papers)


def test_the_template_says_nothing_that_only_one_campaign_says():
    text = (TEMPLATES / "problem-dossier" / "blocks.yaml").read_text("utf-8")

    for own in ("学校", "学院", "校园", "七一", "十八大", "建设年", "先进", "标兵", "晋位"):
        assert own not in text


@pytest.mark.pdf
def test_a_problem_takes_two_pages_at_most_and_a_long_description_more():
    long = _with_problem(description="整改不到位的情况比较突出。" * 150)
    *papers, longer = all_measured([*(_dossier(number) for number in SIX), _dossier(0, long)])

    for branch, paper in zip(office().branches, papers, strict=True):
        assert len(paper.pages) <= 2 + 2 * len(branch.problems)
    assert len(longer.pages) > len(papers[0].pages)


@pytest.mark.pdf
def test_the_cover_of_a_long_name_is_one_page():
    paper = measured(_dossier(1))

    assert squeezed(paper.pages[1].lines[0].text) == "目录"
