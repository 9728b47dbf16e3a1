import shutil

import pytest

from docgen.pdf.fonts import FontFilesMissing, fonts_folder, install
from docgen.pdf.fonts.folder import is_complete
from docgen.pdf.fonts.sources import CannotFetchFonts

pytestmark = pytest.mark.pdf


def test_a_copy_of_the_folder_installs_on_a_machine_without_apt(tmp_path):
    target = tmp_path / "fonts"

    install(target, source_folder=fonts_folder())

    assert is_complete(target)
    assert (target / "licences" / "fandol" / "COPYING.gz").is_file()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["fonts"]


def test_installing_twice_touches_nothing(tmp_path):
    target = install(tmp_path / "fonts", source_folder=fonts_folder())
    before = {path: path.stat().st_mtime_ns for path in target.rglob("*")}

    install(target, source_folder=tmp_path)

    assert {path: path.stat().st_mtime_ns for path in target.rglob("*")} == before


def test_a_folder_that_lacks_a_face_is_refused_by_name_and_nothing_is_installed(tmp_path):
    source = tmp_path / "source"
    shutil.copytree(fonts_folder() / "fonts", source)
    (source / "FandolKai-Regular.otf").unlink()

    with pytest.raises(FontFilesMissing, match=r"FandolKai-Regular\.otf"):
        install(tmp_path / "fonts", source_folder=source)

    assert not (tmp_path / "fonts").exists()


def test_an_installation_that_lost_a_face_is_mended(tmp_path):
    target = install(tmp_path / "fonts", source_folder=fonts_folder())
    (target / "fonts" / "FandolKai-Regular.otf").unlink()

    install(target, source_folder=fonts_folder())

    assert is_complete(target)


def test_an_old_configuration_is_renewed_without_any_source(tmp_path):
    target = install(tmp_path / "fonts", source_folder=fonts_folder())
    (target / "docgen-fonts.conf").write_text("<fontconfig/>")

    install(target, source_folder=tmp_path / "nowhere")

    assert is_complete(target)


def test_without_apt_the_message_says_how_to_bring_the_fonts(tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))

    with pytest.raises(CannotFetchFonts) as caught:
        install(tmp_path / "fonts")

    assert caught.value.exit_status == 3
    assert "--from" in caught.value.remedy


def test_what_apt_says_is_passed_on_when_a_package_is_unknown(tmp_path, monkeypatch):
    fake = tmp_path / "apt-get"
    fake.write_text("#!/bin/sh\necho 'E: Unable to locate package fonts-lxgw-wenkai' >&2\nexit 100\n")
    fake.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")

    with pytest.raises(CannotFetchFonts, match="Unable to locate package"):
        install(tmp_path / "fonts")

    assert not (tmp_path / "fonts").exists()


def test_the_users_folder_follows_the_environment(monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.delenv("DOCGEN_FONTS_DIR", raising=False)
    assert fonts_folder() == tmp_path / "data" / "docgen" / "fonts"

    monkeypatch.setenv("DOCGEN_FONTS_DIR", str(tmp_path / "elsewhere"))
    assert fonts_folder() == tmp_path / "elsewhere"
