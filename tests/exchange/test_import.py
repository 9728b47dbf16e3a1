"""What a clerk does to a workbook, and what becomes of the record."""

from datetime import date, datetime, time

import pytest
import yaml

from support.workbooks import Formula, changed_lines


def labels(told):
    return [(change["label"], change["old"], change["new"]) for change in told["changes"]]


def bad_cells(told):
    return [(f["label"], f["rule"]) for f in told["findings"] if f["severity"] == "错误"]


def test_one_changed_cell_changes_one_line(exported, imported, record):
    before = record()

    status, told = imported(exported().line("target.score", 83.5))

    assert status == 0
    assert told["written"] is True
    assert told["changes"] == [
        {
            "file": "data/branches/branch-Z01.yaml",
            "field": "target.score",
            "label": "目标 › 目标分值",
            "old": "82",
            "new": "83.5",
        }
    ]
    assert changed_lines(before, record()) == (["  score: 82"], ["  score: 83.5"])


def test_cell_of_a_row_keeps_the_rest_of_its_line(exported, imported, record):
    book = exported().set("措施", {"所属问题": "W1", "编号": "C2"}, 责任人="钟离棠", 时限=date(2012, 11, 30))

    _, told = imported(book)

    assert labels(told) == [
        ("问题 W1 › 措施 C2 › 责任人", "尉迟远", "钟离棠"),
        ("问题 W1 › 措施 C2 › 时限", "2012-10-31", "2012-11-30"),
    ]
    measure = yaml.safe_load(record())["problems"][0]["measures"][1]
    assert measure["responsible"] == "钟离棠"
    assert measure["deadline"] == date(2012, 11, 30)


def test_new_problem_comes_with_its_causes_and_measures(exported, imported, record, office):
    book = exported()
    book.add("问题", 编号="W4", 问题名称="新问题", 性质="薄弱环节", 发现日期="2012年6月5日", 状态="立档")
    book.add("原因", 所属问题="W4", 编号="Y1", 原因类别="主观", 原因="没有制度。")
    book.add(
        "措施", 所属问题="W4", 编号="C1", 针对原因="Y1", 措施="订立制度", 时限="2012.7.1", 责任人="尉迟远"
    )
    book.add("量化目标", 所属问题="W4", 指标="制度", 单位="项", 现值=0, 目标值=1, 方向="越大越好")

    status, _ = imported(book)

    new = yaml.safe_load(record())["problems"][3]
    assert status == 0
    assert new == {
        "id": "W4",
        "title": "新问题",
        "nature": "薄弱环节",
        "found_on": date(2012, 6, 5),
        "causes": [{"id": "Y1", "kind": "主观", "text": "没有制度。"}],
        "target": {"metric": "制度", "unit": "项", "baseline": 0, "target": 1, "direction": "越大越好"},
        "measures": [
            {
                "id": "C1",
                "addresses": ["Y1"],
                "action": "订立制度",
                "responsible": "尉迟远",
                "deadline": date(2012, 7, 1),
            }
        ],
        "status": "立档",
    }


def test_removed_problem_takes_its_rows_in_other_sheets_along(exported, imported, record):
    status, told = imported(exported().remove("问题", 编号="W2"))

    assert status == 0
    assert [label for label, _, new in labels(told) if not new] == ["问题 W2"]
    assert [one["id"] for one in yaml.safe_load(record())["problems"]] == ["W1", "W3"]


def test_emptied_row_is_a_removed_row(exported, imported, record):
    book = exported()
    row = book.row("实事", 编号="S1")
    row[1:] = [""] * (len(row) - 1)

    imported(book)

    assert [one["id"] for one in yaml.safe_load(record())["deeds"]] == ["S2"]


def test_rows_in_another_order_put_the_record_in_that_order(exported, imported, record):
    book = exported()
    title, *rows = book.sheets["问题"]
    book.sheets["问题"] = [title, *reversed(rows)]
    before = yaml.safe_load(record())["problems"]

    _, told = imported(book)

    assert labels(told) == [("问题 的先后", "W1、W2、W3", "W3、W2、W1")]
    assert yaml.safe_load(record())["problems"] == before[::-1]


