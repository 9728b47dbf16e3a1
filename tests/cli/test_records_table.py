import pytest
from click import unstyle

from docgen.build.overview import Line
from docgen.cli.columns import screen_columns
from docgen.cli.records_table import records_table
from docgen.findings import Finding, Severity


def line(number, name="党支部"):
    return Line(f"Z{number:02}", f"{name}{number}", f"z{number}.yaml", ("S0", "S1"), 3, 1)


def finding(number, severity=Severity.ERROR):
    return Finding("K05", severity, "不对", "请改", f"z{number}.yaml", 1, 1)


def rows(text):
    return unstyle(text).split("\n")


def test_a_record_has_its_state_its_problems_and_its_findings():
    text = records_table([line(1)], [finding(1), finding(1, Severity.INFO)])

    assert rows(text)[1].split() == ["Z01", "党支部1", "查找建档", "3（1）", "1", "0", "1"]


def test_columns_align_however_wide_the_names_are():
    text = records_table([line(1), line(2, "机关"), line(3, "公共基础教学部与民族团结进步教育" * 3)], [])

    before_state = {screen_columns(row[: row.index("查找建档")]) for row in rows(text)[1:]}
    assert len(before_state) == 1
    assert max(screen_columns(row) for row in rows(text)) <= 100


def test_a_faulty_record_stands_out_in_colour():
    faulty, doubtful, clean = records_table(
        [line(1), line(2), line(3)], [finding(1), finding(2, Severity.WARNING)]
    ).split("\n")[1:]

    assert "\x1b[31m" in faulty
    assert "\x1b[33m" in doubtful
    assert "\x1b" not in clean


def test_an_unread_record_is_named_by_its_file():
    assert "读不出来" in records_table([Line("", "", "data/z.yaml")], [])


def test_a_record_that_has_not_begun_says_so():
    assert "尚未开始" in records_table([Line("Z01", "新支部", "z1.yaml")], [])


@pytest.mark.parametrize("many", [60, 3000])
def test_too_many_records_are_cut_to_one_screen_with_the_worst_of_them(many, monkeypatch):
    monkeypatch.setenv("LINES", "24")
    records = [line(number) for number in range(many)]

    found = rows(records_table(records, [finding(many - 1), finding(5), finding(5)]))

    assert len(found) <= 24
    assert any(row.startswith("Z05") for row in found)
    assert any(row.startswith(f"Z{many - 1}") for row in found)
    assert found[-1] == f"其余 {many - 20} 个单位：没有发现问题"
