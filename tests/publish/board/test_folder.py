import pytest

from docgen.files import CannotWrite
from docgen.publish.board.folder import NotOurs, place

FIRST = {"index.html": b"first", "archive.html": b"old"}
SECOND = {"index.html": b"second"}


def names(folder):
    return sorted(path.name for path in folder.iterdir() if not path.name.startswith("."))


def test_a_new_board_takes_the_place_of_the_old_one_as_a_whole(tmp_path):
    place(tmp_path / "site", FIRST)

    place(tmp_path / "site", SECOND)

    assert names(tmp_path / "site") == ["index.html"]
    assert (tmp_path / "site" / "index.html").read_bytes() == b"second"
    assert names(tmp_path) == ["site"]


@pytest.mark.parametrize("name", ["logo.png", "sub/page.html"])
def test_a_file_of_somebody_else_is_never_lost(tmp_path, name):
    place(tmp_path, FIRST)
    foreign = tmp_path / name
    foreign.parent.mkdir(exist_ok=True)
    foreign.write_bytes(b"theirs")

    with pytest.raises(NotOurs, match=name):
        place(tmp_path, SECOND)

    assert foreign.read_bytes() == b"theirs"
    assert (tmp_path / "index.html").read_bytes() == b"first"


def test_a_page_that_was_edited_is_never_lost(tmp_path):
    place(tmp_path / "site", FIRST)
    (tmp_path / "site" / "index.html").write_bytes(b"edited")

    with pytest.raises(NotOurs):
        place(tmp_path / "site", SECOND)


def test_a_folder_that_is_no_board_is_left_alone(tmp_path):
    (tmp_path / "thesis.docx").write_bytes(b"mine")

    with pytest.raises(NotOurs, match="thesis"):
        place(tmp_path, FIRST)


def test_a_disk_that_refuses_leaves_the_old_board(tmp_path):
    place(tmp_path / "site", FIRST)

    with pytest.raises(CannotWrite):
        place(tmp_path / "site", {**SECOND, "a/" + "x" * 300: b""})

    assert (tmp_path / "site" / "index.html").read_bytes() == b"first"
    assert names(tmp_path) == ["site"]


def test_a_link_to_the_servers_folder_stays_a_link(tmp_path):
    (tmp_path / "www").mkdir()
    (tmp_path / "site").symlink_to(tmp_path / "www")

    place(tmp_path / "site", FIRST)
    place(tmp_path / "site", SECOND)

    assert (tmp_path / "site").is_symlink()
    assert names(tmp_path / "www") == ["index.html"]


def test_a_board_that_is_the_same_is_not_written_again(tmp_path):
    place(tmp_path / "site", FIRST)
    before = (tmp_path / "site").stat().st_ino

    place(tmp_path / "site", dict(FIRST))
    same = (tmp_path / "site").stat().st_ino
    (tmp_path / "site" / "archive.html").unlink()
    place(tmp_path / "site", dict(FIRST))

    assert same == before
    assert names(tmp_path / "site") == ["archive.html", "index.html"]
