import subprocess

import pytest

from docgen.pdf.fonts.sources import CannotFetchFonts, collect

pytestmark = pytest.mark.pdf


def make_package(folder, name, files):
    """A .deb with these files, built by dpkg-deb itself."""
    root = folder / "root"
    (root / "DEBIAN").mkdir(parents=True)
    (root / "DEBIAN" / "control").write_text(
        f"Package: {name}\nVersion: 1\nArchitecture: all\nMaintainer: A <a@example.org>\nDescription: x\n"
    )
    for path, text in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text)
    offered = folder / "offered"
    offered.mkdir()
    command = ["dpkg-deb", "--root-owner-group", "-b", root, offered / f"{name}.deb"]
    subprocess.run(command, check=True, capture_output=True)
    return offered


def test_only_the_wanted_faces_and_their_licence_are_taken_out_of_a_package(tmp_path):
    offered = make_package(
        tmp_path,
        "fonts-lxgw-wenkai",
        {
            "usr/share/fonts/truetype/lxgw-wenkai/LXGWWenKai-Light.ttf": "light",
            "usr/share/fonts/truetype/lxgw-wenkai/LXGWWenKai-Bold.ttf": "bold",
            "usr/share/doc/fonts-lxgw-wenkai/copyright": "OFL",
            "usr/share/doc/fonts-lxgw-wenkai/changelog.gz": "long",
        },
    )

    found = collect(offered, ["LXGWWenKai-Light.ttf", "FandolKai-Regular.otf"])

    assert found == {"LXGWWenKai-Light.ttf": b"light", "licences/fonts-lxgw-wenkai/copyright": b"OFL"}


def test_faces_lying_in_a_folder_below_are_found(tmp_path):
    (tmp_path / "字体" / "霞鹜").mkdir(parents=True)
    (tmp_path / "字体" / "霞鹜" / "LXGWWenKai-Light.ttf").write_bytes(b"light")

    assert collect(tmp_path, ["LXGWWenKai-Light.ttf"]) == {"LXGWWenKai-Light.ttf": b"light"}


def test_a_damaged_package_is_named(tmp_path):
    (tmp_path / "fonts-lxgw-wenkai.deb").write_bytes(b"!<arch>\nrubbish")

    with pytest.raises(CannotFetchFonts, match=r"fonts-lxgw-wenkai\.deb"):
        collect(tmp_path, ["LXGWWenKai-Light.ttf"])


def test_a_folder_that_is_not_there_holds_nothing(tmp_path):
    assert collect(tmp_path / "none", ["LXGWWenKai-Light.ttf"]) == {}
