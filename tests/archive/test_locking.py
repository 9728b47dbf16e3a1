"""One writer at a time, and everybody else is told who."""

import errno
import os
import time

import pytest

from docgen.archive import locking
from docgen.archive.faults import ArchiveBusy, NoLocks
from docgen.archive.locking import alone, locks_work
from docgen.archive.store import Archive
from docgen.archive.writer import writing
from docgen.files import CannotWrite
from support.archives import BY, Unsynced, filled, issue
from support.killed import forked

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="processes are forked here")


@pytest.fixture
def held(quick_path):
    """An archive that another process writes to until the test ends."""
    folder = quick_path / "archive"
    filled(folder)
    ready, ended = os.pipe(), os.pipe()

    def hold() -> None:
        os.close(ended[1])  # or the end of the test is never heard
        with writing(folder, by="毛丽", disk=Unsynced()):
            os.write(ready[1], b"!")
            os.read(ended[0], 1)

    child = forked(hold)
    os.read(ready[0], 1)
    yield folder
    os.close(ended[1])
    os.waitpid(child, 0)
    for one in (*ready, ended[0]):
        os.close(one)


def test_second_writer_waits_and_then_says_who_holds_the_lock(held):
    heard = []
    start = time.monotonic()

    with (
        pytest.raises(ArchiveBusy, match=r"由毛丽（.*进程 \d+.*等了 0 秒") as told,
        writing(held, by=BY, wait_seconds=0.2, on_wait=heard.append),
    ):
        pass

    assert time.monotonic() - start >= 0.2
    assert heard[0].startswith("毛丽")
    assert told.value.exit_status == 1
    assert "--wait" in told.value.remedy


def test_readers_never_wait(held):
    start = time.monotonic()

    Archive.open(held).at("Z01:D22").read("paper.pdf")

    assert time.monotonic() - start < 1


def test_lock_of_a_writer_that_ended_is_free(quick_path):
    folder = quick_path / "archive"
    for number in (1, 2):
        with writing(folder, by=BY, wait_seconds=0, disk=Unsynced()) as writer:
            writer.commit([issue(number)])


@pytest.mark.parametrize("number", [errno.ENOSYS, errno.ENOLCK, errno.EOPNOTSUPP])
def test_folder_without_locks_is_refused_before_a_number_is_given(quick_path, monkeypatch, number):
    def refuse(*_args) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr("fcntl.flock", refuse)

    with pytest.raises(NoLocks, match="文件锁") as told, writing(quick_path / "archive", by=BY):
        pass

    assert told.value.exit_status == 3
    assert not (quick_path / "archive" / "log").exists()


def test_folder_that_cannot_be_written_to_is_told(quick_path):
    (quick_path / "archive").write_bytes(b"")

    with pytest.raises(CannotWrite), alone(quick_path / "archive", BY, 0):
        pass


def test_trial_from_two_processes_tells_whether_locks_work(quick_path, monkeypatch):
    assert locks_work(quick_path)

    monkeypatch.setattr(locking, "_TRIAL", "pass")

    assert not locks_work(quick_path)
    assert list(quick_path.iterdir()) == []
