import os
import pty
import subprocess
import sys

import pytest

from docgen.actions.init import init
from docgen.cli import main


@pytest.fixture
def faulty(tmp_path):
    """A workspace with one error in the record of Z01."""
    root = init(tmp_path / "office").root
    file = root / "data" / "branches" / "branch-Z01.yaml"
    file.write_text(file.read_text("utf-8").replace("by: 2012-12-10", "by: 2012-12-32", 1), "utf-8")
    return root


def on_terminal(root, **environment):
    """What `docgen check` writes to a terminal."""
    master, terminal = pty.openpty()
    command = [sys.executable, "-m", "docgen", "-C", str(root), "check"]
    env = {**os.environ, "COLUMNS": "120", "LINES": "60", "TERM": "xterm", **environment}
    subprocess.run(command, stdout=terminal, stderr=subprocess.DEVNULL, check=False, env=env)
    os.close(terminal)
    said = b""
    try:
        while part := os.read(master, 65536):
            said += part
    except OSError:
        pass  # Linux tells the end of a terminal so
    finally:
        os.close(master)
    return said.decode("utf-8")


def test_the_summary_comes_before_the_findings(faulty, capsys):
    assert main(["-C", str(faulty), "check"]) == 1

    out = capsys.readouterr().out
    assert out.index("Z06") < out.index("12-32")
    assert "\x1b" not in out


def test_colours_are_for_a_terminal_that_wants_them(faulty):
    assert "\x1b[31m" in on_terminal(faulty, NO_COLOR="")
    assert "\x1b" not in on_terminal(faulty, NO_COLOR="1")
