"""D28: a branch's own ledger of problems, from the record that its dossiers are made from."""

import pytest

from docgen.build.plan import plan
from docgen.settings import Settings
from support.docx import table_rows
from support.papers import (
    ODD_TEXT,
    made,
    office,
    office_of,
    records,
    sort_of,
    squeezed,
    with_odd_texts,
    words,
)
from support.planned import jobs_of

LEDGER = sort_of("problem-ledger")
TITLES = [
    "序号", "编号", "问题", "表现", "原因", "措施", "责任人", "配合", "时限", "解决方式", "进展", "完成情况",
    "佐证材料", "状态", "销号日期",
]  # fmt: skip


def rows(number=0, whose=None):
    whose = whose or office()
    heads, *lines = table_rows(made(LEDGER, whose, whose.branches[number]))
    assert heads == TITLES
    return [dict(zip(TITLES, line, strict=True)) for line in lines]


def test_every_branch_has_one_unless_the_campaign_keeps_none():
    assert [job.owner for job in jobs_of("problem-ledger")] == ["Z01", "Z02", "Z03", "Z04", "Z05", "Z06"]
    assert all(job.reason for job in plan([LEDGER], office(), Settings(ledger="off"), None))


@pytest.mark.parametrize("number", range(6))
def test_every_fact_of_a_problem_is_on_its_line(number):
    record = office().branches[number]

    for line, problem in zip(rows(number), record.problems, strict=True):
        assert line["编号"] == f"{record.branch.id}-{problem.id}"
        assert line["问题"] == problem.title
        assert squeezed(line["表现"]) == squeezed(problem.description)
        assert all(cause.text.rstrip("。") in line["原因"] for cause in problem.causes)
        for measure in problem.measures:
            assert measure.action.rstrip("。") in line["措施"]
            assert measure.responsible in line["责任人"]
            assert all(unit in line["配合"] for unit in measure.support)
        assert all(proof in line["佐证材料"] for proof in problem.closure.evidence)
        assert (line["解决方式"], line["状态"]) == (problem.triage, problem.status)


def test_what_came_of_it_stands_beside_what_was_aimed_at():
    lines = rows(0)

    assert lines[0]["完成情况"] == "实际6.8个工作日，目标5个工作日，未达到。转入续办至2013年3月31日"
    assert lines[1]["完成情况"].endswith("“回头看”未反弹")
    assert (lines[0]["时限"], lines[0]["销号日期"]) == ("2012年10月31日", "")
    assert lines[2]["销号日期"] == "2012年10月10日"


def test_a_problem_just_found_has_a_line_with_room():
    plain = records()
    plain["branch-Z01.yaml"] = {
        "schema": "jinwei-shengji/v1",
        "branch": {"id": "Z01", "short_name": "第一党支部"},
        "problems": [{"id": "W1", "title": "办事慢", "status": "立档"}],
    }

    (line,) = rows(0, office_of(plain))

    assert {title: text for title, text in line.items() if text} == {
        "序号": "1", "编号": "Z01-W1", "问题": "办事慢", "状态": "立档",
    }  # fmt: skip


def test_odd_texts_are_printed_as_they_stand():
    odd = office_of(with_odd_texts(records()))

    assert squeezed(ODD_TEXT) in words(made(LEDGER, odd, odd.branches[0]))
