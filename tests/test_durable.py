"""The steps that the archive is written with, on a real disk."""

from pathlib import Path

import pytest

from docgen.durable import Disk, remove_tree
from docgen.files import CannotWrite


@pytest.fixture
def disk() -> Disk:
    return Disk()


def test_new_file_holds_its_bytes_and_an_old_one_is_never_overwritten(disk, tmp_path):
    disk.write(tmp_path / "a", b"1")

    with pytest.raises(CannotWrite):
        disk.write(tmp_path / "a", b"2")

    assert (tmp_path / "a").read_bytes() == b"1"


def test_file_grows_at_its_end_and_is_cut_there(disk, tmp_path):
    disk.append(tmp_path / "a", b"12")
    disk.append(tmp_path / "a", b"34")
    disk.cut(tmp_path / "a", 3)

    assert (tmp_path / "a").read_bytes() == b"123"


def test_moving_replaces_a_file_and_takes_a_folder_along(disk, tmp_path):
    disk.make_folder(tmp_path / "from")
    disk.write(tmp_path / "from" / "a", b"1")
    disk.write(tmp_path / "b", b"2")

    disk.move(tmp_path / "from" / "a", tmp_path / "b")
    disk.move(tmp_path / "from", tmp_path / "to")

    assert (tmp_path / "b").read_bytes() == b"1"
    assert (tmp_path / "to").is_dir()


def test_removing_what_is_gone_is_no_error(disk, tmp_path):
    disk.remove(tmp_path / "a")
    disk.remove_folder(tmp_path / "b")


def test_making_a_folder_twice_is_no_error_but_a_file_in_its_place_is(disk, tmp_path):
    disk.make_folder(tmp_path / "a")
    disk.make_folder(tmp_path / "a")
    disk.write(tmp_path / "b", b"")

    with pytest.raises(CannotWrite):
        disk.make_folder(tmp_path / "b")


def test_tree_is_removed_without_following_links(disk, tmp_path):
    (tmp_path / "outside").write_bytes(b"1")
    (tmp_path / "tree" / "in").mkdir(parents=True)
    (tmp_path / "tree" / "in" / "link").symlink_to(tmp_path / "outside")
    (tmp_path / "tree" / "folder").symlink_to(tmp_path, target_is_directory=True)

    remove_tree(disk, tmp_path / "tree")

    assert not (tmp_path / "tree").exists()
    assert (tmp_path / "outside").read_bytes() == b"1"


@pytest.mark.parametrize("work", ["sync", "sync_folder", "sync_all", "cut", "move"])
def test_what_the_system_refuses_is_told(disk, tmp_path, work):
    more = {"cut": (1,), "move": (tmp_path / "b",)}.get(work, ())

    with pytest.raises(CannotWrite, match="没有这个文件"):
        getattr(disk, work)(tmp_path / "none", *more)


def test_syncing_is_done_where_it_can_be(disk, tmp_path):
    disk.write(tmp_path / "a", b"1")

    disk.sync(tmp_path / "a")
    disk.sync_folder(tmp_path)
    if disk.can_sync_all(tmp_path):
        disk.sync_all(tmp_path)


def test_one_sync_for_all_is_not_relied_on_where_the_file_system_is_unknown(disk, monkeypatch):
    monkeypatch.setattr("docgen.durable._file_system_of", lambda folder: "fuse.sshfs")

    assert not disk.can_sync_all(Path.cwd())
