"""`docgen build` from end to end: thousands of simulated branches, five kinds.

Offices of 300 and of 3,000 branches are simulated, and their papers made by the command line in processes
of its own: papers a second, the peak memory of all its processes together (proportional set size, which
counts shared pages once), and what a paper costs at either size. Then nothing is changed and the build is
started again.
Where the time goes is measured in one process that makes the papers of 120 branches, by the clock of the
processor; deflating is what the ZIP container costs. `batch.py FEW MANY` takes other sizes.
"""

import json
import os
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import wraps
from pathlib import Path
from typing import Any

from docgen.actions.build import Wanted, build
from docgen.actions.simulate import simulate
from docgen.build import committee, judging, paper, reading
from docgen.build.output import Output
from docgen.build.prepared import PreparedPaper
from docgen.cli.progress import Silent
from docgen.render import Template
from docgen.workspace import Workspace

KINDS = ("D07", "D21", "D22", "D25", "D26")
DAY = date(2013, 1, 15)
SHARED_OF = 120  # branches whose making is taken apart; more would be held packed
UNCHANGED_SECONDS, GROWTH, MEMORY_GROWTH = 2.0, 1.25, 1.25  # what is promised
SAMPLE_SECONDS = 0.1

# Where the time goes: what is called there, less what is called below it and has a line of its own.
STAGES: tuple[tuple[str, Any, str], ...] = (
    ("YAML to records", reading, "load"),
    ("YAML to records", committee, "load"),
    ("notes of what was read", reading, "pack"),
    ("notes of what was read", reading.Desk, "note"),
    ("checks", judging.Hearing, "do"),
    ("contexts and rendering", paper.Workshop, "make"),
    ("layout", PreparedPaper, "lay_out"),
    ("deflate", Template, "pack"),
    ("write", Output, "place"),
)


@dataclass(frozen=True, slots=True)
class Run:
    """One build by the command line."""

    seconds: float
    cpu_seconds: float
    peak_mebibytes: float
    summary: dict[str, int]


def built(root: Path) -> Run:
    """The five kinds of all branches."""
    command = [
        sys.executable,
        "-m",
        "docgen",
        "-C",
        str(root),
        "build",
        *KINDS,
        "-q",
        "--on",
        DAY.isoformat(),
    ]
    before, start = os.times(), time.perf_counter()
    process = subprocess.Popen([*command, "--format", "json"], stdout=subprocess.PIPE, text=True)
    peaks = [0.0]
    watch = threading.Thread(target=_watch, args=(process.pid, peaks), daemon=True)
    watch.start()
    out, _ = process.communicate()
    seconds, after = time.perf_counter() - start, os.times()
    cpu = after.children_user + after.children_system - before.children_user - before.children_system
    return Run(seconds, cpu, peaks[0], json.loads(out)["summary"])


def _watch(pid: int, peaks: list[float]) -> None:
    while Path(f"/proc/{pid}").exists():
        peaks[0] = max(peaks[0], sum(map(_mebibytes, _with_children(pid))))
        time.sleep(SAMPLE_SECONDS)


def _with_children(pid: int) -> list[int]:
    found = [pid]
    for one in found:
        try:
            found += map(int, Path(f"/proc/{one}/task/{one}/children").read_text().split())
        except OSError:
            continue
    return found


def _mebibytes(pid: int) -> float:
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0.0
    return sum(int(line.split()[1]) for line in lines if line.startswith("Pss:")) / 1024


class Clock:
    """The processor's seconds by stage, each without the stages below it."""

    def __init__(self) -> None:
        self.seconds: Counter[str] = Counter()
        self._open: list[list[float]] = []

    def timing(self, stage: str, function: Callable[..., Any]) -> Callable[..., Any]:
        @wraps(function)
        def timed(*args: Any, **named: Any) -> Any:
            below = [0.0]
            self._open.append(below)
            start = time.process_time()
            try:
                return function(*args, **named)
            finally:
                spent = time.process_time() - start
                self._open.pop()
                self.seconds[stage] += spent - below[0]
                if self._open:
                    self._open[-1][0] += spent

        return timed


def shares(root: Path) -> None:
    """Prints where the time of one process goes."""
    clock = Clock()
    for stage, owner, name in STAGES:
        setattr(owner, name, clock.timing(stage, getattr(owner, name)))
    start = time.process_time()
    done = build(Workspace.find(root), Wanted(KINDS, as_of=DAY, processes=1), DAY, Silent())
    whole = time.process_time() - start
    papers = sum(one.status == "written" for one in done.outcomes)
    clock.seconds["planning, inputs, the rest"] = whole - sum(clock.seconds.values())
    print(f"one process, {papers} papers in {whole:.1f} s of the processor's time:")
    for stage, seconds in clock.seconds.most_common():
        print(f"  {stage:<28}{seconds / whole:>6.1%}{1000 * seconds / papers:>8.2f} ms a paper")


def main() -> int:
    if sys.argv[1:2] == ["--shares"]:
        shares(Path(sys.argv[2]))
        return 0
    few, many = map(int, sys.argv[1:3] or (300, 3000))
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        runs, again = [], []
        for count in (few, many):
            start = time.perf_counter()
            root = simulate(folder / str(count), count, 1, Silent()).root
            print(f"{count} branches simulated in {time.perf_counter() - start:.1f} s")
            runs.append(told(count, built(root)))
            again.append(min((built(root) for _ in range(3)), key=lambda run: run.seconds))
            told_again(again[-1])
        root = simulate(folder / "shares", min(few, SHARED_OF), 1, Silent()).root
        sys.stdout.flush()
        subprocess.run([sys.executable, __file__, "--shares", str(root)], check=True)
    return judged(runs, again)


def told(count: int, run: Run) -> Run:
    papers = run.summary["written"]
    print(f"  {papers} papers in {run.seconds:.1f} s: {papers / run.seconds:.0f} a second;", end=" ")
    print(f"processor {run.cpu_seconds:.1f} s, {1000 * run.cpu_seconds / papers:.1f} ms a paper;", end=" ")
    print(f"peak memory {run.peak_mebibytes:.0f} MiB, {os.cpu_count()} cores")
    return run


def told_again(run: Run) -> None:
    print(f"  nothing changed: {run.seconds:.2f} s, processor {run.cpu_seconds:.2f} s;", end=" ")
    print(f"{run.peak_mebibytes:.0f} MiB, {run.summary['unchanged']} papers")


def judged(runs: list[Run], again: list[Run]) -> int:
    few, many = (run.cpu_seconds / run.summary["written"] for run in runs)
    memory = runs[1].peak_mebibytes / runs[0].peak_mebibytes
    print(f"a paper costs {many / few:.2f} times as much in the large office (promised: {GROWTH} at most),")
    print(f"peak memory is {memory:.2f} times that of the small one (promised: {MEMORY_GROWTH} at most),")
    print(f"nothing changed takes {again[1].seconds:.2f} s (promised: {UNCHANGED_SECONDS:.0f} at most)")
    return int(many / few > GROWTH or memory > MEMORY_GROWTH or again[1].seconds > UNCHANGED_SECONDS)


if __name__ == "__main__":
    sys.exit(main())
