from itertools import chain

import pytest

from docgen.campaign.models.branch import Activity, Branch, Members
from docgen.campaign.models.problem import Measure, Problem
from docgen.campaign.models.record import BranchRecord
from docgen.exchange.key_guide import Uses, examples, how, since
from docgen.kinds import load_catalogue
from docgen.records.shape import shape_of
from support.papers import TEMPLATES
from support.records import make_branch


def slot(entity, key):
    return next(one for one in shape_of(entity).slots if one.key == key)


@pytest.mark.parametrize(
    ("entity", "key", "words"),
    [
        (Branch, "secretary", "与“人员”名单逐字一致"),
        (Branch, "has_seal", "是 或 否"),
        (Branch, "category", "机关、教师、学生、离退休、后勤、联合，或其他"),
        (Branch, "full_name", ""),
        (Members, "formal", "整数"),
        (Measure, "support", "“部门”名单里的名称，可写几个：[甲, 乙]"),
        (Measure, "addresses", "原因的编号，可写几个：[甲, 乙]"),
        (Problem, "nature", "突出问题、薄弱环节 选一"),
        (Problem, "causes", "一项一段，再添一项就照抄一段"),
        (Activity, "date", "日期，如 2012-06-05"),
    ],
)
def test_how_a_value_is_written(entity, key, words):
    assert how(entity, slot(entity, key)) == words


def test_since_when_a_key_is_owed():
    assert since(slot(Branch, "id")) == "必填"
    assert since(slot(BranchRecord, "target")) == "到“拟定办法”（S2）必填"
    assert since(slot(Branch, "liaison")) == "选填"


@pytest.fixture(scope="module")
def uses():
    return Uses.of(chain.from_iterable(kind.papers for kind in load_catalogue([TEMPLATES]).kinds))


def test_a_key_is_used_by_the_papers_that_are_fed_with_it_or_with_what_is_above_or_below(uses):
    assert "D07" in uses.papers("agreement.party_a.signer", of_branch=True)
    assert "D26" in uses.papers("publicity.notices.start", of_branch=True)
    assert "D26" in uses.papers("publicity", of_branch=True)
    assert "D26" not in uses.papers("publicity.awareness.sample", of_branch=True)


def test_a_branchs_keys_are_not_the_committees(uses):
    assert uses.papers("plan", of_branch=True) == []
    assert "D01" in uses.papers("plan.tasks", of_branch=False)


def test_papers_of_the_committee_use_the_branches_records(uses):
    assert "D01" in uses.papers("target.grade", of_branch=True)


def test_an_example_is_the_first_value_clipped_to_one_line():
    first = make_branch(branch={"full_name": "中共明德医院门诊支部委员会及其\n附属单位联合支部委员会"})

    found = examples([first, make_branch("Z02")])

    assert found["branch.full_name"] == "中共明德医院门诊支部委员会及其 附属单位…"
    assert found["problems.measures.deadline"] == "2013-03-12"


def test_an_example_of_a_mapping_is_its_beginning():
    scored = make_branch(baseline={"scores": {"team": 30, "work": 31, "third": 5}})

    assert examples([scored])["baseline.scores"] == "{team: 30, work: 31, …}"
