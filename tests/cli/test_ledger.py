import json

import pytest

from docgen.actions.init import init
from docgen.cli import main


@pytest.fixture
def office(tmp_path):
    return init(tmp_path / "office").root


def called(capsys, office, *arguments):
    status = main(["-C", str(office), "ledger", "--on", "2012-12-28", *map(str, arguments)])
    said = capsys.readouterr()
    return status, said.out, said.err


def test_text_tells_where_the_workbook_lies_and_what_it_sums(capsys, office, tmp_path):
    status, out, err = called(capsys, office, "-o", tmp_path / "台账.xlsx")

    assert status == 0
    assert out == f"写好了：{tmp_path / '台账.xlsx'}\n"
    assert "问题 17 个，已销号 15 个，销号率 88.2%" in err


def test_json_has_the_sheets_and_the_sums(capsys, office):
    status, out, _ = called(capsys, office, "-b", "Z01", "--format", "json")

    told = json.loads(out)
    assert status == 0
    assert told["sheets"][0] == {"name": "Z01问题整改台账", "lines": 3}
    assert told["summary"]["problems"] == 3
    assert told["summary"]["on"] == "2012-12-28"


def test_a_record_that_cannot_be_read_is_told_and_is_a_failure(capsys, office):
    (office / "data" / "branches" / "branch-Z03.yaml").write_text("branch: [", "utf-8")

    status, _, err = called(capsys, office)

    assert status == 1
    assert "没有算进去" in err