def test_row_inserted_between_others_is_one_new_item(exported, imported, record):
    book = exported()
    row = [""] * len(book.sheets["会议"][0])
    row[book.column("会议", "日期")], row[book.column("会议", "议题")] = date(2012, 6, 20), "新议题"
    row[1] = "第6项"
    book.sheets["会议"].insert(2, row)
    book.add("缺席人员", 所属会议="第6项", 姓名="乜小禾", 原因="病假")
    before = yaml.safe_load(record())["meetings"]

    _, told = imported(book)

    after = yaml.safe_load(record())["meetings"]
    new = {"date": date(2012, 6, 20), "topic": "新议题", "absent": [{"name": "乜小禾", "reason": "病假"}]}
    assert after == [before[0], new, *before[1:]]
    assert len(told["changes"]) == 2


def test_part_of_a_problem_is_filled_and_emptied(exported, imported, record):
    book = exported()
    book.set("销号", {"所属问题": "W1"}, 核查人="芮𬱖", 核查日期=date(2013, 3, 1))
    row = book.row("回头看", 所属问题="W2")
    row[2:] = [""] * (len(row) - 2)

    imported(book)

    problems = yaml.safe_load(record())["problems"]
    assert problems[0]["closure"] == {"checked_by": "芮𬱖", "checked_on": date(2013, 3, 1)}
    assert problems[1]["recheck"] is None


def test_lists_in_a_cell_are_parted_by_commas_and_lines(exported, imported, record):
    book = exported()
    book.set("措施", {"所属问题": "W1", "编号": "C1"}, 针对原因="Y1，Y2", 配合部门="党委办公室、学生处、团委")
    book.line("agreement.goals", "年底考评得分不低于 82 分\n新的一条、有顿号")

    imported(book)

    data = yaml.safe_load(record())
    assert data["problems"][0]["measures"][0]["addresses"] == ["Y1", "Y2"]
    assert data["problems"][0]["measures"][0]["support"] == ["党委办公室", "学生处", "团委"]
    assert data["agreement"]["goals"] == ["年底考评得分不低于 82 分", "新的一条、有顿号"]


def test_scores_and_ballots_are_changed_and_added(exported, imported, record):
    book = exported().line("final.self_scores.idea", 8).line("final.satisfaction.counts.不满意", 3)
    book.line("final.satisfaction.counts+", "弃权：1\n无效: 2")

    imported(book)

    final = yaml.safe_load(record())["final"]
    assert final["self_scores"]["idea"] == 8
    assert [final["satisfaction"][word] for word in ("弃权", "无效", "不满意")] == [1, 2, 3]


def test_texts_of_papers_are_added_with_their_line_breaks(exported, imported, record):
    book = exported().add("补充文字", 文种代号="D15", 段落标题="下步打算", 内容="一是……；\n二是……。")
    book.add("问题·补充文字", 所属问题="W1", 文种代号="D21", 段落标题="补充说明", 内容="见附件。")

    imported(book)

    data = yaml.safe_load(record())
    assert data["texts"] == {"D15": {"下步打算": "一是……；\n二是……。"}}
    assert data["problems"][0]["texts"] == {"D21": {"补充说明": "见附件。"}}


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("2012年6月8日", "2012-06-08"),
        ("2012.6.8", "2012-06-08"),
        (" 2012/6/8 ", "2012-06-08"),
        ("２０１２－０６－０８", "2012-06-08"),
        (41068, "2012-06-08"),
        (41068.5, "2012-06-08"),
        (datetime(2012, 6, 8, 10, 30), "2012-06-08"),
        (Formula("=DATE(2012,6,8)", 41068), "2012-06-08"),
    ],
)
def test_days_are_understood_however_they_are_typed(exported, imported, record, typed, read):
    status, _ = imported(exported().line("target.by", typed))

    assert status == 0
    assert f"  by: {read}\n" in record()


