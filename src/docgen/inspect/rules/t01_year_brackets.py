"""T01: the year of a document number stands in 〔〕, not in other brackets."""

import re
from collections.abc import Iterator

from docgen.inspect.elements import Element
from docgen.inspect.rule import Rule, Strength
from docgen.inspect.wording import Slip, Wording, both
from docgen.inspect.wording.patterns import HAN, YEAR

RULE = Rule(
    "T01",
    "7.2.5",
    Strength.MUST,
    "字号的年份用六角括号",
    "发文字号的年份标全称，用六角括号“〔〕”括入，不用方括号、圆括号、书名号代替；正文里引用的字号也一样。"
    "案件号如（2024）京01民初5号不是发文字号，不受此限。",
)
_NUMBER = re.compile(
    rf"[{HAN}A-Za-z]\s*([\[［(（【{{〖〔]\s*({YEAR})\s*[\]］)）】}}〗〕])\s*第?\s*\d{{1,5}}\s*号"
)


def _slips(wording: Wording) -> Iterator[Slip]:
    for line in wording.lines:
        # The paper's own number is H07's.
        if line.element is Element.NUMBER:
            continue
        for found in _NUMBER.finditer(line.text):
            written, right = found[1], f"〔{found[2]}〕"
            if "".join(written.split()) != right:
                yield Slip(line, f"字号的年份写成了“{written}”", f"请改为“{right}”", right, written)


in_document, on_pages = both(RULE, _slips)
