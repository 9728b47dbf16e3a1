"""What a writer puts in, what it refuses, and what it finds and settles."""

import errno
import json
import shutil
from contextlib import suppress
from pathlib import Path

import pytest

from docgen.archive import locking
from docgen.archive.entries import Deposit
from docgen.archive.faults import (
    DestroyedObject,
    ImproperDeposit,
    IncompleteArchive,
    LogDamaged,
    ObjectDamaged,
)
from docgen.archive.store import Archive
from docgen.archive.writer import writing
from docgen.durable import Disk
from docgen.files import CannotWrite
from support.archives import (
    BY,
    PREFIX,
    YEAR,
    Unsynced,
    attach,
    clock,
    doc_no,
    filled,
    issue,
    judged,
    paper,
    whole,
)
from support.faulty_disk import Crash, FaultyDisk


@pytest.fixture
def folder(quick_path: Path) -> Path:
    filled(quick_path / "archive")
    return quick_path / "archive"


def test_first_use_makes_an_archive_that_explains_itself(tmp_path):
    with writing(tmp_path / "archive", by=BY) as writer:
        writer.commit([issue(1)])

    assert "sha512sum" in (tmp_path / "archive" / "README.txt").read_text("utf-8-sig")
    assert judged(tmp_path / "archive") == 1


def test_writer_sees_what_it_has_written(folder):
    with writing(folder, by=BY, disk=Unsynced()) as writer:
        lines = writer.commit([issue(7), attach(7)])

        assert [line.seq for line in lines] == [9, 10]
        assert writer.archive.find(paper(7)).head == "v2"
        assert writer.archive.register.state(doc_no(7)) == "已用"
        assert writer.archive.head == lines[-1].self_digest
    assert Archive.open(folder).head == lines[-1].self_digest


def test_group_is_all_or_nothing(folder):
    before = Archive.open(folder).head
    wrong = Deposit(paper(8), "issue", {"../out": b"x"}, BY, "印发")

    with writing(folder, by=BY, disk=Unsynced()) as writer:
        with pytest.raises(ImproperDeposit):
            writer.commit([issue(7), wrong])
        assert writer.archive.head == before
        assert not list((folder / "staging").iterdir())
        writer.commit([issue(7)])

    judged(folder)


def test_empty_group_writes_nothing(folder):
    with writing(folder, by=BY, disk=Unsynced()) as writer:
        assert writer.commit([]) == []


def test_each_call_stands_in_the_year_of_its_clock(quick_path):
    folder = quick_path / "archive"
    with writing(folder, by=BY, now=clock("2031-12-31T23:59:58+08:00"), disk=Unsynced()) as writer:
        writer.commit([issue(1)])
        writer.commit([issue(2)])

    assert sorted(path.name for path in (folder / "log").iterdir()) == ["2031.jsonl", "2032.jsonl"]
    whole(folder)


def test_time_of_log_and_inventory_agree(folder):
    for object_id in Archive.open(folder).objects():
        for version in Archive.open(folder).find(object_id).versions:
            assert version.created == version.line.at


def test_destroyed_paper_is_gone_but_for_its_tombstone(folder):
    archive = Archive.open(folder)

    assert not archive.places.object(paper(3)).exists()
    assert all(any(one.iterdir()) for one in archive.places.ocfl.rglob("*") if one.is_dir())
    with writing(folder, by=BY, disk=Unsynced()) as writer:
        for work in (lambda: writer.commit([attach(3)]), lambda: writer.destroy(paper(3), by=BY, reason="x")):
            with pytest.raises(DestroyedObject, match="期满鉴定"):
                work()


def test_damaged_log_refuses_to_be_written_to(folder):
    log = folder / "log" / "2031.jsonl"
    log.write_bytes(log.read_bytes().replace(b"2031-12-31", b"2041-12-31"))
    before = log.read_bytes()

    with pytest.raises(LogDamaged, match=r"2031\.jsonl 第 5 行"), writing(folder, by=BY, disk=Unsynced()):
        pass

    assert log.read_bytes() == before


@pytest.mark.parametrize("damage", ["emptied", "rolled back", "removed"])
def test_damaged_object_refuses_one_more_version(folder, damage):
    inventory = Archive.open(folder).places.object(paper(1)) / "inventory.json"
    if damage == "removed":
        inventory.unlink()
    else:
        first = (inventory.parent / "v1" / "inventory.json").read_bytes()
        inventory.write_bytes(first if damage == "rolled back" else b"{}")

    with writing(folder, by=BY, disk=Unsynced()) as writer:
        with pytest.raises(ObjectDamaged):
            writer.commit([attach(1)])
        writer.commit([attach(2)])


