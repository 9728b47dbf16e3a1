"""T10: no 顿号 between quoted words or titles of books that follow one another."""

import re
from collections.abc import Iterator

from docgen.inspect.rule import Rule, Strength
from docgen.inspect.wording import Slip, Wording, both

RULE = Rule(
    "T10",
    "GB/T 15834 4.5.3.5",
    Strength.USUAL,
    "并列的引号、书名号之间不用顿号",
    "标有引号的并列成分之间、标有书名号的并列成分之间通常不用顿号；引号或书名号之间插有别的成分（如字号）的，可以用。",
)
_CHAIN = re.compile(r"(?:“[^“”]{1,30}”(?:、“[^“”]{1,30}”)+|《[^《》]{1,60}》(?:、《[^《》]{1,60}》)+)")


def _slips(wording: Wording) -> Iterator[Slip]:
    for line in wording.lines:
        for found in _CHAIN.finditer(line.text):
            # In a list that also names unquoted things the 顿号 parts these.
            if line.text[: found.start()].endswith("、") or line.text[found.end() :].startswith("、"):
                continue
            mark = "引号" if found[0].startswith("“") else "书名号"
            told = f"并列的{mark}之间用了顿号：{found[0][:20]}"
            yield Slip(line, told, f"请去掉{mark}之间的顿号", found="、")


in_document, on_pages = both(RULE, _slips)
