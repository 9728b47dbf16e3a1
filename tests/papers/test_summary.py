"""支部情况一页摘要: what an approver looks for is on the page, and the page is one."""

from docgen.build.paper import Workshop
from docgen.build.plan import Job
from docgen.settings import Settings
from support.papers import DAY, made, office, office_of, records, sort_of, squeezed, words
from support.stretched import stretched

SUMMARY = sort_of("summary")


def test_grades_targets_problems_defects_and_rates_are_on_the_page():
    branch = office().branches[0]

    paper = words(made(SUMMARY, office(), branch))

    for problem in branch.problems:
        assert squeezed(problem.title) in paper
        assert problem.status in paper
    for text in (
        "一般（66.2分）",
        "目标：先进（82分）",
        "审定：一般（72.6分）",
        "没有达到目标",
        "缺陷：不具体、缺乏可操作性",
    ):
        assert text in paper
    for rate in ("2/3，66.7%", "47/57，82.5%", "一般党支部晋升先进：2/3，66.7%（要求30%以上）本支部计入"):
        assert rate in paper


def test_what_is_not_known_yet_is_left_out_or_open():
    plain = records()
    for key in ("midterm", "final", "review", "deeds", "problems"):
        plain["branch-Z01.yaml"].pop(key, None)

    paper = words(made(SUMMARY, office_of(plain), office_of(plain).branches[0]))

    assert "还没有报审" in paper
    assert "审定：" not in paper
    assert "不适用" in paper
    assert "None" not in paper


def test_nine_problems_and_a_long_name_still_fit():
    office = office_of(stretched())

    paper = Workshop(office, Settings(), DAY).make(Job(SUMMARY, "Z01", office.branches[0]), draft=False)

    assert len(office.branches[0].problems) == 9
    assert paper.notes == ()
