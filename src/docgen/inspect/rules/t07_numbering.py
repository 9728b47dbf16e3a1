"""T07: the numbers of headings are written 一、（一）1.（1）."""

import re
from collections.abc import Iterator

from docgen.inspect.elements import Element, Place
from docgen.inspect.rule import Rule, Strength
from docgen.inspect.wording import Line, Slip, Wording, both
from docgen.inspect.wording.patterns import HAN, NUMERAL

RULE = Rule(
    "T07",
    "7.3.3、GB/T 15834",
    Strength.USUAL,
    "层次序数的写法",
    "结构层次序数依次用“一、”“（一）”“1.”“（1）”：汉字数字后用顿号，阿拉伯数字后用下脚点，带括号的用全角圆括号，"
    "括号后不再加标点。",
)
_FAULTS = (
    (re.compile(rf"^([{NUMERAL}]{{1,3}})\s*([.．,，:：])(?!\d)"), "“{1}、”"),
    (re.compile(rf"^[(（]([{NUMERAL}]{{1,3}})[)）]\s*([、，,.．:：])"), "“（{1}）”，后面不加标点"),
    (re.compile(rf"^(?=\(|（[^）]*\))[(（]\s*([{NUMERAL}]{{1,3}}|\d{{1,2}})\s*[)）]()"), "全角括号“（{1}）”"),
    (re.compile(rf"^（([{NUMERAL}]{{1,3}})\)()"), "全角括号“（{1}）”"),
    (re.compile(r"^(\d{1,2})\s*([、．,，])(?!\d)"), "“{1}.”"),
    (re.compile(r"^（(\d{1,2})）\s*([、，,.．])"), "“（{1}）”，后面不加标点"),
    (re.compile(rf"^(\d{{1,2}})([)）])\s*(?=[{HAN}])"), "“（{1}）”"),
    (re.compile(r"^第?([一二三四五六七八九十]{1,3})([)）])"), "“（{1}）”"),
)
_ENCLOSED = re.compile(r"^([⑴-⒇⒈-⒛㈠-㈩])")
_CIRCLED = re.compile(r"^([①-⑳])")
_FOURTH = re.compile(r"[（(]\d{1,2}[)）]")
_LEVELS = (Element.HEADING1, Element.HEADING2, Element.HEADING3, Element.HEADING4, Element.BODY)


def _slips(wording: Wording) -> Iterator[Slip]:
    if not wording.format.is_official:
        return
    has_fourth = any(_FOURTH.match(line.text.strip()) for line in wording.of(*_LEVELS))
    for line in wording.lines:
        if line.element in _LEVELS and line.place is Place.FLOW:
            yield from _of_line(line, has_fourth=has_fourth)


def _of_line(line: Line, *, has_fourth: bool) -> Iterator[Slip]:
    text = line.text.strip(" 　\t")
    for pattern, wanted in _FAULTS:
        found = pattern.match(text)
        if found:
            right, written = wanted.replace("{1}", found[1]), found[0].strip()
            plain = right.split("”")[0].removeprefix("全角括号").strip("“")
            yield Slip(line, f"序数写成了“{written}”", f"请写成{right}", plain, written)
            return
    symbol = _ENCLOSED.match(text) or (None if has_fourth else _CIRCLED.match(text))
    if symbol:
        told = f"序数用了符号“{symbol[1]}”"
        yield Slip(line, told, "请用“1.”“（1）”这样的序数，逐字打出", "1.或（1）", symbol[1])


in_document, on_pages = both(RULE, _slips)
