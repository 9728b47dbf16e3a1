import os

import pytest

from docgen.campaign.models.record import BranchRecord
from docgen.files import digest
from docgen.records import load
from docgen.records.compose import Limits

GOOD = "schema: jinwei-shengji/v1\nbranch: {id: Z01, short_name: 甲支部}\n"


def codes(loaded):
    return [(f.rule, f.file) for f in loaded.findings]


def test_good_file_gives_a_value_its_digest_and_no_finding(tmp_path):
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "a.yaml").write_text(GOOD)

    loaded = load(tmp_path / "data" / "a.yaml", tmp_path, BranchRecord)

    assert loaded.findings == ()
    assert loaded.source.file == "data/a.yaml"
    assert loaded.source.digest == digest(GOOD.encode())


def test_missing_file_is_a_finding(tmp_path):
    loaded = load("data/a.yaml", tmp_path, BranchRecord)

    assert codes(loaded) == [("Y01", "data/a.yaml")]
    assert loaded.value is None
    assert "找不到" in loaded.findings[0].message


def test_folder_in_the_place_of_the_file_is_a_finding(tmp_path):
    (tmp_path / "a.yaml").mkdir()

    assert codes(load("a.yaml", tmp_path, BranchRecord)) == [("Y01", "a.yaml")]


def test_dangling_link_is_a_finding(tmp_path):
    (tmp_path / "a.yaml").symlink_to(tmp_path / "gone.yaml")

    assert codes(load("a.yaml", tmp_path, BranchRecord)) == [("Y01", "a.yaml")]


def test_pipe_does_not_hang(tmp_path):
    os.mkfifo(tmp_path / "a.yaml")

    assert codes(load("a.yaml", tmp_path, BranchRecord)) == [("Y01", "a.yaml")]


@pytest.mark.skipif(os.geteuid() == 0, reason="root reads everything")
def test_forbidden_file_is_a_finding(tmp_path):
    (tmp_path / "a.yaml").write_text(GOOD)
    (tmp_path / "a.yaml").chmod(0)

    assert codes(load("a.yaml", tmp_path, BranchRecord)) == [("Y01", "a.yaml")]


def test_link_inside_the_workspace_is_followed(tmp_path):
    (tmp_path / "b.yaml").write_text(GOOD)
    (tmp_path / "a.yaml").symlink_to("b.yaml")

    assert load("a.yaml", tmp_path, BranchRecord).findings == ()


@pytest.mark.parametrize(
    "path", ["../out.yaml", "link.yaml", "folder/out.yaml", "/dev/zero", "circle.yaml", "a\0b.yaml"]
)
def test_path_that_leaves_the_workspace_is_refused_without_reading(tmp_path, path):
    home = tmp_path / "home"
    home.mkdir()
    (tmp_path / "out.yaml").write_text(GOOD)
    (home / "link.yaml").symlink_to(tmp_path / "out.yaml")
    (home / "folder").symlink_to(tmp_path)
    (home / "circle.yaml").symlink_to("circle.yaml")

    loaded = load(path, home, BranchRecord)

    assert [f.rule for f in loaded.findings] == ["Y02"]
    assert str(tmp_path) not in loaded.findings[0].message


def test_file_over_the_limit_is_not_read_whole(tmp_path):
    (tmp_path / "a.yaml").write_text(GOOD + "# " + "x" * 2_000_000)

    loaded = load("a.yaml", tmp_path, BranchRecord, Limits(file_bytes=1024 * 1024))

    assert codes(loaded) == [("Y03", "a.yaml")]
    assert "1 MB" in loaded.findings[0].message


def test_model_bound_that_the_loader_does_not_know_is_a_finding(tmp_path):
    from pydantic import Field

    from docgen.records.schema import Entity

    class Small(Entity):
        size: int = Field(0, title="大小", lt=10)

    (tmp_path / "a.yaml").write_text("size: 12\n")

    loaded = load("a.yaml", tmp_path, Small)

    assert [(f.rule, f.line, f.field) for f in loaded.findings] == [("K20", 1, "size")]
    assert loaded.value is None


def test_an_item_without_one_value_is_not_there_and_the_next_takes_its_number(tmp_path):
    (tmp_path / "a.yaml").write_text(
        "schema: jinwei-shengji/v1\nbranch: {id: Z01, short_name: 门诊}\n"
        "problems:\n  - id:\n    causes:\n      - id:\n        text:\n  - id: W2\n    title: 候诊时间长\n",
        encoding="utf-8",
    )

    loaded = load(tmp_path / "a.yaml", tmp_path, BranchRecord)

    assert [problem.id for problem in loaded.value.problems] == ["W2"]
    assert loaded.source.locate("problems[0].title") == (9, 12)
    assert loaded.findings == ()


def test_an_item_whose_only_value_is_refused_is_kept(tmp_path):
    (tmp_path / "a.yaml").write_text(
        "schema: jinwei-shengji/v1\nbranch: {id: Z01, short_name: 门诊}\n"
        "deeds:\n  - planned_on: 2012-06-31\n",
        encoding="utf-8",
    )

    loaded = load(tmp_path / "a.yaml", tmp_path, BranchRecord)

    assert len(loaded.value.deeds) == 1
