"""Redlines of random pairs of Chinese papers: how many lead back to both, by docxodus and by ourselves.

`python bench redline:300,7` takes 300 pairs of seed 7; the first ones make each edit alone, the others two to
five at a time.
"""

import sys
import time
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))
from docgen.archive.difference import redline as module
from docgen.archive.difference.marked_paragraph import Marks
from support.pairs import EDITS, pairs

COUNT = int(sys.argv[1]) if len(sys.argv) > 1 else 100
SEED = int(sys.argv[2]) if len(sys.argv) > 2 else 1
WAYS = {"docxodus": module._by_docxodus, "ourselves": module._by_ourselves}


def main() -> int:
    exact: Counter[str] = Counter()
    spent: Counter[str] = Counter()
    delivered = 0
    for name, old, new in pairs(COUNT, SEED):
        before, after = module._settled("old", old), module._settled("new", new)
        wanted = module._said(before.parts), module._said(after.parts)
        good = {}
        for way, make in WAYS.items():
            start = time.perf_counter()
            result = make(before, after, Marks("docgen", "2012-06-14T00:00:00Z"))
            spent[way] += time.perf_counter() - start
            good[way] = result is not None and module._leads_back(result, *wanted)
            exact[way] += good[way]
        delivered += any(good.values())
        if not good["docxodus"]:
            print(f"not by docxodus: {name}")
    print(f"{COUNT} pairs of seed {SEED}, {len(EDITS)} kinds of edits: {delivered} delivered")
    for way in WAYS:
        print(f"{way:<10} exact both ways {exact[way]}, {spent[way] / COUNT:.2f} s a pair")
    return int(delivered < COUNT)


if __name__ == "__main__":
    sys.exit(main())