def test_log_that_has_lost_its_last_year_is_told_by_the_files(folder):
    (folder / "lock.json").unlink()
    log = folder / "log" / "2031.jsonl"
    log.write_bytes(b"".join(log.read_bytes().splitlines(keepends=True)[:1]))

    with writing(folder, by=BY, disk=Unsynced()) as writer, pytest.raises(IncompleteArchive):
        writer.commit([issue(2)])


def test_log_shorter_than_a_checkpoint_is_told_before_a_number_is_given(folder):
    (folder / "checkpoints" / "9.json").write_text(json.dumps({"seq": 9}))

    with pytest.raises(IncompleteArchive, match="曾到第 9 号"), writing(folder, by=BY, disk=Unsynced()):
        pass


@pytest.mark.parametrize("what", ["its last line", "half of its last line", "all"])
def test_log_shorter_than_at_the_last_writing_is_told_before_a_number_is_given(folder, what):
    with writing(folder, by=BY, disk=Unsynced()):
        pass
    log = folder / "log" / "2031.jsonl"
    rows = log.read_bytes().splitlines(keepends=True)
    left = {"its last line": rows[:-1], "half of its last line": [*rows[:-1], rows[-1][:99]], "all": []}[what]
    log.write_bytes(b"".join(left))
    before = log.read_bytes()

    with pytest.raises(IncompleteArchive), writing(folder, by=BY, disk=Unsynced()):
        pass

    assert log.read_bytes() == before


def test_line_that_lost_its_end_later_is_not_taken_for_one_that_was_being_written(folder):
    (folder / "lock.json").unlink()
    log = folder / "log" / "2031.jsonl"
    log.write_bytes(log.read_bytes()[:-9])

    with pytest.raises(IncompleteArchive, match="末尾缺了一截"), writing(folder, by=BY, disk=Unsynced()):
        pass


@pytest.mark.parametrize("staged", ["changed", "taken away"])
def test_unfinished_version_that_is_not_what_the_log_says_is_never_moved_in(quick_path, staged):
    folder = quick_path / "archive"
    counting = FaultyDisk()
    with writing(folder, by=BY, disk=counting) as writer:
        writer.commit([issue(1)])
    move = counting.names.index("move") + 1
    shutil.rmtree(folder)
    with suppress(Crash), writing(folder, by=BY, disk=FaultyDisk(move)) as writer:
        writer.commit([issue(1)])
    inventory = folder / "staging" / "1" / "v1" / "inventory.json"
    inventory.write_bytes(b"{}") if staged == "changed" else inventory.unlink()

    with pytest.raises((ObjectDamaged, IncompleteArchive)), writing(folder, by=BY, disk=Unsynced()):
        pass


@pytest.mark.parametrize("where", ["by", "reason", "object", "path", "note"])
def test_words_in_another_encoding_are_refused_and_leave_nothing(folder, where):
    bad = "\udcff"
    words = {"by": BY, "reason": "印发", "object": paper(7), "path": "paper.docx", where: bad}
    deposit = Deposit(words["object"], "issue", {words["path"]: b"x"}, words["by"], words["reason"])

    with writing(folder, by=BY, disk=Unsynced()) as writer:
        work = {"note": lambda: writer.note("void", by=BY, reason=bad, doc_no=doc_no(7))}
        with pytest.raises(ImproperDeposit) as told:
            work.get(where, lambda: writer.commit([deposit]))()
        assert not list((folder / "staging").iterdir())
        writer.commit([issue(7)])

    str(told.value).encode()
    judged(folder)


def test_folders_that_a_copy_left_out_because_they_were_empty_are_made_again(folder):
    shutil.rmtree(folder / "staging")
    shutil.rmtree(folder / "checkpoints")

    with writing(folder, by=BY, disk=Unsynced()) as writer:
        writer.commit([issue(7)])

    judged(folder)


class Stiff(Unsynced):
    """Nothing can be moved on it."""

    def move(self, source: Path, target: Path) -> None:
        raise CannotWrite(target, OSError(errno.EACCES, "denied"))


