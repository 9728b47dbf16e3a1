"""What the ledgers and the statistics print beside the problems' own lines."""

from datetime import date

from docgen.campaign.facts import FACTS
from docgen.campaign.facts.grade_matrix import GradeMatrix
from docgen.campaign.office import Office
from docgen.campaign.subject import Subject
from support.records import branch_data, make_office, sample_office


def of_office(name: str, office: Office | None = None):
    return FACTS["committee"][name].of(Subject(office or sample_office()))


def rows_of(name: str, number: str = "Z01", **changes):
    office = make_office(branch_data(number, **changes))
    return FACTS["branch"][name].of(Subject(office, office.branches[0]))


def problem(**changes):
    return {"id": "W1", "title": "办事慢", **changes}


def test_the_matrix_has_the_records_grades_and_its_sums():
    matrix = of_office("grade_matrix")

    assert matrix.columns == ("一般", "先进", "标兵", "品牌", "合计")
    assert {row.name: row.counts for row in matrix.rows} == {
        "一般": (1, 2, 0, 0, 3),
        "先进": (0, 1, 1, 0, 2),
        "标兵": (0, 0, 0, 1, 1),
        "品牌": (0, 0, 0, 0, 0),
        "合计": (1, 3, 1, 1, 6),
    }


def test_a_branch_without_a_grade_has_a_line_and_a_column_of_its_own():
    office = make_office(branch_data("Z01", baseline=None, final=None), branch_data("Z02"))

    matrix: GradeMatrix = of_office("grade_matrix", office)

    assert matrix.columns[-2:] == ("尚未审定", "合计")
    assert matrix.rows[-2].name == "未定级"
    assert matrix.rows[-2].counts[-2:] == (1, 1)
    assert matrix.rows[-1].counts[-1] == 2


def test_problems_are_counted_by_the_way_they_are_solved():
    rows = of_office("triage_counts")

    assert [(row.name, row.counts.total, row.counts.closed) for row in rows] == [
        ("立即解决", 5, 5),
        ("限期解决", 8, 6),
        ("上级协调", 4, 4),
        ("合计", 17, 15),
    ]
    assert rows[-1].counts.closing.text == "15/17，88.2%"


def test_a_problem_without_a_way_is_counted_as_undecided():
    office = make_office(branch_data("Z01", problems=[problem(), problem(id="W2", triage="立即解决")]))

    rows = of_office("triage_counts", office)

    assert [(row.name, row.counts.total) for row in rows] == [
        ("立即解决", 1),
        ("限期解决", 0),
        ("上级协调", 0),
        ("尚未确定", 1),
        ("合计", 2),
    ]


def test_who_knows_of_the_campaign_is_summed_over_the_branches():
    total = of_office("awareness_total")

    assert (total.sample, total.aware, total.participated) == (210, 197, 198)
    assert total.aware_rate.text == "197/210，93.8%"
    assert total.participation_rate.text == "198/210，94.3%"


def test_the_committees_own_survey_stands_where_no_branch_has_one():
    office = make_office(
        branch_data("Z01", publicity={"awareness": None}),
        publicity={"survey": {"sample": 40, "aware": 30, "participated": 20}},
    )

    total = of_office("awareness_total", office)

    assert total.aware_rate.text == "30/40，75%"
    assert of_office("awareness_rows", office)[0].aware_rate.text == "不适用"


def test_a_branchs_line_notes_what_its_columns_do_not_tell():
    rows = of_office("master_rows")

    assert rows[0].remark_text == "限期整改，复查合格；未实现目标；约谈、取消评先资格"
    assert rows[1].remark_text == ""
    assert rows[5].remark_text == "本档提升"
    assert [row.triage_text for row in rows] == ["1/1/1", "1/2/0", "0/1/1", "2/1/1", "0/1/1", "1/2/0"]


def test_a_late_problem_is_noted_with_its_days():
    (row,) = rows_of("ledger_rows", problems=[problem(status="整改中", deadline="2013-06-30")])

    assert row.remark(date(2013, 6, 30)) == ""
    assert row.remark(date(2013, 7, 12)) == "已逾期12天"


def test_a_problem_filed_after_the_approval_is_new():
    approval = {"approval": {"date": "2013-03-10"}}
    days = ["2013-03-09", "2013-03-10", "2013-03-11"]

    rows = rows_of(
        "ledger_rows",
        review=approval,
        problems=[problem(id=f"W{number}", filed_on=day) for number, day in enumerate(days)],
    )

    assert [row.remark(None) for row in rows] == ["", "", "新增"]


def test_what_came_of_a_problem_is_told_with_its_target():
    target = {"metric": "时间", "unit": "天", "baseline": 9, "target": 5, "direction": "越小越好"}
    solved = problem(target=target, result_value=4, immediate={"result": "当天改好。"})

    (row,) = rows_of("ledger_rows", problems=[solved])
    (unsolved,) = rows_of("ledger_rows", problems=[problem(target=target)])

    assert row.outcome_text == "实际4天，目标5天，已达到；当天改好。"
    assert unsolved.outcome_text == ""


def test_a_deed_names_the_dossier_that_it_answers():
    rows = of_office("deed_rows")

    assert (rows[2].branch_name[:4], rows[2].problem_no, rows[4].problem_no) == ("公共基础", "Z02-W3", "")
    assert [row.seq for row in rows] == list(range(1, 14))


def test_an_achievement_names_its_owner():
    assert [row.owner_name[:4] for row in of_office("achievement_rows")] == [
        "机电工程",
        "学院党委",
        "公共基础",
    ]


def test_a_rate_is_met_missed_or_not_to_be_judged():
    starts, ends = ("达标", "达标", "达标", "良好"), ("达标", "达标", "达标", "良好")
    grades = {"campaign": {"grades": ["达标", "良好", "优秀", "示范"], "rules": {"ratio_targets": [
        {"from": "达标", "to": "良好", "min": 0.3},
        {"from": "良好", "to": "良好", "min": 1},
        {"from": "优秀", "to": "示范", "min": 0.3},
        {"from": "达标", "to": "优秀"},
    ]}}}  # fmt: skip
    branches = [
        branch_data(f"Z0{number}", baseline=start, final=end)
        for number, (start, end) in enumerate(zip(starts, ends, strict=True), start=1)
    ]

    rates = of_office("ratios", make_office(*branches, **grades))

    assert [rate.is_met for rate in rates] == [False, True, None, None]
