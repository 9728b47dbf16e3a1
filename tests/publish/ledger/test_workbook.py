"""The workbook of ledgers: the same rows as on paper, as numbers and days, never as formulas."""

import io
import random
import shutil
import subprocess
import zipfile
from datetime import date, datetime

import pytest
from python_calamine import CalamineWorkbook

from docgen.errors import DocgenError
from docgen.pdf.office import find_office
from docgen.publish.ledger.as_xlsx import workbook
from docgen.publish.ledger.sheets import branch_sheets, committee_sheets
from docgen.publish.ledger.tables import Head, Sheet, Table
from docgen.text.present import present
from support import other_office
from support.docx import table_rows
from support.papers import DAY, made, office, office_of, records, sort_of, thinned

HOSTILE = ["=1+1", "+86", "-5", "@SUM(A1)", "=cmd|' /C calc'!A0", "{{7*7}}", "&<b>", "\t=2", "_x0041_"]


def read(data):
    """Lines of each sheet under its heads, as {title: value}; the statistics as they stand."""
    book = CalamineWorkbook.from_filelike(io.BytesIO(data))
    sheets = {}
    for name in book.sheet_names:
        _, _, heads, *lines = book.get_sheet_by_name(name).to_python(skip_empty_area=False)
        sheets[name] = [dict(zip(heads, line, strict=True)) for line in lines]
    return sheets


def grid(data, name):
    return CalamineWorkbook.from_filelike(io.BytesIO(data)).get_sheet_by_name(name).to_python()


def hospital():
    plain = other_office.records()
    return office_of({"committee.yaml": plain.pop("committee"), **plain})


def shown(value):
    """As it stands on paper."""
    if isinstance(value, datetime):
        value = value.date()
    text = present(int(value) if isinstance(value, float) and value.is_integer() else value)
    return text.replace("\n", "")


def on_paper(line):
    """A line of the workbook under the titles of the papers, which put some columns into one."""
    texts = {title: shown(value) for title, value in line.items()}
    if "立即" in texts:
        texts["立即/限期/上级"] = "/".join(texts[way] for way in ("立即", "限期", "上级"))
    if "进度（%）" in texts:
        percent = texts["进度（%）"]
        texts["进展"] = (f"{percent}%" if percent else "") + texts["进展"]
    if "完成情况" in texts:
        texts["完成情况"] += texts["备注"]
    return texts


def lines_of(docx):
    """{title: text} of the lines of a paper with one table."""
    heads, *rows = table_rows(docx)
    return [dict(zip(heads, row, strict=True)) for row in rows if len(row) == len(heads)]


@pytest.mark.parametrize("whose", [office, hospital])
@pytest.mark.parametrize(
    ("slug", "variant", "name"),
    [
        ("master-ledger", "branches", "支部台账"),
        ("master-ledger", "problems", "问题总台账"),
        ("publicity", "register", "宣传信息"),
        ("publicity", "awareness", "知晓率参与率"),
        ("achievements", "", "工作成果"),
    ],
)
def test_the_committees_sheets_say_what_its_papers_say(whose, slug, variant, name):
    records = whose()

    paper = lines_of(made(sort_of(slug, variant), records))
    lines = [on_paper(line) for line in read(workbook(committee_sheets(records, DAY, ()), "台账"))[name]]

    assert paper
    rates = {"知晓率", "参与率"}  # a number here, a text there: compared below
    for printed, line in zip(paper, lines, strict=False):
        assert {title: line[title] for title in printed if title not in rates} == {
            title: text for title, text in printed.items() if title not in rates
        }
    assert len(lines) - len(paper) in (0, 1)  # the line of the sums has joined cells on paper


@pytest.mark.parametrize("whose", [office, hospital])
def test_a_branchs_sheets_say_what_its_papers_say(whose):
    records = whose()

    for branch in records.branches:
        ledger, deeds = read(workbook(branch_sheets(branch, DAY), "台账")).values()
        for slug, lines in (("problem-ledger", ledger), ("deeds-list", deeds)):
            paper = lines_of(made(sort_of(slug), records, branch))
            titled = [on_paper(line) | {"编号": shown(line.get("问题编号", ""))} for line in lines]
            assert paper
            assert [{title: line[title] for title in paper[0]} for line in titled] == paper


def test_numbers_days_and_rates_can_be_reckoned_with():
    sheets = read(workbook(committee_sheets(office(), DAY, ()), "台账"))

    first = sheets["支部台账"][0]
    assert (first["党员数"], first["定级得分"], first["立即"]) == (29, 66.2, 1)
    assert sheets["问题总台账"][0]["完成时限"] == date(2012, 10, 31)
    assert sheets["知晓率参与率"][0]["知晓率"] == pytest.approx(28 / 29)
    assert sheets["知晓率参与率"][-1]["参与率"] == pytest.approx(198 / 210)
    assert sheets["支部台账"][-1]["问题数"] == 17


def test_the_statistics_have_the_three_rates_and_the_closing_rate():
    lines = grid(workbook(committee_sheets(office(), DAY, ()), "台账"), "统计表")

    by_name = {line[0]: line for line in lines if line[0]}
    assert by_name["一般党支部晋升先进率"][1:9] == [0.3, 3, 2, 2 / 3, 3, 1, 2, 2 / 3]
    assert by_name["限期解决"][1:7] == [8, 6, 2, 0, 0.75, "6/8"]


