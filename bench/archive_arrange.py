"""Making 件 of a year's papers as the office grows: one in three a request or the reply to one.

The papers say what they say at once: what is timed is the arranging, not the reading of 15,000 files.
`archive_arrange.py PAPERS PAPERS` takes other numbers.
"""

import sys
import time
from functools import partial
from statistics import median

from docgen.archive.filing.arranging import arranged
from docgen.archive.filing.item import Arrangement
from docgen.archive.filing.paper import FiledPaper
from docgen.archive.filing.unit import Unit
from docgen.archive.provenance import About

SIZES, ROUNDS = (1500, 15_000), 7
GROWTH = 3  # promised; of ten times the papers one would cost ten times as much, were pairs compared
UNIT = Unit("0194", "WS")
TITLES = ("关于增加经费的批复", "会议记录", "升级办法", "公示", "档案", "关于增加经费的请示")
WORDS = "根据工作需要，经第3号会议研究，现将有关事项通知如下。" * 80


def paper(number: int) -> FiledPaper:
    kind = number % len(TITLES)
    doc_no = f"水党〔2016〕{number}号" if kind in (0, 5) else ""
    about = About(
        title=TITLES[kind], retention="30年", date="2016-03-01", doc_no=doc_no, owner=f"Z{number // 6}"
    )
    name = f"urn:docgen:0194:2016:Z{number // 6}:D{kind}"
    says = partial(str.format, "{}水党〔2016〕{}号", WORDS, number + 5)
    return FiledPaper(name, "v1", about, "2017-01-05", False, "", says)


def seconds(count: int) -> tuple[float, float]:
    """Of the processor, for the whole year and for six papers more."""
    papers = [paper(number) for number in range(count + 6)]
    whole, more = [], []
    for _ in range(ROUNDS):
        start = time.process_time()
        first = arranged(papers[:count], Arrangement("2016"), UNIT)
        between = time.process_time()
        arranged(papers, first, UNIT)
        whole.append(between - start)
        more.append(time.process_time() - between)
    return median(whole), median(more)


def main() -> int:
    sizes = [int(one) for one in sys.argv[1:]] or list(SIZES)
    each = []
    for count in sizes:
        whole, more = seconds(count)
        each.append(whole / count)
        print(f"{count:6,} papers arranged in {whole:5.2f} s; six more in {more:5.2f} s")
    grown = each[-1] / each[0]
    print(f"a paper of {sizes[-1]:,} costs {grown:.2f} times one of {sizes[0]:,}; promised: {GROWTH}")
    return int(grown > GROWTH)


if __name__ == "__main__":
    sys.exit(main())
