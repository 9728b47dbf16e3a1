"""D08: the ledger of branches, of problems, and the statistics."""

from copy import deepcopy

import pytest

from docgen.build.plan import plan
from docgen.layout.package import unpack
from docgen.layout.tree import parse, w
from docgen.settings import Settings
from support import other_office
from support.docx import table_rows, text_of
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
from support.planned import jobs_of, words_of

SLUG = "master-ledger"
VARIANTS = ["branches", "problems", "statistics"]


def paper(variant, whose=None):
    return made(sort_of(SLUG, variant), whose or office())


def hospital():
    plain = other_office.records()
    return office_of({"committee.yaml": plain.pop("committee"), **plain})


def test_there_is_one_of_each_for_the_committee():
    assert [len(jobs_of(SLUG, variant)) for variant in VARIANTS] == [1, 1, 1]


def test_a_campaign_without_ledgers_has_none():
    (job,) = plan([sort_of(SLUG, "branches")], office(), Settings(ledger="off"), None)

    assert "ledger" in job.reason


def test_a_branchs_line_tells_its_way_from_grade_to_grade():
    rows = table_rows(paper("branches"))

    assert rows[0] == [
        "序号", "党支部", "类别", "书记", "党员数", "原档次", "定级得分", "目标档次", "问题数",
        "立即/限期/上级", "已销号", "续办", "七一前得分", "七一前结果", "年终得分", "审定档次", "备注",
    ]  # fmt: skip
    assert rows[1] == [
        "1", "机关第一党支部", "机关", "尉迟远", "29", "一般", "66.2", "先进", "3", "1/1/1",
        "2", "1", "60", "批评并限期整改", "72.6", "一般",
        "限期整改，复查合格；未实现目标；约谈、取消评先资格",
    ]  # fmt: skip
    assert rows[7] == ["合计", "210", "", "17", "5/8/4", "15", "2", ""]


def test_every_problem_of_every_branch_has_its_line():
    rows = table_rows(paper("problems"))

    assert rows[0] == [
        "序号", "支部", "问题编号", "问题", "问题性质", "主要原因", "整改措施", "牵头责任人", "配合部门",
        "完成时限", "解决方式", "进展", "状态", "销号日期", "备注",
    ]  # fmt: skip
    problems = [(b.branch, p) for b in office().branches for p in b.problems]
    assert [row[1:5] for row in rows[1:]] == [
        [b.short_name, f"{b.id}-{p.id}", p.title, p.nature] for b, p in problems
    ]
    for row, (_, problem) in zip(rows[1:], problems, strict=True):
        assert all(cause.text.rstrip("。") in row[5] for cause in problem.causes)
        assert all(measure.action.rstrip("。") in row[6] for measure in problem.measures)
        assert (row[7], row[10], row[12]) == (problem.lead, problem.triage, problem.status)
        assert row[11].endswith(problem.progress[-1].note)


def test_a_problem_that_is_late_by_the_day_is_noted():
    plain = records()
    plain["branch-Z01.yaml"]["problems"][0] |= {"status": "整改中", "carry_over": None}

    assert "已逾期76天" in words(paper("problems", office_of(plain)))  # 31 October to 15 January


def test_the_statistics_have_the_matrix_the_rates_and_the_sums():
    rows = table_rows(paper("statistics"))

    assert ["审定档次→原档次↓", "一般", "先进", "标兵", "品牌", "合计"] in rows
    assert ["一般", "1", "2", "0", "0", "3"] in rows
    assert ["限期解决", "8", "6", "2", "0", "6/8，75%"] in rows
    assert ["合计", "17", "15", "2", "0", "15/17，88.2%"] in rows
    rise = next(row for row in rows if row[0] == "一般党支部晋升先进率")
    assert rise[1:7] == ["30%以上", "3", "2/3，66.7%", "3/3，100%", "2/3，66.7%", "是"]
    assert ["210", "197", "93.8%", "198", "94.3%"] in rows


def test_rates_that_nobody_has_decided_are_told_so():
    plain = records()
    for record in plain.values():
        record.pop("final", None)

    rows = table_rows(paper("statistics", office_of(plain)))

    rise = next(row for row in rows if row[0] == "一般党支部晋升先进率")
    assert rise[5:7] == ["尚未审定", ""]
    assert any(row[-2:] == ["尚未审定", "合计"] for row in rows)


def test_three_grades_have_three_columns():
    rows = table_rows(paper("statistics", hospital()))

    assert ["审定档次→原档次↓", "达标", "良好", "优秀", "合计"] in rows


@pytest.mark.parametrize("variant", VARIANTS)
def test_another_offices_ledger_has_no_word_of_a_school(variant):
    text = text_of(paper(variant, hospital()))

    for word in ("学院", "学校", "教工", "晋位", "先进", "标兵"):
        assert word not in text


def test_odd_texts_are_printed_as_they_stand():
    odd = office_of(with_odd_texts(records()))

    assert squeezed(ODD_TEXT) in words_of(SLUG, "problems", whose=odd)


def test_a_table_before_a_caption_is_not_held_to_it():
    # LibreOffice then leaves the table's own caption alone at the foot of the page before.
    root = parse(unpack(paper("statistics"))["word/document.xml"])

    tables = list(root.iter(w("tbl")))
    assert len(tables) == 4
    for table in tables[:-1]:
        assert table.findall(w("tr"))[-1].find(f".//{w('keepNext')}") is None


def test_many_risen_branches_are_counted_not_named_in_a_narrow_column():
    plain = records()
    for place, name in enumerate(("branch-Z01.yaml", "branch-Z04.yaml", "branch-Z05.yaml")):
        for extra in range(2):
            copy = deepcopy(plain[name])
            copy["branch"]["id"] = f"Y{place}{extra}"
            plain[f"branch-Y{place}{extra}.yaml"] = copy

    rows = table_rows(paper("statistics", office_of(plain)))

    risen = next(row for row in rows if row[0] == "一般党支部晋升先进率")
    assert risen[-1] == "6个，见晋位升级台账"
