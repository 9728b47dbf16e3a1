"""Killed in the middle of a run, with LibreOffice at work: the next run goes on, and no number is lost."""

import os
import signal
import subprocess
import sys
import time

from docgen.archive.register import USED
from docgen.archive.store import Archive
from support.archives import judged, whole
from support.issuing import hospital, issued

BRANCHES = ("P1", "P2", "P3")
_SECONDS_MAX = 60


def test_run_that_was_killed_is_completed_without_a_gap(tmp_path):
    workspace = hospital(tmp_path)
    words = ["issue", "D04-single", "D24", *(word for name in BRANCHES for word in ("-b", name))]
    said = ["--by", "钱进", "--reason", "印发"]
    run = subprocess.Popen(
        [sys.executable, "-m", "docgen", "-C", str(tmp_path), *words, *said], start_new_session=True
    )
    log, until = workspace.archive / "log", time.monotonic() + _SECONDS_MAX
    while run.poll() is None and not any(log.glob("*.jsonl")) and time.monotonic() < until:
        time.sleep(0.002)

    os.killpg(run.pid, signal.SIGKILL)
    run.wait()
    done = issued(workspace, "D04-single", "D24", branches=BRANCHES)

    assert {line.status for line in done.lines} <= {"issued", "unchanged"}
    register = Archive.open(workspace.archive).register
    numbers = [one.doc_no.number for one in register.all() if one.doc_no.prefix == "滨医党批"]
    assert numbers == [1, 2, 3]
    assert {one.state for one in register.all()} == {USED}
    assert judged(workspace.archive) == 2 * len(BRANCHES)
    whole(workspace.archive)
