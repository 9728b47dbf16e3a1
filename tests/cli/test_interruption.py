"""Ctrl-C as a terminal sends it: to the command and to its workers."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from docgen.actions.init import init

# A record of many branches, so that there is time to press the keys.
BRANCHES = 15


@pytest.fixture
def large_office(tmp_path):
    root = init(tmp_path / "office").root
    folder = root / "data" / "branches"
    committee = root / "data" / "committee.yaml"
    listed = ", ".join(f"branch-N{number}.yaml" for number in range(BRANCHES))
    sample = (folder / "branch-Z03.yaml").read_text(encoding="utf-8")
    for number in range(BRANCHES):
        (folder / f"branch-N{number}.yaml").write_text(
            sample.replace("id: Z03", f"id: N{number}"), encoding="utf-8"
        )
    lines = committee.read_text(encoding="utf-8").splitlines()
    start = next(place for place, line in enumerate(lines) if line.startswith("branches:"))
    end = next(p for p in range(start + 1, len(lines)) if lines[p][:1] not in (" ", "-", ""))
    lines[start:end] = [f"branches: [{listed}]"]
    committee.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return root


@pytest.mark.parametrize("processes", ["1", "2"])
def test_interrupted_build_leaves_whole_papers_only(large_office, processes):
    command = [sys.executable, "-m", "docgen", "-C", str(large_office), "build", "-j", processes]
    process = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True
    )
    output = large_office / "output"
    deadline = time.monotonic() + 60
    while not list(output.rglob("*.docx")) and time.monotonic() < deadline:
        time.sleep(0.02)

    os.killpg(process.pid, signal.SIGINT)
    _, err = process.communicate(timeout=60)

    papers = list(output.rglob("*.docx"))
    assert process.returncode == 130
    assert "Traceback" not in err
    assert papers
    assert all(paper.read_bytes()[:2] == b"PK" for paper in papers)
    assert not list(output.rglob("*.tmp"))


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no device that is always full")
def test_a_full_disk_under_the_output_is_told_in_words():
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "docgen", "list", "--help"], stdout=full, stderr=subprocess.PIPE, text=True
        )

    assert done.returncode == 1
    assert "磁盘已满" in done.stderr
