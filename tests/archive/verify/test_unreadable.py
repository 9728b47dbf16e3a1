"""V32: what the system does not let us read is told, and nothing else suffers."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from docgen.archive.verify import one
from docgen.archive.verify.run import verify
from docgen.archive.verify.seats import seats
from support.forgery import archive_to_tamper_with, home

NOBODY = 65534


@contextmanager
def as_nobody() -> Iterator[None]:
    """Not as root, to whom every file is open."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.fixture
def archive(quick_path) -> Path:
    quick_path.chmod(0o755)
    return archive_to_tamper_with(quick_path / "archive")


def rules(folder: Path) -> list[str]:
    with as_nobody():
        return [fault.rule for fault in verify(folder).faults]


def test_a_file_that_cannot_be_read_is_one_fault(archive, monkeypatch):
    (home(archive) / "v1" / "content" / "paper.docx").chmod(0)

    assert rules(archive) == ["V32"]

    monkeypatch.setattr(one, "seats", lambda: [seat for seat in seats() if seat.rule != "V32"])
    assert rules(archive) == []


def test_a_folder_that_cannot_be_opened_is_one_fault(archive):
    folder = home(archive) / "v1" / "content"
    folder.chmod(0)

    found = rules(archive)

    folder.chmod(0o755)
    assert found == ["V32"]


def test_an_inventory_that_cannot_be_read_is_one_fault(archive):
    (home(archive) / "v2" / "inventory.json").chmod(0)

    assert rules(archive) == ["V21"]


def test_a_log_that_cannot_be_read_is_told(archive):
    (archive / "log" / "2031.jsonl").chmod(0)

    assert "V50" in rules(archive)
