import os
import signal
import subprocess
import sys
import time

from docgen.build.lock import alone

HOLDER = """
import sys, time
from pathlib import Path
from docgen.build.lock import alone
with alone(Path(sys.argv[1]), lambda: None):
    print("held", flush=True)
    time.sleep(float(sys.argv[2]))
"""


def holder(folder, seconds):
    process = subprocess.Popen([sys.executable, "-c", HOLDER, folder, str(seconds)], stdout=subprocess.PIPE)
    assert process.stdout.readline() == b"held\n"
    return process


def test_second_build_says_so_and_waits_for_the_end_of_the_first(tmp_path):
    first, said = holder(tmp_path, 1), []

    with alone(tmp_path, lambda: said.append(first.poll())):
        assert first.wait(5) == 0

    assert said == [None]


def test_lock_of_a_killed_build_is_free_at_once(tmp_path):
    first = holder(tmp_path, 60)
    os.kill(first.pid, signal.SIGKILL)
    first.wait()
    begun = time.monotonic()

    with alone(tmp_path, lambda: None):
        pass

    assert time.monotonic() - begun < 1
