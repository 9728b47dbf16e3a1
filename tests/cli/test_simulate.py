"""`docgen simulate`, as it is typed."""

import json

from docgen.cli import main


def test_workspace_is_made_and_named(tmp_path, capsys):
    status = main(["-C", str(tmp_path), "simulate", "试验", "--branches", "7", "--format", "json"])

    told = json.loads(capsys.readouterr().out)
    assert (status, told["branches"], told["seed"]) == (0, 7, 1)
    assert len(list((tmp_path / "试验/data/branches").iterdir())) == 7


def test_number_of_branches_must_be_sensible(tmp_path, capsys):
    assert main(["-C", str(tmp_path), "simulate", "w", "--branches", "0"]) == 2
    assert not (tmp_path / "w").exists()
