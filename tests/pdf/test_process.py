"""What is started ends with the process that started it, even if that is killed outright."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from docgen.pdf.process import IS_GUARDED, ended, kill, start

STARTER = """
import os, sys
from docgen.pdf.process import start
start(["/bin/sh", "-c", "sleep 60 & echo $! $$ > " + sys.argv[1] + "; wait"], os.environ)
print("started", flush=True)
sys.stdin.read()
"""


@pytest.mark.skipif(not IS_GUARDED, reason="groups of processes are POSIX")
def test_what_was_started_ends_with_a_starter_that_was_killed(tmp_path):
    noted = tmp_path / "pids"
    starter = subprocess.Popen(
        [sys.executable, "-c", STARTER, noted], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    assert starter.stdout.readline() == b"started\n"
    until(lambda: noted.is_file() and len(noted.read_text().split()) == 2)

    os.kill(starter.pid, signal.SIGKILL)
    starter.wait()

    for pid in map(int, noted.read_text().split()):
        until(lambda pid=pid: not is_alive(pid))


def test_a_program_that_ends_tells_its_status_and_leaves_nothing_open():
    process = start([sys.executable, "-c", "raise SystemExit(7)"], os.environ)

    assert process.wait(20) == 7
    ended(process)
    kill(process)  # of what has ended, nothing happens


def until(is_true):
    end = time.monotonic() + 20
    while not is_true():
        assert time.monotonic() < end
        time.sleep(0.02)


def is_alive(pid):
    try:
        return Path(f"/proc/{pid}/stat").read_text().split(")")[1].split()[0] != "Z"
    except FileNotFoundError:
        return False
