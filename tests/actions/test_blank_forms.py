"""`docgen build --blank`: every form and list, empty, ready for the pen."""

import json
import re
from datetime import date
from pathlib import Path

import pytest

from docgen.actions.blank_forms import FOLDER, blank_forms
from docgen.cli import main
from docgen.workspace import Workspace
from support.docx import text_of
from support.papers import office

DAY = date(2013, 1, 15)


@pytest.fixture(scope="module")
def forms(tmp_path_factory) -> dict[str, str]:
    """The words of every blank form of the sample's workspace, by label."""
    root = tmp_path_factory.mktemp("blank") / "院"
    assert main(["init", str(root), "-q"]) == 0
    workspace = Workspace.find(root)
    made = blank_forms(workspace, [], DAY)
    assert {form.status for form in made} == {"written"}
    return {form.paper.label: text_of((workspace.output / form.path).read_bytes()) for form in made}


def test_every_form_and_list_has_a_blank(forms):
    assert {
        "D05",
        "D08-problems",
        "D14-ballot",
        "D19-contents",
        "D21",
        "D23",
        "D32",
        "D35",
        "GW-slip",
    } <= forms.keys()
    assert "D01" not in forms
    assert len(forms) >= 30


def test_a_blank_holds_no_fact_and_no_trace_of_the_machinery(forms):
    names = {person.name for person in office().committee.people} | set(office().branch_ids)
    names |= {branch.branch.short_name for branch in office().branches}
    for label, text in forms.items():
        assert text.strip(), label
        assert [name for name in names if name in text] == [], label
        assert re.findall(r"None|\{\{|\{%|\(\)|\[\]", text) == [], label


def test_a_list_has_rows_to_write_in_and_the_rubric_its_lines(forms):
    assert "共　　题" in forms["D21"]
    assert "原因分析" in forms["D21"]
    assert "解决情况" in forms["D21"]  # whichever way: a blank form does not know it
    for indicator in office().campaign.rubric.indicators:
        assert indicator.name in forms["D13"]


def test_made_again_nothing_changes_and_a_filled_one_is_not_lost(tmp_path, capsys):
    root = tmp_path / "院"
    main(["init", str(root), "-q"])
    main(["-C", str(root), "build", "--blank", "D32"])
    [path] = (root / "output" / FOLDER).iterdir()
    assert {form.status for form in blank_forms(Workspace.find(root), ["D32"], DAY)} == {"unchanged"}

    path.write_bytes(b"written by hand")
    capsys.readouterr()
    assert main(["-C", str(root), "build", "--blank", "D32", "--format", "json"]) == 0

    told = json.loads(capsys.readouterr().out)
    assert told["summary"] == {"written": 1, "unchanged": 0, "failed": 0}
    kept = list((root / "output" / "旧版" / FOLDER).iterdir())
    assert [one.read_bytes() for one in kept] == [b"written by hand"]


def test_a_kind_that_is_no_form_is_told_so(tmp_path, capsys):
    root = tmp_path / "院"
    main(["init", str(root), "-q"])

    assert main(["-C", str(root), "build", "--blank", "D01"]) == 2
    assert "不是表格或清单" in capsys.readouterr().err


def test_blanks_need_no_records(tmp_path):
    root = tmp_path / "新"
    main(["init", str(root), "--empty", "-q"])

    made = blank_forms(Workspace.find(Path(root)), ["D32"], DAY)

    assert [form.status for form in made] == ["written"]
