"""A thousand kills: two writers on a real disk, now one and now the other killed at a random moment.

Every paper that a writer said was kept must be there, the numbers must run without gap or double, and
ocfl-py must find all objects valid. `archive_kills.py KILLS` kills another number of times.
"""

import shutil
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from docgen.archive.writer import writing
from support.archives import BY, judged, whole
from support.killed import kill_writers, numbers_in

LONGEST_S = 0.2  # between two kills


def main() -> int:
    kills = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    home = Path(tempfile.mkdtemp(prefix="docgen-bench-"))
    try:
        start = time.perf_counter()
        acknowledged = kill_writers(home / "archive", kills, longest_s=LONGEST_S)
        seconds = time.perf_counter() - start
        with writing(home / "archive", by=BY):
            pass
        archive = whole(home / "archive")
        kept = {line.seq: line.self_digest for line in archive.lines}
        numbers = numbers_in(list(archive.lines))
        lost = len(acknowledged.items() - kept.items())
        in_order = numbers == list(range(1, len(numbers) + 1))
        valid = judged(home / "archive")
    finally:
        shutil.rmtree(home)
    print(f"{kills} kills of two writers at work, {seconds:.0f} s")
    print(f"  {len(kept)} events kept, {len(acknowledged)} of them acknowledged before the kill, {lost} lost")
    print(f"  numbers 1 to {len(numbers)} without gap or double: {'yes' if in_order else 'NO'}")
    print(f"  ocfl-py finds all {valid} objects valid, without a warning")
    return int(lost > 0 or not in_order)


if __name__ == "__main__":
    sys.exit(main())
