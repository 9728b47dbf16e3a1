"""A build that is killed, or whose disk refuses, leaves no broken paper; the next one completes the rest."""

import contextlib
import errno
import json
import os
import signal
import subprocess
import sys
import time
import zipfile
from datetime import date

import pytest

from docgen import files
from docgen.actions.build import Wanted, build
from docgen.actions.init import init
from docgen.cli import main
from docgen.errors import DocgenError
from docgen.workspace import Workspace

KINDS = ("D07", "D21", "D22", "D26")


class Silent:
    def starts(self, what, total):
        pass

    def advances(self):
        pass


@pytest.fixture
def office(tmp_path):
    return init(tmp_path / "office").root


def built(root):
    return build(Workspace.find(root), Wanted(KINDS), date(2013, 7, 1), Silent())


def papers(root):
    output = root / "output"
    return {path.relative_to(output).as_posix(): path.read_bytes() for path in output.rglob("*.docx")}


def killed_after(root, count):
    """A build of two processes, killed with SIGKILL once `count` papers lie there."""
    command = [sys.executable, "-m", "docgen", "-C", root, "build", *KINDS, "-j2", "-q", "--on", "2013-07-01"]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    while len(papers(root)) < count and process.poll() is None:
        time.sleep(0.002)
    os.kill(process.pid, signal.SIGKILL)
    process.wait()


def test_killed_at_any_moment_leaves_whole_papers_and_the_next_build_completes(office, tmp_path):
    whole = init(tmp_path / "whole").root
    built(whole)
    expected = papers(whole)

    for count in (1, 9, 17):
        killed_after(office, count)
        assert papers(office).items() <= expected.items()

    path = office / "data" / "branches" / "branch-Z01.yaml"
    path.write_text(path.read_text("utf-8").replace("  copies: 3\n", "  copies: 5\n"), "utf-8")
    result = built(office)

    assert {outcome.status for outcome in result.outcomes} <= {"written", "unchanged"}
    assert papers(office).keys() == expected.keys()
    assert all(zipfile.is_zipfile(path) for path in (office / "output").rglob("*.docx"))
    assert not list((office / "output").rglob("*.tmp"))


def test_full_disk_fails_each_paper_and_leaves_none_broken(office, monkeypatch):
    def full(_):
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(files.os, "fsync", full)
    with contextlib.suppress(DocgenError):
        assert {outcome.status for outcome in built(office).outcomes} == {"failed"}
    monkeypatch.undo()

    assert papers(office) == {}
    assert not list((office / "output").rglob("*.tmp"))
    assert {outcome.status for outcome in built(office).outcomes} == {"written"}


@pytest.mark.skipif(sys.platform != "linux" or os.geteuid() != 0, reason="only root may mount a small disk")
def test_disk_that_fills_up_in_the_middle_keeps_what_was_made(office):
    output = office / "output"
    output.mkdir(exist_ok=True)
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=160k", "tmpfs", output], check=False).returncode:
        pytest.skip("mounting is not allowed here")
    try:
        result = built(office)
        assert {"written", "failed"} <= {outcome.status for outcome in result.outcomes}
        assert result.exit_status == 1
        assert len(papers(office)) == sum(outcome.status == "written" for outcome in result.outcomes)
        assert all(zipfile.is_zipfile(path) for path in output.rglob("*.docx"))
        assert not list(output.rglob("*.tmp"))
    finally:
        subprocess.run(["umount", "-l", output], check=True)


def test_where_the_manifest_cannot_be_written_the_list_is_told_and_the_next_build_goes_on(office, capsys):
    blocked = office / "output" / ".docgen" / "manifest.json"
    blocked.mkdir(parents=True)

    status = main(["-C", str(office), "build", "D22", "--format", "json"])

    told = json.loads(capsys.readouterr().out)
    assert status == 1
    assert told["summary"]["written"] == len(papers(office)) == 6
    assert "同名的文件夹" in told["summary"]["unsaved"]
    blocked.rmdir()
    assert main(["-C", str(office), "build", "D22", "-q"]) == 0


def test_a_folder_in_the_place_of_the_lock_is_told_as_such(office):
    (office / "output" / ".docgen" / "lock").mkdir(parents=True)

    with pytest.raises(DocgenError) as caught:
        built(office)

    assert "同名的文件夹" in caught.value.remedy


def test_read_only_folder_is_one_clear_error(office):
    output = office / "output"
    output.mkdir(exist_ok=True)
    (output / ".docgen").write_text("a file where the folder of notes should be")

    with pytest.raises(DocgenError) as caught:
        built(office)

    assert "写不进" in caught.value.message
    assert papers(office) == {}
