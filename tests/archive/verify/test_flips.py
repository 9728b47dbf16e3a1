"""One bit flipped anywhere is found: in every file, and in every byte of the log and the inventories."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from docgen.archive.verify.run import verify
from docgen.archive.writer import writing
from support.archives import BY, FEW, Unsynced, clock, issue
from support.forgery import archive_to_tamper_with

NOT_EVIDENCE = {"lock", "lock.json", "README.txt"}


@pytest.fixture
def tiny(quick_path) -> Path:
    """One paper of one version, and a line without a version."""
    with writing(quick_path / "tiny", by=BY, now=clock(), disk=Unsynced()) as writer:
        writer.commit([issue(1, {"paper.docx": FEW["paper.docx"]})])
        writer.note(
            "reserve", by=BY, reason="留用", doc_no="市水司党发〔2031〕5号", extra={"until": "2031-12-31"}
        )
    return quick_path / "tiny"


def unnoticed(folder: Path, path: Path, places: Iterator[int] | range) -> list[str]:
    """Where a flipped bit goes unseen; the file is as it was afterwards."""
    whole = path.read_bytes()
    missed = []
    for place in places:
        data = bytearray(whole)
        data[place] ^= 1 << (place * 5 % 8)
        path.write_bytes(bytes(data))
        if not verify(folder).faults:
            missed.append(f"{path.relative_to(folder)}:{place}")
    path.write_bytes(whole)
    return missed


def test_every_byte_of_log_and_inventories_counts(tiny):
    files = [*(tiny / "log").glob("*.jsonl"), *(tiny / "ocfl").rglob("inventory.json*")]
    assert len(files) == 5

    missed = [place for path in files for place in unnoticed(tiny, path, range(path.stat().st_size))]

    assert missed == []
    assert verify(tiny).faults == ()


def test_a_flip_in_any_file_is_found(quick_path):
    folder = archive_to_tamper_with(quick_path / "archive")
    files = [path for path in sorted(folder.rglob("*")) if path.is_file() and path.name not in NOT_EVIDENCE]

    missed = []
    for path in files:
        last = path.stat().st_size - 1
        missed += unnoticed(folder, path, iter({0, last // 2, last}))

    assert len(files) > 30
    assert missed == []
