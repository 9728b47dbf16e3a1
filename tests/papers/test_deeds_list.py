"""D31: what the branch does for members and masses."""

import pytest

from support.docx import table_rows
from support.papers import made, office, office_of, records, sort_of, unprinted, words
from support.planned import jobs_of

LIST = sort_of("deeds-list")


def paper(number, whose=None):
    whose = whose or office()
    return made(LIST, whose, whose.branches[number])


def test_every_branch_has_one_and_it_may_be_posted():
    assert len(jobs_of("deeds-list")) == 6
    assert LIST.board == "deeds"


@pytest.mark.parametrize("number", range(6))
def test_every_fact_of_every_deed_is_in_the_list(number):
    record = office().branches[number]

    text = words(paper(number))

    assert unprinted(record.deeds, text) <= {"id"}
    assert f"实事{len(record.deeds)}件，已办结{len(record.deeds)}件" in text


def test_a_deed_names_the_dossier_that_it_answers_or_none():
    rows = table_rows(paper(1))

    assert rows[0] == [
        "序号", "实事名称", "服务对象", "受益人数", "责任人", "计划时间", "完成时间", "办理结果",
        "对应问题", "佐证",
    ]  # fmt: skip
    assert [row[8] for row in rows[1:4]] == ["Z02-W3", "Z02-W3", ""]


def test_a_deed_that_is_not_done_has_no_day():
    plain = records()
    plain["branch-Z01.yaml"]["deeds"] = [{"id": "S1", "title": "修灯"}]

    rows = table_rows(paper(0, office_of(plain)))

    assert rows[1] == ["1", "修灯", *[""] * 8]
    assert rows[2] == ["合计", "实事1件，已办结0件"]
