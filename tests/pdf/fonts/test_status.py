import subprocess

import pytest

from docgen.pdf.fonts import FACES, fonts_in, status, substitutions
from docgen.pdf.fonts.folder import fonts_folder
from docgen.pdf.fonts.status import _status_of
from support.made_paper import red_headed
from support.pdf import measured, to_pdf

pytestmark = pytest.mark.pdf

ALL_NAMES = [(face, name) for face in FACES for name in face.names]
FILES = {
    "方正小标宋简体": "FandolSong-Bold.otf",
    "仿宋_GB2312": "FandolFang-Regular.otf",
    "楷体_GB2312": "FandolKai-Regular.otf",
    "黑体": "NotoSansCJK",
    "宋体": "FandolSong-Regular.otf",
    "Times New Roman": "LiberationSerif-Regular.ttf",
}


@pytest.mark.parametrize(("face", "name"), ALL_NAMES, ids=[name for _, name in ALL_NAMES])
def test_every_official_name_leads_to_its_face(face, name):
    found = _status_of(face, name, fonts_folder() / "docgen-fonts.conf")

    assert FILES[face.official] in found.file
    assert found.as_expected


def test_status_has_one_line_for_each_official_face():
    assert [line.official for line in status()] == list(FILES)


def test_without_the_installation_the_faces_are_not_as_expected(monkeypatch, tmp_path):
    monkeypatch.setenv("DOCGEN_FONTS_DIR", str(tmp_path))

    lines = {line.official: line for line in status()}

    assert not lines["仿宋_GB2312"].as_expected
    assert "docgen fonts install" in lines["仿宋_GB2312"].remedy


def test_a_regular_face_in_place_of_the_bold_title_face_is_a_substitution(monkeypatch, tmp_path):
    conf = fonts_folder() / "docgen-fonts.conf"
    regular = conf.read_text().replace("<const>bold</const>", "<const>regular</const>")
    (tmp_path / "docgen-fonts.conf").write_text(regular)
    (tmp_path / "fonts").symlink_to(fonts_folder() / "fonts")
    monkeypatch.setenv("DOCGEN_FONTS_DIR", str(tmp_path))

    title = status()[0]

    assert title.style == "Regular"
    assert not title.as_expected


def test_the_pdf_lists_the_expected_fonts_only(tmp_path):
    pdf = to_pdf(red_headed())
    (tmp_path / "a.pdf").write_bytes(pdf)
    listed = subprocess.run(["pdffonts", tmp_path / "a.pdf"], capture_output=True, text=True, check=True)
    names = {row.split()[0].split("+")[-1] for row in listed.stdout.splitlines()[2:]}

    assert fonts_in(pdf) == names
    assert {"FandolSong-Bold", "FandolFang-Regular", "LiberationSerif", "FandolSong-Regular"} <= names
    expected = ("Fandol", "LXGWWenKai", "NotoSerifCJK", "NotoSansCJK", "LiberationSerif")
    assert [name for name in names if not name.startswith(expected)] == []
    assert substitutions(pdf) == []


def test_the_rare_characters_of_names_are_printed_by_a_face_that_has_them():
    page = measured(red_headed()).pages[0]

    printed = {char.text: char for char in page.chars}

    for rare in "芮𬱖镕喆":
        assert printed[rare].ink.width_mm > 3
        assert "notdef" not in printed[rare].font
    assert printed["镕"].font.startswith("LXGWWenKai")
