"""Putting papers into the archive against `git add` and `git commit`, all made durable.

A version of 6 files of 40 KB, one by one and in groups of 50, and git with `core.fsync=all`, by turns.
Then an archive is filled with 10,000 papers, and the next ones take turns with the first ones of a new
archive. `archive.py PAPERS` fills with another number.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

from docgen.archive.entries import Deposit
from docgen.archive.writer import Writer, writing

FILES, FILE_BYTES, GROUP = 6, 40_000, 50
ROUNDS, GROUPS = 60, 20
SINGLE, GROUPED, GROWTH = 1.0, 1 / 3, 1.2  # what is promised, the first two in times git's
BY = "钱进"


def content(count: int = FILES, size_bytes: int = FILE_BYTES) -> dict[str, bytes]:
    return {f"record/{number}.bin": os.urandom(size_bytes) for number in range(count)}


def paper(name: str, files: dict[str, bytes]) -> Deposit:
    return Deposit(f"urn:docgen:S77:2031:{name}", "issue", files, BY, "印发")


def milliseconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return 1000 * (time.perf_counter() - start)


class Git:
    """A repository that makes all it is given durable."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        folder.mkdir()
        self._run("init", "-q")
        for key, value in {
            "user.name": "bench",
            "user.email": "bench@localhost",
            "core.fsync": "all",
            "gc.auto": "0",
        }.items():
            self._run("config", key, value)

    def _run(self, *arguments: str) -> None:
        subprocess.run(["git", *arguments], cwd=self._folder, check=True, capture_output=True)

    def keep(self, name: str, files: dict[str, bytes]) -> None:
        """The files lie in the working tree and in a commit; writing the tree itself counts too."""
        for path, data in files.items():
            target = self._folder / name / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(data)
        self._run("add", name)
        self._run("commit", "-q", "-m", name)


def against_git(home: Path) -> list[bool]:
    git = Git(home / "git")
    ours, theirs, grouped, theirs_then = [], [], [], []
    with writing(home / "archive", by=BY) as writer:
        for number in range(ROUNDS):
            files = content()
            ours.append(milliseconds(lambda f=files, n=number: writer.commit([paper(f"Z:{n}", f)])))
            theirs.append(milliseconds(lambda f=files, n=number: git.keep(str(n), f)))
        for number in range(GROUPS):
            group = [paper(f"Y:{number}-{one}", content()) for one in range(GROUP)]
            grouped.append(milliseconds(lambda g=group: writer.commit(g)) / GROUP)
            files = content()
            theirs_then.append(milliseconds(lambda f=files, n=number: git.keep(f"y{n}", f)))
    one, run = median(ours) / median(theirs), median(grouped) / median(theirs_then)
    print(f"one version of {FILES} files of {FILE_BYTES // 1000} KB, median of {ROUNDS}:")
    print(f"  ours {median(ours):6.1f} ms   git {median(theirs):6.1f} ms   {one:.2f} times git's")
    print(f"{GROUP * GROUPS} versions in groups of {GROUP}, each:")
    print(f"  ours {median(grouped):6.1f} ms   git {median(theirs_then):6.1f} ms   {run:.2f} times git's")
    return [one <= SINGLE, run <= GROUPED]


def fill(writer: Writer, papers: int) -> None:
    files = {"paper.docx": os.urandom(1000)}  # small, for filling and removing to be over soon
    for first in range(0, papers, GROUP):
        writer.commit([paper(f"X:{first + one}", files) for one in range(min(GROUP, papers - first))])


def growth(home: Path, papers: int) -> list[bool]:
    start = time.perf_counter()
    with writing(home / "old", by=BY) as writer:
        fill(writer, papers)
    print(f"an archive of {papers:,} papers filled in {time.perf_counter() - start:.0f} s")
    opened = []
    for _ in range(5):
        start = time.perf_counter()
        with writing(home / "old", by=BY):
            opened.append(1000 * (time.perf_counter() - start))
    young, old = [], []
    with writing(home / "young", by=BY) as first, writing(home / "old", by=BY) as later:
        for number in range(ROUNDS):
            one, other = paper(f"W:{number}", content()), paper(f"V:{number}", content())
            young.append(milliseconds(lambda d=one: first.commit([d])))
            old.append(milliseconds(lambda d=other: later.commit([d])))
    grown = median(old) / median(young)
    print(f"  opened for writing, its whole chain checked, in {min(opened):.0f} ms")
    print(
        f"  one version more {median(old):.1f} ms, the first of a new archive {median(young):.1f} ms:",
        end=" ",
    )
    print(f"{grown:.2f} times")
    return [grown <= GROWTH]


def main() -> int:
    papers = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    home = Path(tempfile.mkdtemp(prefix="docgen-bench-"))
    try:
        kept = [*against_git(home), *growth(home, papers)]
    finally:
        shutil.rmtree(home)
    print(f"promised: {SINGLE:.0f} times git's alone, a third in groups, {GROWTH} times the first")
    return int(not all(kept))


if __name__ == "__main__":
    sys.exit(main())