@pytest.mark.parametrize(
    ("key", "typed", "line"),
    [
        ("target.score", "８３", "  score: 83\n"),
        ("target.score", " 83.50 ", "  score: 83.5\n"),
        ("target.score", 0.1 + 0.2, "  score: 0.3\n"),
        ("target.score", Formula("=80+5", 85), "  score: 85\n"),
        ("target.statement", "=1+1", '  statement: "=1+1"\n'),
        ("target.statement", Formula("=1+1", 2), '  statement: "2"\n'),
        ("target.statement", 100, '  statement: "100"\n'),
        ("target.statement", "  甲　", "  statement: 甲\n"),
        ("branch.has_seal", True, "  has_seal: true "),
        ("branch.has_seal", "是", "  has_seal: true "),
        ("branch.contact.phone", "0010-8610031", '"0010-8610031"'),
        ("agreement.doc_no", "示院党责[2012]第02号", "示院党责〔2012〕2号"),
    ],
)
def test_values_are_understood_and_never_written_as_formulas(exported, imported, record, key, typed, line):
    status, _ = imported(exported().line(key, typed))

    assert status == 0
    assert line in record()


@pytest.mark.parametrize(
    ("key", "typed", "rule", "said"),
    [
        ("target.by", "6/8", "K05", "没有写年份"),
        ("target.by", "2012-06-31", "K05", "六月只有 30 天"),
        ("target.by", 20120608, "W02", "日期"),
        ("target.by", Formula("=NA()", "#N/A"), "W01", "#N/A"),
        ("target.score", "八十二", "K06", "只能写一个数字"),
        ("target.score", date(2012, 6, 8), "W02", "要填数字"),
        ("baseline.satisfaction", 72, "K08", "0 到 1"),
        ("midterm.outcome", "表样", "K10", "不是这里可选的词"),
        ("branch.contact.phone", date(2012, 6, 8), "W02", "要填文字"),
        ("final.satisfaction.issued", -3, "K07", "0 或正整数"),
        ("final.achieved", "也许", "K09", "“是”或“否”"),
        ("final.self_scores+", "没有冒号", "W13", "名称：内容"),
        ("final.self_scores+", "idea：9", "W16", "已经有了"),
    ],
)
def test_bad_cell_is_told_by_sheet_and_cell_and_nothing_is_written(
    exported, imported, record, key, typed, rule, said
):
    before = record()
    book = exported().line(key, typed).line("target.statement", "这一处是好的")
    row = next(n for n, cells in enumerate(book.sheets["基本情况"], start=1) if cells[0] == key)

    status, told = imported(book)

    (finding,) = (f for f in told["findings"] if f["severity"] == "错误")
    assert status == 1
    assert told["written"] is False
    assert record() == before
    assert finding["label"] == f"“基本情况”表 D{row}"
    assert finding["rule"] == rule
    assert said in finding["message"]
    assert finding["remedy"]


def test_all_bad_cells_are_told_at_once(exported, imported):
    book = exported().line("target.by", "6/8").set("措施", {"所属问题": "W1", "编号": "C1"}, 时限="6/8")
    book.add("原因", 所属问题="W9", 编号="Y1").add("原因", 编号="Y2", 原因="无主")
    book.set("问题", {"编号": "W3"}, 编号="W1")

    _, told = imported(book)

    assert {
        ("“措施”表 H2", "K05"),
        ("“原因”表 B7", "W04"),
        ("“原因”表 B8", "W03"),
        ("“问题”表 B4", "W05"),
    } <= {*bad_cells(told)}


def test_time_in_a_cell_of_time_is_a_clock(exported, imported, office):
    status, _ = imported(exported("DW").line("deployment_meeting.time", time(15, 0)))

    assert status == 0
    assert 'time: "15:00"' in (office / "data" / "committee.yaml").read_text("utf-8")


def test_merged_cells_count_for_every_row_they_cover(exported, imported, record):
    book = exported()
    book.add("原因", 所属问题="W2", 编号="Y2", 原因="甲").add("原因", 编号="Y3", 原因="乙")
    last = len(book.sheets["原因"]) - 1
    book.merged["原因"] = [(last - 1, 1, last, 1)]

    status, _ = imported(book)

    assert status == 0
    assert [one["id"] for one in yaml.safe_load(record())["problems"][1]["causes"]] == ["Y1", "Y2", "Y3"]


def test_cells_merged_over_columns_are_refused(exported, imported):
    book = exported()
    book.merged["实事"] = [(1, 2, 1, 3)]

    status, told = imported(book)

    assert status == 1
    assert ("“实事”表 C2", "W12") in bad_cells(told)


