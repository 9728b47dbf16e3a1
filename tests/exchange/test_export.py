"""The workbook itself: what Excel shows, guards and prints."""

import json
import re
import zipfile
from importlib.util import find_spec
from pathlib import Path

import pytest
from lxml import etree

from docgen.campaign.models.record import BranchRecord, CommitteeRecord
from docgen.cli import main
from docgen.exchange import packages
from docgen.exchange.faults import SHEET_CODES
from docgen.exchange.grid import read_grids
from docgen.exchange.plan import plan
from docgen.records.labels import labels
from support.workbooks import Book

MAIN = {"m": "http://schemas.openxmlformats.org/spreadsheetml/2006/main"}


def parts(path):
    """The worksheets of a workbook as XML, by name."""
    with zipfile.ZipFile(path) as package:
        book = etree.fromstring(package.read("xl/workbook.xml"))
        names = [sheet.get("name") for sheet in book.iterfind(".//m:sheet", MAIN)]
        return {
            name: etree.fromstring(package.read(f"xl/worksheets/sheet{number}.xml"))
            for number, name in enumerate(names, start=1)
        }


def styles(path):
    """Number format and lock of each cell format."""
    with zipfile.ZipFile(path) as package:
        root = etree.fromstring(package.read("xl/styles.xml"))
    formats = {one.get("numFmtId"): one.get("formatCode") for one in root.iterfind(".//m:numFmt", MAIN)}
    found = []
    for one in root.find("m:cellXfs", MAIN):
        guard = one.find("m:protection", MAIN)
        number = one.get("numFmtId")
        found.append((formats.get(number, number), guard is None or guard.get("locked") != "0"))
    return found


@pytest.mark.parametrize("model", [BranchRecord, CommitteeRecord])
def test_every_field_of_the_model_has_its_place_in_a_sheet(model):
    placed = set()
    for sheet in plan(model).all():
        above = ()
        one = sheet
        while one is not None:
            above = (*one.path, *(("[]",) if one.form == "list" else ()), *above)
            one = one.parent
        placed.add(above)
        placed |= {(*above, *column.path) for column in sheet.columns}
    paths = {tuple(path.replace("[]", ".[]").split(".")) for path in labels(model)} - {("schema",)}

    missing = [path for path in paths if not any(one[: len(path)] == path for one in placed)]

    assert missing == []


def test_no_cell_is_a_formula_whatever_the_record_says(exported, office):
    path = office / "data" / "branches" / "branch-Z01.yaml"
    text = path.read_text("utf-8")
    path.write_text(text.replace("place: 行政楼二楼报告厅", 'place: "=1+1"'), encoding="utf-8")

    book = exported()

    assert not [cell for part in parts(book.path).values() for cell in part.iterfind(".//m:f", MAIN)]
    assert [row[3] for row in book.sheets["基本情况"] if row[0] == "agreement.place"] == ["=1+1"]


def test_phones_are_text_and_days_are_days(exported):
    book = exported()

    assert book.row("监督方式", 所属公示="G1")[2] == "0000-8610011"
    assert book.row("实事", 编号="S1")[book.column("实事", "完成时间")].isoformat() == "2012-09-17"
    assert [row[3] for row in book.sheets["基本情况"] if row[0] == "branch.contact.phone"] == ["0000-8610031"]


def test_contents_may_be_filled_and_everything_computed_is_locked(exported):
    book = exported()
    sheet = parts(book.path)["基本情况"]
    formats = styles(book.path)
    rows = {row[0]: number for number, row in enumerate(book.sheets["基本情况"], start=1)}

    def is_locked(key):
        (cell,) = sheet.iterfind(f".//m:c[@r='D{rows[key]}']", MAIN)
        return formats[int(cell.get("s"))][1]

    assert sheet.find("m:sheetProtection", MAIN).get("sheet") == "1"
    assert not is_locked("branch.secretary")
    assert is_locked("合计：baseline.scores+")
    assert next(row for row in book.sheets["基本情况"] if row[0] == "合计：baseline.scores+")[3] == 66.2


