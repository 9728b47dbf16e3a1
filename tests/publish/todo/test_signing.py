from datetime import date
from itertools import chain

from docgen.build.plan import plan
from docgen.kinds import load_catalogue
from docgen.publish.todo.signing import signing_lines
from docgen.settings import Settings
from support.papers import TEMPLATES
from support.records import branch_data, make_office


def lines(day, *branches, **committee):
    office = make_office(*branches, **committee)
    papers = chain.from_iterable(kind.papers for kind in load_catalogue([TEMPLATES]).kinds)
    jobs = plan(papers, office, Settings(), frozenset({"Z01"}))
    return {line.code: line for line in signing_lines(jobs, office, date.fromisoformat(day))}


def test_a_line_tells_who_signs_where_and_whether_there_is_a_seal():
    agreement = lines("2013-03-20")["D07"]

    assert agreement.who == "周明（党委书记）、赵海（党支部书记）"
    assert agreement.place == "末页甲方、乙方的签字栏"
    assert agreement.seal == "盖医院党委印章"
    assert agreement.state == "记录中已有日期：2013年3月14日"


def test_a_paper_whose_day_is_still_to_come_waits_to_be_signed():
    assert lines("2013-03-13")["D07"].state == "待签"


def test_a_branch_without_a_seal_only_signs():
    sealed = branch_data("Z01", branch={"has_seal": True})

    assert lines("2013-03-20", branch_data("Z01"))["D22"].seal == "不盖章"
    assert lines("2013-03-20", sealed)["D25-page"].seal == "盖支部印章"


def test_papers_of_later_steps_are_not_to_be_signed_yet():
    assert "D15-branch" not in lines("2013-03-20")
    assert "D15-branch" in lines("2013-12-20")


def test_nobody_known_in_a_role_leaves_the_role():
    nameless = branch_data("Z01", branch={"secretary": None})

    assert lines("2013-03-20", nameless)["D22"].who == "党支部书记"
