import random

import pytest

from docgen.campaign.feeds import feeding_paths
from docgen.text.dates import cn_date
from docgen.text.numerals import cn_number
from docgen.text.present import present
from support.docx import table_rows, text_of, texts_with_style
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

METHOD = sort_of("upgrade-method")
REQUIRED = frozenset({"schema", "id", "short_name"})
SIX = range(6)
SECTIONS = (
    "一、基本情况和现有档次",
    "二、存在的主要问题和原因",
    "三、晋位升级目标",
    "四、整改措施",
    "五、工作结合",
    "六、公开承诺和实事",
    "七、组织保障",
)


def _method(number=0, whose=None):
    whose = whose or office()
    return made(METHOD, whose, whose.branches[number])


def _changed(**changes):
    plain = records()
    plain["branch-Z01.yaml"] |= changes
    return office_of(plain)


@pytest.mark.parametrize("number", SIX)
def test_every_section_stands_in_its_place(number):
    paper = _method(number)

    assert tuple(texts_with_style(paper, "公文一级标题")) == SECTIONS


@pytest.mark.parametrize("number", SIX)
def test_the_start_and_the_aim_are_told_in_full(number):
    record = office().branches[number]

    paper = words(_method(number))

    assert unprinted(record.baseline, paper) <= {"satisfaction"}  # printed in per cent
    assert unprinted(record.target, paper) <= {"mode"}
    for indicator in office().campaign.rubric.indicators:
        score = present(record.baseline.scores[indicator.key])
        assert f"{indicator.name}{score}分（满分{present(indicator.full)}分）" in paper


@pytest.mark.parametrize("number", SIX)
def test_every_problem_is_named_with_its_causes_and_its_measures(number):
    record = office().branches[number]

    paper = words(_method(number))

    for order, problem in enumerate(record.problems, start=1):
        assert f"（{cn_number(order)}）{squeezed(problem.title)}" in paper
        assert unprinted(problem.causes, paper) <= {"id", "kind"}
        assert unprinted(problem.measures, paper) <= {"id", "addresses", "support", "done_on"}


@pytest.mark.parametrize("number", SIX)
def test_every_goal_is_told_without_what_came_of_it(number):
    record = office().branches[number]
    results = {"work_idea", "venue", "guarantee"}

    paper = words(_method(number))

    left_out = unprinted(record.goals, paper)
    assert left_out <= {f"{goal}.{end}" for goal in results for end in ("metric.result", "done_on")} | {
        "rules.done_on",
        "five_dimensions.result",
    }


def test_results_of_later_months_are_not_in_the_plan():
    goals = records()["branch-Z01.yaml"]["goals"]
    goals["work_idea"]["metric"]["result"] = "82.77"
    deeds = records()["branch-Z01.yaml"]["deeds"]
    deeds[0]["result"] = "平均少跑三个半办公室"

    paper = words(_method(0, _changed(goals=goals, deeds=deeds)))

    assert "82.77" not in paper
    assert "三个半" not in paper


def test_a_brand_is_described_where_the_record_has_one():
    with_one, without = words(_method(2)), words(_method(0))

    assert unprinted(office().branches[2].brand, with_one) <= {"manual_done_on", "spread", "outside_visits"}
    assert "工作品牌" not in without


def test_a_branch_that_stays_in_its_grade_says_why():
    paper = words(_method(5))
    target = office().branches[5].target

    assert f"目标档次为“{target.grade}”，在本档内提升" in paper
    assert f"本档提升的理由：{squeezed(target.reason_for_same_grade)}" in paper


@pytest.mark.parametrize("number", SIX)
def test_pledges_and_deeds_are_planned(number):
    record = office().branches[number]

    paper = words(_method(number))

    assert unprinted(record.pledges.to_public.items, paper) <= {"problem", "deed"}
    assert unprinted(record.deeds, paper) <= {"id", "done_on", "result", "evidence", "problem"}