def test_pages_print_on_a4_across_with_their_titles_on_every_page(exported):
    for name, sheet in parts(exported().path).items():
        if name in ("选项", "docgen"):
            continue
        page = sheet.find("m:pageSetup", MAIN)
        assert (page.get("paperSize"), page.get("orientation"), page.get("fitToHeight")) == (
            "9",
            "landscape",
            "0",
        )
        if name != "填写说明":
            assert sheet.find(".//m:pane", MAIN).get("state") == "frozen"


def test_words_and_people_are_picked_from_lists_and_every_field_has_a_note(exported):
    book = exported()
    sheet = parts(book.path)["措施"]
    rules = {}
    for rule in sheet.iterfind(".//m:dataValidation", MAIN):
        rules[rule.get("sqref")] = rule
    letter = "ABCDEFGHIJ"[book.column("措施", "责任人")]

    (people,) = (rule for place, rule in rules.items() if place.startswith(f"{letter}2:"))

    at = re.match(r"选项!\$([A-Z]+)\$1", people.findtext("m:formula1", namespaces=MAIN))[1]
    number = sum((ord(char) - 64) * 26**place for place, char in enumerate(reversed(at))) - 1
    assert "尉迟远" in [row[number] for row in book.sheets["选项"] if len(row) > number]
    assert all(rule.get("prompt") for rule in rules.values())


def test_same_record_gives_the_same_bytes(exported):
    assert exported().path.read_bytes() == exported().path.read_bytes()


def test_workbook_with_changes_of_its_own_is_not_replaced(exported, office, capsys):
    book = exported().line("target.score", 90)
    book.save()

    status = main(["-C", str(office), "sheet", "export", "Z01", "--format", "json"])

    (made,) = json.loads(capsys.readouterr().out)["files"]
    assert status == 1
    assert made["status"] == "kept"
    assert "导入" in made["reason"]
    assert Book(book.path).sheets == book.sheets


def test_unknown_branch_is_told_with_the_nearest(office, capsys):
    status = main(["-C", str(office), "sheet", "export", "机关第一支部"])

    assert status == 2
    assert "是否想写“机关第一党支部”" in capsys.readouterr().err


@pytest.mark.parametrize(
    "data", [b"", b"no workbook", b"PK\x03\x04 broken", b"\xd0\xcf\x11\xe0" + b"\0" * 600]
)
def test_file_that_is_no_workbook_is_told(office, tmp_path, capsys, data):
    path = tmp_path / "bad.xlsx"
    path.write_bytes(data)

    status = main(["-C", str(office), "sheet", "import", str(path)])

    assert status == 1
    assert "不是能读的 Excel 工作簿" in capsys.readouterr().err


def test_lack_of_the_packages_is_told_with_status_3(office, capsys, monkeypatch):
    monkeypatch.setattr(packages, "find_spec", lambda name: None if name == "xlsxwriter" else find_spec(name))

    status = main(["-C", str(office), "sheet", "export"])

    assert status == 3
    assert "docgen-gongwen[sheet]" in capsys.readouterr().err


def test_record_with_a_broken_file_is_not_exported(office, capsys):
    (office / "data" / "branches" / "branch-Z02.yaml").write_text("branch: {id: Z02\n", encoding="utf-8")

    status = main(["-C", str(office), "sheet", "export", "--format", "json"])

    made = {one["record"]: one["status"] for one in json.loads(capsys.readouterr().out)["files"]}
    assert status == 1
    assert made["branch-Z02"] == "failed"
    assert made["Z01"] == "written"


def test_hidden_sheets_are_read_too(exported):
    assert {"选项", "docgen"} <= {grid.name for grid in read_grids(exported().path)}


def test_documented_codes_are_those_of_the_code():
    docs = (Path(__file__).parents[2] / "docs" / "codes.md").read_text("utf-8")

    assert dict(re.findall(r"^\| (W\d\d) \| ([^|]+?) \|", docs, re.MULTILINE)) == SHEET_CODES


def test_a_branch_may_be_named_as_in_other_commands(office, capsys):
    status = main(["-C", str(office), "sheet", "export", "-b", "Z02", "Z03", "-q"])

    assert status == 0
    assert [path.name.partition("_")[0] for path in sorted((office / "表格").iterdir())] == ["Z02", "Z03"]
