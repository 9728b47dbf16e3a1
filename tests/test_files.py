import os
import pickle
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from docgen import files
from docgen.files import (
    CannotRead,
    CannotWrite,
    OutsideWorkspace,
    Spool,
    TooLarge,
    digest,
    digest_of_parts,
    inside,
    put_back,
    read_bounded,
    safe_name,
    swap_folder,
    write_atomic,
    write_parts,
)


def test_written_file_is_whole_and_its_folders_are_made(tmp_path):
    target = tmp_path / "a" / "b" / "甲.txt"

    write_atomic(target, b"first")
    write_atomic(target, b"second")

    assert target.read_bytes() == b"second"
    assert [path.name for path in target.parent.iterdir()] == ["甲.txt"]


def test_written_file_is_readable_as_the_umask_allows(tmp_path):
    old = os.umask(0o027)
    try:
        write_atomic(tmp_path / "a", b"")
    finally:
        os.umask(old)

    assert stat.S_IMODE((tmp_path / "a").stat().st_mode) == 0o640


def test_refused_write_leaves_the_older_file_and_no_temporary_one(tmp_path, monkeypatch):
    target = tmp_path / "a.txt"
    target.write_bytes(b"old")

    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(CannotWrite) as caught:
        write_atomic(target, b"new")

    assert target.read_bytes() == b"old"
    assert [path.name for path in tmp_path.iterdir()] == ["a.txt"]
    assert "磁盘已满" in caught.value.message


def test_interrupted_write_leaves_nothing_behind(tmp_path, monkeypatch):
    def interrupt(_descriptor: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupt)
    with pytest.raises(KeyboardInterrupt):
        write_atomic(tmp_path / "a.txt", b"new")

    assert list(tmp_path.iterdir()) == []


def test_folder_in_the_place_of_the_file_is_an_error_with_a_remedy(tmp_path):
    (tmp_path / "a.txt").mkdir()

    with pytest.raises(CannotWrite) as caught:
        write_atomic(tmp_path / "a.txt", b"new")

    assert "同名的文件夹" in caught.value.remedy


def test_file_is_read_up_to_the_limit(tmp_path):
    (tmp_path / "a").write_bytes(b"12345")

    assert read_bounded(tmp_path / "a", 5) == b"12345"
    with pytest.raises(TooLarge):
        read_bounded(tmp_path / "a", 4)


@pytest.mark.parametrize("kind", ["missing", "folder", "pipe", "dangling", "device"])
def test_what_is_no_ordinary_file_is_not_read(tmp_path, kind):
    path = tmp_path / "a"
    {
        "missing": lambda: None,
        "folder": path.mkdir,
        "pipe": lambda: os.mkfifo(path),
        "dangling": lambda: path.symlink_to("gone"),
        "device": lambda: path.symlink_to("/dev/zero"),
    }[kind]()

    with pytest.raises(CannotRead) as caught:
        read_bounded(path, 100)

    assert caught.value.reason
    assert caught.value.remedy


def test_reading_leaks_no_descriptor(tmp_path):
    (tmp_path / "folder").mkdir()
    before = len(list(Path("/proc/self/fd").iterdir()))

    for _ in range(20):
        with pytest.raises(CannotRead):
            read_bounded(tmp_path / "folder", 100)

    assert len(list(Path("/proc/self/fd").iterdir())) == before


def test_name_too_long_for_the_disk_is_told_in_chinese(tmp_path):
    with pytest.raises(CannotRead) as caught:
        read_bounded(tmp_path / ("x" * 5000), 100)

    assert caught.value.reason == "文件名太长"


def test_digest_is_sha256():
    assert digest(b"") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Z01_升级办法", "Z01_升级办法"),
        ("../../etc/passwd", "etcpasswd"),
        ('a/b\\c:d*e?f"g<h>i|j k\0l', "abcdefghijkl"),
        ("..", "_"),
        ("", "_"),
        ("con", "_con"),
        ("LPT1.txt", "_LPT1.txt"),
        ("console", "console"),
        ("name. ", "name"),
        ("e\u0301", "é"),
    ],
)
def test_name_is_fit_for_every_file_system(text, name):
    assert safe_name(text) == name


def test_long_name_is_cut_between_characters():
    name = safe_name("汉" * 300)

    assert name == "汉" * 60
    assert len(name.encode()) <= 180


@pytest.mark.parametrize("path", ["a/b", "a/../b", ".", "./x"])
def test_path_within_is_resolved(tmp_path, path):
    assert inside(tmp_path, path) == (tmp_path / path).resolve()


@pytest.mark.parametrize("path", ["../x", "/etc/passwd", "a/../../x", "link/x", "circle", "nul\0"])
def test_path_that_leads_out_or_nowhere_is_refused(tmp_path, path):
    home = tmp_path / "home"
    home.mkdir()
    (home / "link").symlink_to(tmp_path)
    (home / "circle").symlink_to("circle")

    with pytest.raises(OutsideWorkspace):
        inside(home, path)


def test_sibling_with_the_same_beginning_is_outside(tmp_path):
    (tmp_path / "work").mkdir()
    (tmp_path / "work-else").mkdir()

    with pytest.raises(OutsideWorkspace):
        inside(tmp_path / "work", "../work-else")


def test_data_laid_aside_is_read_back_and_sent_as_it_is():
    spool = Spool()

    laid = [spool.lay(data) for data in (b"one", b"", b"\0" * 70_000)]

    assert [bytes(one) for one in laid] == [b"one", b"", b"\0" * 70_000]
    assert pickle.loads(pickle.dumps(laid[0])) == b"one"


def test_data_stays_in_memory_where_the_disk_has_no_room(monkeypatch):
    spool = Spool()
    spool._file.close()
    spool._file = open("/dev/full", "wb", buffering=0)  # noqa: PTH123, SIM115

    assert spool.lay(b"one") == b"one"


def test_parts_are_one_file(tmp_path):
    write_parts(tmp_path / "a", iter([b"one", b"two"]))

    assert (tmp_path / "a").read_bytes() == b"onetwo"
    assert digest_of_parts([b"one", b"two"]) == digest(b"onetwo")


def test_a_folder_that_a_killed_swap_took_away_is_put_back(tmp_path):
    folder, killed = tmp_path / "公示栏", "import os; from pathlib import Path; from docgen import files"
    swap_folder(folder, {"index.html": b"old"})
    die = "Path.rename = lambda old, new, rename=Path.rename: (rename(old, new), os.kill(os.getpid(), 9))"
    code = f"{killed}; {die}; files.swap_folder(Path({str(folder)!r}), {{'index.html': b'new'}})"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == -9
    assert not folder.exists()

    put_back(folder)

    assert (folder / "index.html").read_bytes() == b"old"


def test_what_a_killed_swap_left_is_thrown_away_when_nobody_can_be_at_it_any_more(tmp_path):
    folder = tmp_path / "公示栏"
    swap_folder(folder, {"index.html": b"new"})
    fresh, left = (tmp_path / f"{files._swapping(folder)}{name}" for name in ("now", "long-ago"))
    for one in (fresh, left):
        (one / "old").mkdir(parents=True)
    os.utime(left, (0, 0))

    put_back(folder)

    assert (fresh.exists(), left.exists()) == (True, False)
    assert (folder / "index.html").read_bytes() == b"new"
