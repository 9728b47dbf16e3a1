"""T02: a document number has its full year, no 第 and no leading zero."""

import re
from collections.abc import Iterator

from docgen.inspect.elements import Element
from docgen.inspect.rule import Rule, Strength
from docgen.inspect.wording import Slip, Wording, both

RULE = Rule(
    "T02",
    "7.2.5",
    Strength.MUST,
    "字号的年份写全、序号不加“第”、不编虚位",
    "年份用四位阿拉伯数字写全；序号不加“第”字，不编虚位（1不编为01）。例：〔2024〕5号，不写〔24〕5号、〔2024〕第5号、〔2024〕05号。",
)
_OPEN, _CLOSE = r"[〔\[［(（【]\s*", r"\s*[〕\]］)）】]\s*"
_FAULTS = (
    (re.compile(rf"{_OPEN}\d{{4}}{_CLOSE}第\s*\d{{1,5}}\s*号"), "序号前多了“第”", "请去掉“第”字"),
    (re.compile(rf"{_OPEN}\d{{4}}{_CLOSE}0\d{{0,4}}\s*号"), "序号编了虚位（前面有0）", "请去掉序号前面的0"),
    (re.compile(r"〔\s*\d{2}\s*〕\s*第?\s*\d{1,5}\s*号"), "年份没有写全", "请把年份写成四位数字"),
    (re.compile(r"〔\s*[〇零○一二三四五六七八九]{2,4}\s*〕"), "年份用了汉字", "请把年份写成四位阿拉伯数字"),
)


def _slips(wording: Wording) -> Iterator[Slip]:
    for line in wording.lines:
        if line.element is Element.NUMBER:
            continue
        for pattern, fault, remedy in _FAULTS:
            for found in pattern.finditer(line.text):
                yield Slip(line, f"字号“{found[0]}”{fault}", remedy, found=found[0])


in_document, on_pages = both(RULE, _slips)
