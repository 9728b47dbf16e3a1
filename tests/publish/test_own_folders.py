"""What `preview -o` and `board -o` may not be told to fill."""

import pytest

from docgen.actions.init import init
from docgen.cli import main
from docgen.publish.own_folders import OwnFolder, refuse_own_folder
from docgen.workspace import Workspace


@pytest.fixture
def office(tmp_path):
    return Workspace.find(init(tmp_path / "office").root)


@pytest.mark.parametrize(
    "name", ["data", "data/branches", "data/new", "templates", "archive/x", "output/.docgen"]
)
def test_a_folder_of_the_workspace_is_refused(office, name):
    with pytest.raises(OwnFolder) as caught:
        refuse_own_folder(office.root / name, office)

    assert caught.value.exit_status == 2


def test_the_workspace_its_output_and_folders_of_papers_are_refused(office):
    papers = office.output / "Z01"
    papers.mkdir(parents=True)
    (papers / "a.docx").write_bytes(b"")

    for folder in (office.root, office.output, papers, office.root / "data" / ".." / "output"):
        with pytest.raises(OwnFolder):
            refuse_own_folder(folder, office)


def test_other_folders_are_free(office, tmp_path):
    for folder in (office.output / "预览", office.root / "网页", tmp_path / "web", office.root.parent):
        refuse_own_folder(folder, office)


@pytest.mark.parametrize("command", ["preview", "board"])
def test_the_commands_refuse_before_they_read_or_write(office, command, capsys):
    before = sorted(office.root.rglob("*"))

    assert main(["-C", str(office.root), command, "-o", str(office.data)]) == 2
    assert "请用 -o 指定另一个文件夹" in capsys.readouterr().err
    assert sorted(office.root.rglob("*")) == before