def test_paper_that_cannot_get_to_its_place_is_kept_and_told_and_moved_by_the_next_writer(quick_path):
    folder, told = quick_path / "archive", []

    with writing(folder, by=BY, disk=Stiff(), on_unfinished=told.append) as writer:
        lines = writer.commit([issue(1)])

    (reason,) = told
    assert paper(1).split(":")[-1] in reason.message
    assert Archive.open(folder).find(paper(1)).head == "v1"
    with writing(folder, by=BY, disk=Unsynced(), on_unfinished=told.append):
        pass
    assert told == [reason]
    whole(folder, lines)
    judged(folder)


def test_paper_that_is_kept_but_not_in_its_place_is_moved_with_the_next(quick_path):
    folder = quick_path / "archive"
    counting = FaultyDisk()
    with writing(folder, by=BY, disk=counting) as writer:
        writer.commit([issue(1)])
    move = counting.names.index("move") + 1

    with writing(quick_path / "other", by=BY, disk=FaultyDisk(move, "EACCES")) as writer:
        lines = writer.commit([issue(1)])
        assert any((quick_path / "other" / "staging").iterdir())
        lines += writer.commit([attach(1)])
        assert not any((quick_path / "other" / "staging").iterdir())

    whole(quick_path / "other", lines)
    judged(quick_path / "other")


def test_archive_that_is_gone_but_for_its_lock_is_not_begun_anew(folder):
    for name in ("ocfl", "log", "staging"):
        shutil.rmtree(folder / name)

    with pytest.raises(IncompleteArchive, match=r"第 0 号.*第 8 号"), writing(folder, by=BY, disk=Unsynced()):
        pass
    assert not (folder / "ocfl").exists()


def test_log_whose_last_line_lacks_its_break_goes_on(folder):
    log = folder / "log" / "2031.jsonl"
    log.write_bytes(log.read_bytes()[:-1])

    with writing(folder, by=BY, now=clock(), disk=Unsynced()) as writer:
        writer.commit([issue(7)])

    assert len(whole(folder).lines) == 9


def test_paper_is_kept_when_nothing_more_can_be_written_after_it(folder, monkeypatch):
    real, calls = locking.write_atomic, []

    def full_after_the_first(path: Path, data: bytes, *, durable: bool) -> None:
        calls.append(path)
        if len(calls) > 1:
            raise CannotWrite(path, OSError(errno.ENOSPC, "full"))
        real(path, data, durable=durable)

    monkeypatch.setattr(locking, "write_atomic", full_after_the_first)

    with writing(folder, by=BY, disk=Unsynced()) as writer:
        lines = writer.commit([issue(7)])

    assert len(calls) == 2
    whole(folder, lines)


def test_restored_archive_gives_the_same_answers_and_numbers_go_on(folder):
    before = Archive.open(folder)
    shutil.copytree(folder, folder.parent / "backup")
    shutil.rmtree(folder)
    shutil.copytree(folder.parent / "backup", folder)

    after = whole(folder)
    with writing(folder, by=BY, disk=Unsynced()) as writer:
        line = writer.commit([issue(writer.archive.register.next(PREFIX, YEAR))])[0]

    assert (after.head, after.lines) == (before.head, before.lines)
    assert after.register.all() == before.register.all()
    assert (line.doc_no, line.prev) == (doc_no(7), before.head)


def test_archive_on_a_read_only_disk_is_told(quick_path):
    (quick_path / "file").write_bytes(b"")

    with pytest.raises(CannotWrite, match="写不进"), writing(quick_path / "file" / "archive", by=BY):
        pass


class _Counting(Disk):
    def __init__(self) -> None:
        self.syncs = 0

    def sync(self, path: Path) -> None:
        self.syncs += 1

    def sync_all(self, folder: Path) -> None:
        self.syncs += 1

    def sync_folder(self, path: Path) -> None:
        self.syncs += 1


@pytest.mark.skipif(not Disk().can_sync_all(Path.cwd()), reason="no syncfs here")
def test_a_group_of_fifty_is_synced_as_often_as_a_single_paper(tmp_path):
    disk = _Counting()
    with writing(tmp_path / "archive", by=BY, disk=disk) as writer:
        writer.commit([issue(1)])
        before = disk.syncs
        writer.commit([issue(2)])
        single = disk.syncs - before
        writer.commit([issue(number) for number in range(3, 53)])

    assert disk.syncs - before - single == single <= 4
