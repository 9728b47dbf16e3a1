import json
import signal
import subprocess
import sys
from datetime import date

import pytest

from docgen.actions.init import init
from docgen.actions.preview import Wanted, preview
from docgen.build.owners import UnknownBranch
from docgen.cli import main
from docgen.cli.progress import Silent
from docgen.kinds import UnknownKind
from docgen.pdf import LibreOfficeMissing
from docgen.publish.preview.folder import NotAPreview
from docgen.workspace import Workspace

DAY = date(2012, 6, 18)


@pytest.fixture
def office(tmp_path):
    return Workspace.find(init(tmp_path / "office").root)


@pytest.mark.parametrize(
    ("wanted", "error"), [(Wanted(("D99",)), UnknownKind), (Wanted((), ("Z9",)), UnknownBranch)]
)
def test_what_does_not_exist_is_refused_before_anything_is_written(office, wanted, error):
    with pytest.raises(error):
        preview(office, office.output / "预览", wanted, DAY, Silent())

    assert not (office.output / "预览").exists()


def test_a_page_of_somebody_else_is_not_overwritten(office, tmp_path):
    (tmp_path / "index.html").write_text("<p>mine", "utf-8")

    with pytest.raises(NotAPreview):
        preview(office, tmp_path, Wanted(), DAY, Silent())

    assert (tmp_path / "index.html").read_text("utf-8") == "<p>mine"


def test_without_libreoffice_it_is_said_what_to_install(office, monkeypatch):
    monkeypatch.setenv("DOCGEN_SOFFICE", "/nowhere/soffice")

    with pytest.raises(LibreOfficeMissing) as caught:
        preview(office, office.output / "预览", Wanted(("D24",)), DAY, Silent())

    assert caught.value.exit_status == 3


def test_watching_and_json_do_not_go_together(office, capsys):
    assert main(["-C", str(office.root), "preview", "--watch", "--format", "json"]) == 2
    assert "--watch" in json.loads(capsys.readouterr().out)["error"]["message"]


@pytest.mark.pdf
def test_ctrl_c_ends_a_watch_cleanly(office):
    command = [
        sys.executable,
        "-m",
        "docgen",
        "-C",
        str(office.root),
        "preview",
        "D24",
        "-b",
        "Z01",
        "--watch",
    ]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    assert process.stderr is not None
    while "请用浏览器打开" not in (line := process.stderr.readline()):
        assert line or process.poll() is None, "it ended early"

    process.send_signal(signal.SIGINT)
    _, said = process.communicate(timeout=30)

    assert process.returncode == 0
    assert "预览已结束" in said
    assert "Traceback" not in said
    assert (office.output / "预览" / "index.html").is_file()
