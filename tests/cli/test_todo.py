import json

import pytest

from docgen.actions.init import init
from docgen.cli import main

KEYS = {"branch", "what", "field", "who", "due", "days_left", "overdue", "rule"}


@pytest.fixture
def office(tmp_path):
    return init(tmp_path / "office").root


def called(capsys, office, *arguments):
    status = main(["-C", str(office), "todo", "--on", "2012-06-20", *map(str, arguments)])
    said = capsys.readouterr()
    return status, said.out, said.err


def test_json_has_the_items_of_the_contract(capsys, office):
    status, out, _ = called(capsys, office, "--format", "json")

    told = json.loads(out)
    assert status == 0
    assert {frozenset(item) for item in told["items"]} == {frozenset(KEYS)}
    assert told["summary"]["items"] == len(told["items"])
    assert told["summary"]["on"] == "2012-06-20"


def test_text_tells_the_working_days_that_are_left(capsys, office):
    _, out, err = called(capsys, office, "-b", "Z01")

    assert "离“七一”前考评（6月30日）还有 6 个工作日：" in out
    assert "我要签什么、在哪里签" in out
    assert "共有" in err
    assert "\x1b" not in out  # no colours in a pipe


def test_without_a_branch_what_has_time_is_counted_but_not_listed(capsys, office):
    _, short, err = called(capsys, office)
    _, long, _ = called(capsys, office, "-v")

    assert "12月31日" not in short
    assert "没有列出" in err
    assert len(long) > len(short)


def test_a_file_is_written_beside_the_json(capsys, office, tmp_path):
    status, out, err = called(capsys, office, "-o", tmp_path / "待办.ics", "--format", "json")

    assert status == 0
    assert (tmp_path / "待办.ics").read_bytes().startswith(b"BEGIN:VCALENDAR\r\n")
    assert json.loads(out)["items"]
    assert "写好了" in err
