"""The XML check of a five-page official paper, after start, by the processor's time.

Read, recognised and judged by every rule, without its pages.
"""

import sys
import time
from pathlib import Path
from statistics import median

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from docgen.inspect.house import House
from docgen.inspect.inspecting import inspect_bytes
from support.official_documents import right

ROUNDS = 40
LONGEST_MS = 50
PAPERS = ("typed ordinary, 5 pages", "built by 4 organs, 5 pages")


def milliseconds(data: bytes) -> float:
    start = time.process_time()
    inspect_bytes("a.docx", data, None, House())
    return 1000 * (time.process_time() - start)


def main() -> int:
    worst = 0.0
    for name in PAPERS:
        data = right(name)
        milliseconds(data)  # the rules are imported
        spent = median(milliseconds(data) for _ in range(ROUNDS))
        worst = max(worst, spent)
        print(f"{name:<28}{spent:6.1f} ms")
    print(f"promised: {LONGEST_MS} ms")
    return int(worst > LONGEST_MS)


if __name__ == "__main__":
    sys.exit(main())
