"""What doctor tells of the place where the archive lies."""

from pathlib import Path

import pytest

from docgen.actions import doctor
from docgen.actions.doctor import Fact


def _locks(facts: list[Fact]) -> list[Fact]:
    return [fact for fact in facts if fact.what == "归档文件锁"]


@pytest.fixture
def workspace(tmp_path):
    (tmp_path / "docgen.toml").write_text("")
    return tmp_path


@pytest.mark.parametrize("there", [False, True])
def test_lock_of_the_archive_is_tried_where_it_lies_or_will_lie(workspace, there):
    if there:
        (workspace / "archive").mkdir()

    facts = _locks(doctor.doctor(workspace))

    assert [(fact.found, fact.is_good) for fact in facts] == [("可用", True)]
    assert {path.name for path in workspace.iterdir()} <= {"docgen.toml", "archive"}


def test_folder_whose_locks_keep_nobody_out_is_told_with_a_remedy(workspace, monkeypatch):
    monkeypatch.setattr("docgen.archive.locking._TRIAL", "pass")

    facts = _locks(doctor.doctor(workspace))

    assert [fact.found for fact in facts] == ["不可用"]
    assert "[paths]" in facts[0].remedy


def test_outside_a_workspace_there_is_no_archive_to_speak_of(tmp_path):
    assert _locks(doctor.doctor(Path(tmp_path.anchor))) == []