def test_the_line_under_the_title_says_who_adopted_it_and_when():
    assert list(texts_with_style(_method(0), "公文副题")) == ["（2012年6月14日党员大会通过）"]


def test_a_method_not_adopted_yet_leaves_the_line_and_the_date_open():
    method = {key: one for key, one in records()["branch-Z01.yaml"]["method"].items() if key != "adopted"}

    paper = _method(0, _changed(method=method))

    assert list(texts_with_style(paper, "公文副题")) == ["（　　年　月　日　　　　　　通过）"]
    assert list(texts_with_style(paper, "成文日期（不盖章）")) == ["　　年　月　日"]


def test_a_branch_without_pledges_or_deeds_leaves_lines_to_fill_in():
    paper = words(_method(0, _changed(pledges={}, deeds=[])))

    assert "公开承诺事项，请在此填写" in paper
    assert "实事项目，请在此填写" in paper


def test_only_a_branch_with_a_seal_is_placed_for_one():
    own = office().branches

    assert list(texts_with_style(_method(5), "落款署名")) == [own[5].branch.full_name]
    assert list(texts_with_style(_method(0), "落款署名")) == []
    assert list(texts_with_style(_method(0), "落款署名（不盖章）")) == [own[0].branch.full_name]
    assert "（盖章）" not in words(_method(5)) + words(_method(0))


@pytest.mark.parametrize("number", SIX)
def test_odd_texts_are_printed_as_they_stand(number):
    odd = office_of(with_odd_texts(records()))

    assert squeezed(ODD_TEXT) in words(_method(number, odd))


@pytest.mark.parametrize("seed", range(12))
def test_an_unfinished_record_makes_a_method(seed):
    plain = {n: thinned(one, random.Random(f"{seed}{n}"), REQUIRED) for n, one in records().items()}
    thin = office_of(plain)

    papers = [_method(number, thin) for number in SIX]

    for trace in ("None", "nan", "{{", "{%", "Undefined", "。。", "，。", "；。", "“”", "（）", "《》"):
        assert all(trace not in text_of(paper) for paper in papers), trace


def test_the_template_says_nothing_that_only_one_campaign_says():
    text = (TEMPLATES / "upgrade-method" / "blocks.yaml").read_text("utf-8")

    for own in ("学校", "学院", "校园", "七一", "十八大", "建设年", "先进", "标兵"):
        assert own not in text


@pytest.mark.pdf
def test_the_signature_does_not_stand_alone_on_its_page():
    papers = all_measured([_method(number) for number in SIX])

    for branch, paper in zip(office().branches, papers, strict=True):
        text = squeezed("".join(line.text for line in paper.pages[-1].lines))
        assert squeezed(cn_date(branch.method.adopted.date)) in text
        assert "研究解决遇到的困难" in text


def test_a_pledge_that_begins_with_a_number_does_not_run_into_its_own():
    numbered = list(texts_with_style(_method(0), "公文三级标题"))

    assert office().branches[0].pledges.to_public.items[0].text.startswith("12 项")
    assert numbered[0].startswith("1. 12 项")


def test_the_method_of_spring_does_not_hang_on_the_acceptance_of_winter():
    feeds = feeding_paths(METHOD.feeds, METHOD.facts, "branch")

    assert "baseline" in feeds
    assert not [path for path in feeds if path.split(".")[0] == "final"]


def test_a_branch_without_probationary_members_has_formal_ones_only():
    plain = records()
    plain["branch-Z01.yaml"]["branch"]["members"] = {"formal": 27, "probationary": 0}

    assert "现有党员27名，均为正式党员" in words(_method(0, office_of(plain)))


def test_a_method_without_problems_has_a_row_to_write_in():
    rows = table_rows(_method(whose=_changed(problems=[])))

    heading = ["问题", "措施", "责任人", "完成时限", "成果"]
    assert "".join(rows[rows.index(heading) + 1]).strip() == ""
