"""`archive verify` against ocfl-py on the same archive, and its memory as the archive grows.

An archive of 1,000 papers of 24 files is judged by both by turns, each in a process of its own; the time it
takes to start and import is not counted. Then one of 10,000 papers is judged, for the peak of memory of all
its processes together. `archive_verify.py FEW MANY` takes other sizes.
"""

import json
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

from docgen.archive.entries import Deposit
from docgen.archive.verify.run import verify
from docgen.archive.writer import writing

FILES, GROUP, ROUNDS = 24, 50, 5
TIMES, GROWTH = 2.0, 1.25  # what is promised
BY = "钱进"


def fill(folder: Path, papers: int, file_bytes: int) -> None:
    """`papers` papers lie in the archive, no two files of one alike."""
    with writing(folder, by=BY) as writer:
        for first in range(0, papers, GROUP):
            numbers = range(first, min(first + GROUP, papers))
            writer.commit([_paper(number, file_bytes) for number in numbers])


def _paper(number: int, file_bytes: int) -> Deposit:
    files = {f"record/{one}.yaml": b"%d %d\n" % (number, one) * (file_bytes // 8) for one in range(FILES)}
    return Deposit(f"urn:docgen:S77:2031:Z{number}:D22", "issue", files, BY, "印发")


def ours(folder: Path) -> int:
    result = verify(folder)
    assert not [fault for fault in result.faults if fault.severity.name == "ERROR"], result.faults[:3]
    return result.tally.objects


def theirs(folder: Path) -> int:
    import ocfl

    root = ocfl.StorageRoot(str(folder / "ocfl"))
    assert root.validate()
    assert root.good_objects == root.num_objects
    return int(root.num_objects)


def judge(who: str, folder: Path) -> None:
    """In a process of its own: prints seconds and the peak of memory in mebibytes."""
    work = {"ours": ours, "theirs": theirs}[who]
    if who == "theirs":
        import ocfl  # noqa: F401 - not counted
    start = time.perf_counter()
    objects = work(folder)
    seconds = time.perf_counter() - start
    peaks = [resource.getrusage(one).ru_maxrss for one in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    print(json.dumps({"seconds": seconds, "objects": objects, "mebibytes": sum(peaks) / 1024}))


def judged(who: str, folder: Path) -> dict[str, float]:
    command = [sys.executable, __file__, "judge", who, str(folder)]
    told = subprocess.run(command, check=True, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    return dict(json.loads(told.stdout.splitlines()[-1]))


def main(few: int, many: int) -> int:
    home = Path(tempfile.mkdtemp(prefix="docgen-bench-"))
    try:
        fill(home / "few", few, 6000)
        rounds = [(judged("ours", home / "few"), judged("theirs", home / "few")) for _ in range(ROUNDS)]
        fill(home / "many", many, 600)
        large = judged("ours", home / "many")
    finally:
        shutil.rmtree(home)
    mine, other = (median(round_[side]["seconds"] for round_ in rounds) for side in (0, 1))
    small = max(round_[0]["mebibytes"] for round_ in rounds)
    print(f"{few:,} papers of {FILES} files:")
    print(f"  ours {mine:.2f} s   ocfl-py {other:.2f} s   {other / mine:.1f} times as fast")
    told = f"{large['mebibytes']:.0f} MiB ({large['seconds']:.0f} s)"
    print(f"peak memory {small:.0f} MiB; of {many:,} papers {told}")
    print(f"promised: {TIMES:.0f} times as fast, memory {GROWTH} times at most")
    return int(other / mine < TIMES or large["mebibytes"] > GROWTH * small)


if __name__ == "__main__":
    if sys.argv[1:2] == ["judge"]:
        judge(sys.argv[2], Path(sys.argv[3]))
        sys.exit(0)
    sizes = [int(one) for one in sys.argv[1:3]]
    sys.exit(main(*sizes) if sizes else main(1000, 10_000))
