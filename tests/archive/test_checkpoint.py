import json
import shutil
import subprocess
from datetime import datetime
from pathlib import Path

import pytest

from docgen.archive.checkpoint import (
    CannotSign,
    Checkpoint,
    FaultyCheckpoint,
    NothingToMark,
    checkpoint_of,
    read_checkpoint,
    write_checkpoint,
)
from docgen.archive.sm3 import by_the_book, sm3
from docgen.archive.store import Archive
from docgen.archive.verify.run import NoLogHere, Wanted, verify
from support.archives import paper
from support.forgery import archive_to_tamper_with, copied, home, log_lines, rewrite_chain, write_log

NOW = datetime.fromisoformat("2032-02-01T08:00:00+08:00")


@pytest.fixture(scope="module")
def untouched(tmp_path_factory) -> Path:
    return archive_to_tamper_with(tmp_path_factory.mktemp("untouched") / "archive")


@pytest.fixture
def archive(untouched, tmp_path) -> Path:
    return copied(untouched, tmp_path / "archive")


@pytest.fixture
def outside(archive, tmp_path) -> Path:
    """A checkpoint that was carried away."""
    path, _ = write_checkpoint(archive, checkpoint_of(archive, NOW), None)
    return Path(shutil.move(path, tmp_path / path.name))


def rules(archive: Path, against: Path | None = None) -> list[str]:
    return [fault.rule for fault in verify(archive, Wanted(against=against)).faults]


@pytest.mark.parametrize("length", [0, 1, 55, 56, 63, 64, 65, 1000])
def test_sm3_by_the_book_is_that_of_openssl(length):
    assert by_the_book(b"a" * length) == sm3(b"a" * length)


def test_sm3_is_that_of_the_standards_example():
    assert by_the_book(b"abc") == "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0"


def test_checkpoint_tells_where_the_log_stands(archive):
    line = Archive.open(archive).lines[-1]

    made = checkpoint_of(archive, NOW)

    table = json.loads(log_lines(archive)[-1][1])
    text = json.dumps(
        {key: value for key, value in table.items() if key != "self"},
        ensure_ascii=False, sort_keys=True, separators=(",", ":"),
    )  # fmt: skip
    assert made == Checkpoint("2032-02-01T08:00:00+08:00", line.self_digest, 3, 8, sm3(text.encode()), 5)


def test_checkpoint_lies_in_the_archive_under_the_lines_number(archive):
    path, signature = write_checkpoint(archive, checkpoint_of(archive, NOW), None)

    assert path == archive / "checkpoints" / "8.json"
    assert signature is None
    assert sorted(json.loads(path.read_bytes())) == ["at", "head", "objects", "seq", "sm3", "versions"]
    assert rules(archive) == []


def test_a_log_that_agrees_with_the_checkpoint_is_without_fault(archive, outside):
    assert rules(archive, outside) == []


def test_a_chain_rewritten_from_its_first_line_is_found_by_the_checkpoint(archive, outside):
    rewrite_chain(archive, lambda table: table.update(until="2099-12-31") if "until" in table else None)

    assert rules(archive) == []  # by itself it is perfect
    assert rules(archive, outside) == ["V52"]


def test_a_log_cut_off_with_its_objects_is_found_by_the_checkpoint(archive, outside):
    write_log(log_lines(archive)[:-1])
    shutil.rmtree(home(archive, paper(4)).parents[2])

    assert rules(archive) == []
    assert rules(archive, outside) == ["V52"]


def test_a_checkpoint_in_the_archive_counts_too(archive):
    write_checkpoint(archive, checkpoint_of(archive, NOW), None)
    write_log(log_lines(archive)[:-1])

    assert [rule for rule in rules(archive) if rule != "V58"] == ["V52"]


@pytest.mark.parametrize(
    "data", [b"", b"[]", b"{}", b'{"at":1,"head":"","objects":0,"seq":0,"sm3":"","versions":0}']
)
def test_what_is_no_checkpoint_is_refused(tmp_path, data):
    (tmp_path / "x.json").write_bytes(data)

    with pytest.raises(FaultyCheckpoint, match="不是校验点文件"):
        read_checkpoint(tmp_path / "x.json")


def test_a_changed_checkpoint_in_the_archive_is_a_fault(archive):
    path, _ = write_checkpoint(archive, checkpoint_of(archive, NOW), None)
    path.write_bytes(path.read_bytes().replace(b'"sm3": "', b'"sm3": "0'))

    assert rules(archive) == ["V53"]


def test_a_checkpoint_needs_an_archive_with_a_log(archive, outside):
    with pytest.raises(NoLogHere):
        verify(archive / "ocfl", Wanted(against=outside))


def test_a_damaged_log_is_not_vouched_for(archive):
    write_log(log_lines(archive)[1:])

    with pytest.raises(NothingToMark, match="日志缺少第 1 号记录"):
        checkpoint_of(archive, NOW)


@pytest.fixture
def key(tmp_path) -> Path:
    if shutil.which("ssh-keygen") is None:
        pytest.skip("needs ssh-keygen")
    path = tmp_path / "key"
    subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", str(path)], check=True)
    return path


def test_a_signature_is_made_and_its_key_told(archive, key):
    _, signature = write_checkpoint(archive, checkpoint_of(archive, NOW), key)

    verified = verify(archive)

    assert signature is not None
    assert signature.read_bytes().startswith(b"-----BEGIN SSH SIGNATURE-----")
    assert verified.faults == ()
    assert any("SHA256:" in one.why for one in verified.untested)


def test_a_checkpoint_changed_under_its_signature_is_found(archive, key):
    path, _ = write_checkpoint(archive, checkpoint_of(archive, NOW), key)
    path.write_bytes(path.read_bytes().replace(b'"objects": 3', b'"objects": 2'))

    assert rules(archive) == ["V54"]


def test_a_key_with_a_passphrase_is_not_asked_for(archive, tmp_path, key):
    subprocess.run(["ssh-keygen", "-q", "-p", "-P", "", "-N", "secret", "-f", str(key)], check=True)

    with pytest.raises(CannotSign, match="没有签名"):
        write_checkpoint(archive, checkpoint_of(archive, NOW), key)

    assert not list((archive / "checkpoints").iterdir())
