"""T11: ranges of years and of numbers, and what stands before 等."""

import re
from collections.abc import Iterator

from docgen.inspect.rule import Rule, Strength
from docgen.inspect.wording import Line, Slip, Wording, both
from docgen.inspect.wording.patterns import FOREIGN, HAN, YEAR

RULE = Rule(
    "T11",
    "9、GB/T 15834、GB/T 15835",
    Strength.USUAL,
    "起止、范围和小数的写法",
    "起止年份用一字线（2021—2025年），数值范围用浪纹线（3万～5万，10%～20%，前一个数的“%”“万”“亿”不省略），"
    "不用短横；小数点前的0不省略；“等”前面不用顿号；年份写全四位。",
)
_HYPHEN = r"[-－‐–~〜]"
_UNITS = (
    "学年|年度|年|个月|月|%|％|万|亿|千|元|人|个|名|天|公里|千米|米|吨|公斤|岁|小时|分钟|周|倍|项|次|户|台|件|页|条|章|"
    "学时|平方米|亩"
)
_RANGE = re.compile(
    rf"(?<![\d\-–－A-Za-z/.—号])(\d+(?:\.\d+)?(?:%|％|万|亿|万元|亿元|年|月)?)\s*{_HYPHEN}\s*"
    rf"(\d+(?:\.\d+)?)(?=\s*(?:{_UNITS}))(?!年第)(?!\d*\s*[-–]\s*\d)"
)
_ETC = re.compile(r"、等(?![级额待同效比式离于候号线次第])")
_PERCENT = re.compile(r"(?<![\d.%％])(\d+(?:\.\d+)?)\s*[～~〜]\s*(\d+(?:\.\d+)?)([%％]|万|亿)")
_POINT = re.compile(rf"(?:(?<=[{HAN}，。：（])|^)\.\d+(?=[%％{HAN}万亿])")
_YEAR_SHORT = re.compile(
    r"(?<![\d.～—-])\d{2}年(?=度|[春夏秋冬]季|上半年|下半年|第[一二三四]季度|年底|年初)|[’‘']\d{2}年"
)
_DATE = r"(?:\d{4}年(?:\d{1,2}月(?:\d{1,2}日)?)?|\d{1,2}月(?:\d{1,2}日)?|\d{1,2}日)"
_DAYS = re.compile(rf"({_DATE})\s*{_HYPHEN}\s*({_DATE})")
_YEARS_WAVE = re.compile(rf"({YEAR})年?\s*～\s*({YEAR})年")
_STANDARD_NUMBER = re.compile(r"(?:GB|DB|ISO|Q|[A-Z]{2,4})[/ ]?[A-Z]*\s*[\d.]+[-—–]\d{4}")


def _slips(wording: Wording) -> Iterator[Slip]:
    for line in wording.lines:
        text = re.sub(FOREIGN, lambda found: "\0" * len(found[0]), line.text)
        text = _STANDARD_NUMBER.sub(lambda found: "\0" * len(found[0]), text)
        yield from _ranges(line, text)
        yield from _numbers(line, text)


def _ranges(line: Line, text: str) -> Iterator[Slip]:
    for found in _RANGE.finditer(text):
        first, last = found[1], found[2]
        years = len(first.rstrip("年")) == 4 == len(last) and first[:2] in ("19", "20")
        right = f"{first}—{last}" if years else f"{first}～{last}"
        remedy = f"请用一字线：{right}" if years else f"请用浪纹线：{right}"
        yield Slip(line, f"范围“{found[0]}”用了短横或半角波浪号", remedy, right, found[0])
    for found in _DAYS.finditer(text):
        right = f"{found[1]}—{found[2]}"
        if not _RANGE.search(found[0]):
            yield Slip(line, f"起止日期“{found[0]}”用了短横", f"请用一字线：{right}", right, found[0])
    for found in _YEARS_WAVE.finditer(text):
        told = f"起止年份“{found[0]}”用了浪纹线"
        yield Slip(line, told, "请用一字线", f"{found[1]}—{found[2]}年", found[0])
    for found in _PERCENT.finditer(text):
        right = f"{found[1]}{found[3]}～{found[2]}{found[3]}"
        yield Slip(line, f"范围“{found[0]}”省略了前一个“{found[3]}”", f"请写成“{right}”", right, found[0])


def _numbers(line: Line, text: str) -> Iterator[Slip]:
    if _ETC.search(text):
        yield Slip(line, "“等”前面用了顿号", "请去掉“等”前面的顿号", "等", "、等")
    for found in _POINT.finditer(text):
        yield Slip(line, f"小数“{found[0]}”省略了0", f"请写成“0{found[0]}”", f"0{found[0]}", found[0])
    for found in _YEAR_SHORT.finditer(text):
        yield Slip(line, f"“{found[0]}”的年份没有写全", "请把年份写成四位数字", found=found[0])


in_document, on_pages = both(RULE, _slips)
