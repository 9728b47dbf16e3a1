"""T12: digits are half-width; rough numbers are in Han without 顿号 and said once."""

import re
from collections.abc import Iterator

from docgen.inspect.rule import Rule, Strength
from docgen.inspect.wording import Line, Slip, Wording, both

RULE = Rule(
    "T12",
    "9、GB/T 15835",
    Strength.USUAL,
    "数字和概数的写法",
    "阿拉伯数字用半角；相邻两个数字表示概数的用汉字，中间不用顿号（两三个、三四十人）；"
    "“近”“约”与“左右”“上下”不同时用。",
)
_WIDE = re.compile(r"[０-９]+")
_SEQUENCE = "一二三四五六七八九"
_MEASURES = "(?:十|百|千|万|亿|个(?!季度|阶段|层次)|天|次(?!会)|人(?!组)|岁|小时|公里|名|项(?!第))"
_ROUGH = re.compile(
    rf"(?<![第{_SEQUENCE}十百千、])([一两二三四五六七八])、([二三四五六七八九])(?={_MEASURES})"
)
_ROUGH_DIGITS = re.compile(
    r"(?<![第\d.、～—-])([1-8])、([2-9])(?=(?:个(?!季度)|天|次|人|岁|小时|公里|名)(?!、))"
)
_TWICE = re.compile(
    r"(?:(?<![附临靠最接亲邻远])近|大约|约(?![定束谈会见])|将近|大概)(?:[\d.,]+|[一二三四五六七八九十百千两]+)"
    r"[^，。；、\d]{0,6}(?:左右|上下)(?!级)|"
    r"(?<![\d.一二三四五六七八九十百千两])(?:[\d.]+|[一二三四五六七八九十百千两]+)多[^，。；、\d]{0,3}(?:左右|上下)(?![级的])"
)


def _slips(wording: Wording) -> Iterator[Slip]:
    for line in wording.lines:
        wide = _WIDE.search(line.text)
        if wide:
            yield Slip(line, f"用了全角数字“{wide[0]}”", "请改为半角数字", found=wide[0])
        yield from _rough(line)


def _rough(line: Line) -> Iterator[Slip]:
    for found in (*_ROUGH.finditer(line.text), *_ROUGH_DIGITS.finditer(line.text)):
        if _value(found[2]) - _value(found[1]) != 1:
            continue
        right = f"{_han(found[1])}{_han(found[2])}"
        yield Slip(line, f"概数写成了“{found[0]}”", f"请写成“{right}”", right, found[0])
    for found in _TWICE.finditer(line.text):
        told = f"概数重复：“{found[0]}”"
        yield Slip(line, told, "“近”“约”“多”与“左右”“上下”只用一个", found=found[0])


def _value(sign: str) -> int:
    return 2 if sign == "两" else int(sign) if sign.isdigit() else _SEQUENCE.index(sign) + 1


def _han(sign: str) -> str:
    return "两" if _value(sign) == 2 else _SEQUENCE[_value(sign) - 1]


in_document, on_pages = both(RULE, _slips)
