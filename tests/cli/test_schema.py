import json

from docgen.cli import main


def called(capsys, *arguments):
    status = main(list(arguments))
    said = capsys.readouterr()
    return status, said.out, said.err


def test_one_schema_goes_to_the_screen_outside_of_any_workspace(capsys, tmp_path):
    status, out, _ = called(capsys, "-C", str(tmp_path), "schema", "branch")

    assert status == 0
    assert json.loads(out)["definitions"]["branch.secretary"]["title"] == "书记"


def test_all_schemas_go_into_a_folder(capsys, tmp_path):
    _, out, _ = called(capsys, "schema", "-o", str(tmp_path / "s"), "--format", "json")

    assert len(json.loads(out)["files"]) == 3
    assert (tmp_path / "s" / "committee.schema.json").is_file()


def test_labels_are_a_table(capsys):
    _, out, _ = called(capsys, "schema", "branch", "--labels")

    row = next(line for line in out.splitlines() if line.startswith("branch.secretary"))
    assert row.split() == ["branch.secretary", "书记", "支部书记"]
