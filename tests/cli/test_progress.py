"""A bar on a terminal, none in a pipe."""

import os
import pty
import subprocess
import sys

import pytest

from docgen.actions.init import init


@pytest.fixture
def office(tmp_path):
    return init(tmp_path / "office").root


def on_a_terminal(*command):
    """What the command shows on a terminal."""
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=theirs, env={**os.environ, "TERM": "xterm"}
    )
    os.close(theirs)
    shown = b""
    while True:
        try:
            piece = os.read(ours, 4096)
        except OSError:  # Linux ends a terminal's stream with EIO
            break
        if not piece:
            break
        shown += piece
    os.close(ours)
    assert process.wait() == 0
    return shown.decode(errors="replace")


def test_terminal_shows_a_bar(office):
    assert "生成文书" in on_a_terminal(sys.executable, "-m", "docgen", "-C", str(office), "build", "D22")


def test_quiet_terminal_shows_none(office):
    shown = on_a_terminal(sys.executable, "-m", "docgen", "-C", str(office), "build", "D22", "-q")

    assert "生成文书" not in shown


def test_pipe_shows_none(office):
    command = (sys.executable, "-m", "docgen", "-C", str(office), "build", "D22")
    done = subprocess.run(command, capture_output=True, text=True, check=True)

    assert "生成文书" not in done.stderr
    assert "\x1b" not in done.stdout + done.stderr
