import pytest

from docgen.actions.init import FolderNotEmpty, init
from docgen.workspace import Workspace, bundled


def test_new_workspace_has_the_sample_records(tmp_path):
    made = init(tmp_path / "我的党委")

    sample = bundled("data") / "committee.yaml"
    assert (made.root / "data" / "committee.yaml").read_bytes() == sample.read_bytes()
    assert len(made.records) == len(list(bundled("data").rglob("*.yaml")))
    assert Workspace.find(made.root).settings.profile == "setup"


def test_empty_workspace_has_folders_and_no_records(tmp_path):
    made = init(tmp_path / "new", empty=True)

    assert made.records == ()
    assert list((made.root / "data" / "branches").iterdir()) == []


def test_empty_folder_is_taken(tmp_path):
    (tmp_path / "new").mkdir()

    assert (init(tmp_path / "new").root / "docgen.toml").is_file()


def test_folder_with_files_is_refused_and_left_alone(tmp_path):
    (tmp_path / "mine.txt").write_text("x")

    with pytest.raises(FolderNotEmpty):
        init(tmp_path)

    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


def test_nothing_is_left_when_the_workspace_cannot_be_made(tmp_path, monkeypatch):
    def refuse(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr("docgen.files.write_atomic", refuse)
    with pytest.raises(KeyboardInterrupt):
        init(tmp_path / "new")

    assert list(tmp_path.iterdir()) == []