def test_rates_that_are_not_decided_yet_are_no_zeros():
    plain = records()
    for record in plain.values():
        record.pop("final", None)

    lines = grid(workbook(committee_sheets(office_of(plain), DAY, ()), "台账"), "统计表")

    line = next(line for line in lines if line[0] == "一般党支部晋升先进率")
    assert line[7:10] == ["尚未审定", "尚未审定", ""]


def _hostile_book():
    lines = tuple((text, number) for number, text in enumerate(HOSTILE))
    heads = (Head("=文", 10, "left"), Head("数", 10, "center"))
    return workbook([Sheet("=甲[1]/2:乙", "=题", "=注", (Table(heads, lines),))], "=题")


def test_no_text_becomes_a_formula():
    data = _hostile_book()

    with zipfile.ZipFile(io.BytesIO(data)) as package:
        sheet = package.read("xl/worksheets/sheet1.xml").decode()
        styles = package.read("xl/styles.xml").decode()
    assert "<f>" not in sheet
    assert 'quotePrefix="1"' in styles
    assert [line[0] for line in grid(data, "=甲12乙")[3:]] == HOSTILE


def test_sheets_of_one_name_are_told_apart():
    empty = Table((Head("甲", 5, "left"),), ())
    sheets = [Sheet(name, "", "", (empty,)) for name in ("Z01台账", "z01台账", "长" * 40, "长" * 40, "[]")]

    names = CalamineWorkbook.from_filelike(io.BytesIO(workbook(sheets, ""))).sheet_names

    assert names == ["Z01台账", "z01台账(2)", "长" * 31, f"{'长' * 27}(2)", "台账"]


def test_a_day_before_excels_calendar_and_a_text_too_long_for_a_cell_are_texts():
    heads = (Head("甲", 10, "left"), Head("乙", 10, "left"))
    table = Table(heads, ((date(1899, 12, 30), "长" * 40_000),))

    line = grid(workbook([Sheet("表", "", "", (table,))], ""), "表")[3]

    assert line == ["1899-12-30", "长" * 32_767]


@pytest.mark.parametrize("seed", range(4))
def test_unfinished_records_make_a_workbook(seed):
    kept = frozenset({"schema", "id", "short_name"})
    plain = {name: thinned(one, random.Random(f"{seed}{name}"), kept) for name, one in records().items()}
    thin = office_of(plain)

    whole = workbook(committee_sheets(thin, DAY, ("Z07.yaml",)), "台账")
    own = workbook(branch_sheets(thin.branches[seed], DAY), "台账")

    assert len(read(whole)["支部台账"]) == 7
    assert "没有统计在内：Z07.yaml" in grid(whole, "支部台账")[1][0]
    assert len(read(own)) == 2


def test_the_same_records_give_the_same_bytes():
    assert workbook(committee_sheets(office(), DAY, ()), "台账") == workbook(
        committee_sheets(office(), DAY, ()), "台账"
    )


def test_heads_stay_in_sight_are_filtered_and_printed_on_every_page():
    data = workbook(committee_sheets(office(), DAY, ()), "台账")

    with zipfile.ZipFile(io.BytesIO(data)) as package:
        branches, problems, statistics = (
            package.read(f"xl/worksheets/sheet{number}.xml").decode() for number in (1, 2, 3)
        )
        book = package.read("xl/workbook.xml").decode()
        charts = [name for name in package.namelist() if name.startswith("xl/charts/")]
    assert 'topLeftCell="A4"' in branches
    assert '<autoFilter ref="A3:S9"/>' in branches  # without the line of the sums
    assert 'orientation="landscape"' in branches
    assert 'paperSize="9"' in branches
    assert 'paperSize="8"' in problems
    assert 'fitToHeight="0"' in branches
    assert "_xlnm.Print_Titles" in book
    assert "autoFilter" not in statistics
    assert len(charts) == 2


def _calc():
    try:
        found = find_office()
    except DocgenError:
        return None
    return found if (found.resolve().parent / "libscfiltlo.so").is_file() else None


@pytest.mark.skipif(_calc() is None or shutil.which("soffice") is None, reason="needs LibreOffice Calc")
def test_libreoffice_reads_it_as_it_was_written(tmp_path):
    whole = workbook(committee_sheets(office(), DAY, ()), "台账")
    for name, data in (("whole", whole), ("hostile", _hostile_book())):
        (tmp_path / f"{name}.xlsx").write_bytes(data)
    command = [_calc(), f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless"]
    command += ["--convert-to", "ods", "--outdir", tmp_path, *tmp_path.glob("*.xlsx")]

    subprocess.run(command, check=True, capture_output=True, timeout=120)

    saved = (tmp_path / "whole.ods").read_bytes()
    book = CalamineWorkbook.from_filelike(io.BytesIO(saved))
    for name in book.sheet_names:
        ours, theirs = grid(whole, name), book.get_sheet_by_name(name).to_python()
        assert [_cells(line) for line in theirs] == [_cells(line) for line in ours]
    hostile = CalamineWorkbook.from_path(tmp_path / "hostile.ods").get_sheet_by_index(0).to_python()
    assert [line[0].strip() for line in hostile[3:]] == [text.strip() for text in HOSTILE]


def _cells(line):
    return [pytest.approx(cell) if isinstance(cell, float) else cell for cell in line]
