"""T03: dates in the text are in Arabic digits without padding, exist, and fall on the weekday named."""

import re
from collections.abc import Iterator
from datetime import date

from docgen.inspect.elements import Element, Place
from docgen.inspect.rule import Rule, Strength
from docgen.inspect.wording import Line, Slip, Wording, both
from docgen.inspect.wording.patterns import YEAR

RULE = Rule(
    "T03",
    "7.3.5.4、GB/T 15835",
    Strength.USUAL,
    "日期的写法",
    "日期用阿拉伯数字写全年、月、日，月、日不编虚位（3月5日不写03月05日），不混用汉字和数字，日不写成“号”；"
    "日期应当是日历上有的，注明星期的应当对得上。成文日期另由B18检查。",
)
_HAN_DIGIT = "〇零○一二三四五六七八九"
_HAN_DAY = "[一二三四五六七八九十]{1,3}"
_FAULTS = (
    (
        re.compile(
            rf"{YEAR}\s*年\s*0\d\s*月(?:\s*\d{{1,2}}\s*日)?|"
            r"(?<!\d)\d{1,2}\s*月\s*0\d\s*[日号]|(?<![\d年])0\d\s*月\s*\d{1,2}\s*日"
        ),
        "编了虚位",
        "请去掉月、日前面的0",
    ),
    (
        re.compile(rf"[{_HAN_DIGIT}]{{4}}年(?:{_HAN_DAY}月(?:{_HAN_DAY}日)?)?(?=\s*[^\d{_HAN_DIGIT}]|$)"),
        "用了汉字",
        "请改用阿拉伯数字",
    ),
    (
        re.compile(
            rf"{YEAR}年{_HAN_DAY}月|[{_HAN_DIGIT}]{{4}}年\d{{1,2}}月|"
            rf"(?<!\d)\d{{1,2}}月{_HAN_DAY}日|{_HAN_DAY}月\d{{1,2}}日"
        ),
        "混用了汉字和数字",
        "请统一用阿拉伯数字",
    ),
    (
        re.compile(r"(?<!\d)\d{1,2}月\d{1,2}号(?!楼|线|门|院|教|机|库|房|文|令|厅|室|馆|车|井|桥|公告|通知)"),
        "“日”写成了“号”",
        "请把“号”改为“日”",
    ),
    (
        re.compile(r"(?<![\d年月～—-])\d{2}年\d{1,2}月(?!内|份内)(?:\d{1,2}日)?"),
        "年份没有写全",
        "请把年份写成四位数字",
    ),
)
_DOTTED = re.compile(rf"(?<![\d.VvＶ/]){YEAR}([./])\d{{1,2}}\1\d{{1,2}}(?![\d.])")
_DAY = re.compile(
    rf"({YEAR})\s*年\s*(\d{{1,2}})\s*月\s*(\d{{1,2}})\s*日(?:\s*[（(]?\s*(?:星期|周)([一二三四五六日天])\s*[）)]?)?"
)
_YEARLESS = re.compile(r"(?<![\d年])(\d{1,2})月(\d{1,2})日")
_WEEKDAYS = "一二三四五六日"
_LONGEST_MONTHS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_OTHERS = (Element.DATE, Element.NUMBER, Element.TABLE)


def _slips(wording: Wording) -> Iterator[Slip]:
    for line in wording.lines:
        if line.element in _OTHERS or (line.place is Place.CELL and line.element is not Element.IMPRINT):
            continue
        yield from _written(line)
        yield from _impossible(line)
        if wording.format.is_official and line.element is Element.BODY:
            for found in _DOTTED.finditer(line.text):
                yield Slip(line, f"日期写成了“{found[0]}”", "请写成“2024年3月5日”的样子", found=found[0])


def _written(line: Line) -> Iterator[Slip]:
    told: set[int] = set()
    for pattern, fault, remedy in _FAULTS:
        for found in pattern.finditer(line.text):
            if not told & set(range(*found.span())):
                told |= set(range(*found.span()))
                yield Slip(line, f"日期“{found[0]}”{fault}", remedy, found=found[0])


def _impossible(line: Line) -> Iterator[Slip]:
    for found in _DAY.finditer(line.text):
        year, month, day = (int(found[at]) for at in (1, 2, 3))
        try:
            when = date(year, month, day)
        except ValueError:
            yield Slip(line, f"日历上没有“{year}年{month}月{day}日”", "请核对这个日期", found=found[0])
            continue
        named, real = (found[4] or "").replace("天", "日"), _WEEKDAYS[when.weekday()]
        if named and named != real:
            told = f"{month}月{day}日是星期{real}，文中写的是星期{named}"
            yield Slip(line, told, "请核对日期和星期", f"星期{real}", f"星期{named}")
    for found in _YEARLESS.finditer(line.text):
        month, day = int(found[1]), int(found[2])
        if not 1 <= month <= 12 or not 1 <= day <= _LONGEST_MONTHS[month - 1]:
            yield Slip(line, f"日历上没有“{month}月{day}日”", "请核对这个日期", found=found[0])


in_document, on_pages = both(RULE, _slips)
