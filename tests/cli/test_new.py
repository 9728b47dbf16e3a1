import json

import pytest

from docgen.actions.init import init
from docgen.cli import main


@pytest.fixture
def empty(tmp_path):
    return init(tmp_path / "new", empty=True).root


def called(capsys, root, *arguments):
    status = main(["-C", str(root), "new", *arguments])
    said = capsys.readouterr()
    return status, said.out, said.err


def test_a_new_branch_is_told_with_what_comes_next(capsys, empty):
    status, out, err = called(capsys, empty, "branch", "Z07")

    assert (status, out) == (0, "记录建好了：data/branches/branch-Z07.yaml\n")
    assert "docgen new committee" in err
    assert "docgen todo -b Z07" in err


def test_the_list_is_told_of(capsys, empty):
    called(capsys, empty, "committee")

    _, out, err = called(capsys, empty, "branch", "Z07", "--format", "json")

    assert json.loads(out)["on_list"] is True
    assert "已写进" in err


def test_a_list_that_cannot_be_changed_is_left_to_the_clerk(capsys, empty):
    called(capsys, empty, "committee")
    file = empty / "data" / "committee.yaml"
    file.write_text("schema: jinwei-shengji/v1\n", "utf-8")

    _, _, err = called(capsys, empty, "branch", "Z07")

    assert "请在党委记录的“支部文件”（branches）里加上 branch-Z07.yaml" in err
    assert file.read_text("utf-8") == "schema: jinwei-shengji/v1\n"


def test_what_is_there_stays(capsys, empty):
    called(capsys, empty, "branch", "Z07")

    assert called(capsys, empty, "branch", "Z07")[0] == 2


def test_a_new_paper_needs_no_genre(capsys, empty):
    status, out, _ = called(capsys, empty, "paper", "xiaofang")

    assert (status, out) == (0, "记录建好了：data/papers/xiaofang.yaml\n")