def test_missing_sheets_and_columns_leave_the_record_alone(exported, imported, record):
    before = record()
    book = exported()
    del book.sheets["措施"], book.sheets["会议"]
    at = book.column("问题", "状态")
    book.sheets["问题"] = [row[:at] + row[at + 1 :] for row in book.sheets["问题"]]

    status, told = imported(book)

    assert status == 0
    assert told["changes"] == []
    assert record() == before
    assert {"W07", "W08"} <= {finding["rule"] for finding in told["findings"]}


def test_renamed_and_moved_columns_and_extra_ones_are_understood(exported, imported, record):
    book = exported()
    rows = book.sheets["实事"]
    rows[0][book.column("实事", "受益人数")] = "受益人数（人）"
    book.sheets["实事"] = [["我的标题"], [], *([row[0], "备忘", *reversed(row[1:])] for row in rows)]
    book.sheets["实事"][2][1] = "我的备忘"
    book.sheets["实事情况"] = book.sheets.pop("实事")
    book.sheets["草稿"] = [["随便写的"]]

    status, told = imported(book)

    assert status == 0
    assert told["changes"] == []
    assert {"W09", "W10"} <= {finding["rule"] for finding in told["findings"]}


def test_workbook_without_hidden_columns_and_stamp_is_still_read(exported, imported, record):
    book = exported()
    del book.sheets["docgen"], book.sheets["选项"], book.sheets["填写说明"]
    for name in book.sheets:
        if name != "基本情况":
            book.sheets[name] = [row[1:] for row in book.sheets[name]]
    book.set("进展", {"所属问题": "W1", "进度": 70.0}, 进展情况="改过的进展")

    status, told = imported(book)

    assert status == 0
    assert [label for label, *_ in labels(told)] == ["问题 W1 › 进展 第2项 › 进展情况"]
    assert "W15" in {finding["rule"] for finding in told["findings"]}
    assert "note: 改过的进展" in record()


def test_copied_row_is_a_new_row(exported, imported, record):
    book = exported()
    copy = list(book.row("进展", 所属问题="W1", 进度=35.0))
    copy[book.column("进展", "日期")] = date(2012, 8, 1)
    book.sheets["进展"].insert(2, copy)
    before = yaml.safe_load(record())["problems"][0]["progress"]

    imported(book)

    after = yaml.safe_load(record())["problems"][0]["progress"]
    assert after == [before[0], before[0] | {"date": date(2012, 8, 1)}, *before[1:]]


def test_record_changed_meanwhile_elsewhere_is_no_obstacle_where_both_agree(exported, imported, record):
    book = exported().line("target.score", 83)
    imported(book)

    status, told = imported(book.line("target.score", 83).line("target.statement", "再改一处"))

    assert status == 0
    assert labels(told)[0][0] == "目标 › 目标表述"
    assert "score: 83\n" in record()


def test_change_in_the_file_after_the_export_is_not_undone_unless_forced(exported, imported, record, office):
    book = exported().line("target.statement", "工作簿里改的")
    path = office / "data" / "branches" / "branch-Z01.yaml"
    path.write_text(record().replace("  score: 82\n", "  score: 90\n"), encoding="utf-8")

    status, told = imported(book)
    forced, _ = imported(book, "--force")

    assert (status, told["written"], forced) == (1, False, 0)
    (conflict,) = (f for f in told["findings"] if f["severity"] == "错误")
    assert conflict["rule"] == "W14"
    assert "“90”" in conflict["message"]
    assert "  score: 82\n" in record()


def test_dry_run_writes_nothing(exported, imported, record):
    before = record()

    _, told = imported(exported().line("target.score", 90), "--dry-run")

    assert len(told["changes"]) == 1
    assert told["written"] is False
    assert record() == before


def test_byte_order_mark_and_line_breaks_of_windows_stay(exported, imported, office):
    path = office / "data" / "branches" / "branch-Z01.yaml"
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    before = path.read_bytes()
    book = exported().add("实事", 编号="S3", 实事名称="第三件").line("target.score", 90)

    imported(book)

    after = path.read_bytes()
    assert after.startswith(b"\xef\xbb\xbf")
    assert b"\n" not in after.replace(b"\r\n", b"")
    assert b"  - {id: S3, title: " in after
    assert len(after.splitlines()) == len(before.splitlines()) + 1
