"""Days as people type them and as papers print them."""

import re
from calendar import monthrange
from datetime import date

from docgen.text.numerals import cn_digits, cn_number

_DAY = re.compile(r"(\d{4})(?:([-./])(\d{1,2})\2(\d{1,2})|年(\d{1,2})月(\d{1,2})日)")
_YEARLESS = re.compile(r"\d{1,2}[-./月]\d{1,2}日?")
_FULL_WIDTH = str.maketrans("０１２３４５６７８９－．／", "0123456789-./")


class NotADay(ValueError):
    """The text is no day of the calendar; the message is the reason in the user's words, or ""."""


def parse_day(text: str) -> date:
    """The day meant by 2012-06-05, 2012.6.5, 2012/6/5 or 2012年6月5日. Raises NotADay."""
    typed = re.sub(r"\s+", "", text).translate(_FULL_WIDTH)
    found = _DAY.fullmatch(typed)
    if found is None:
        raise NotADay("没有写年份" if _YEARLESS.fullmatch(typed) else "")
    year, month, day = int(found[1]), int(found[3] or found[5]), int(found[4] or found[6])
    _refuse_impossible(year, month, day)
    return date(year, month, day)


def _refuse_impossible(year: int, month: int, day: int) -> None:
    if year == 0:
        raise NotADay("没有公元 0 年")
    if not 1 <= month <= 12:
        raise NotADay(f"没有 {month} 月")
    last = monthrange(year, month)[1]
    if not 1 <= day <= last:
        which = f"{year} 年二月" if month == 2 else f"{cn_number(month)}月"
        raise NotADay(f"{which}只有 {last} 天" if day else "没有 0 日")


def cn_date(day: date) -> str:
    """2012年6月14日."""
    return f"{day.year}年{month_day(day)}"


def month_day(day: date) -> str:
    """6月14日."""
    return f"{day.month}月{day.day}日"


def cn_numeral_date(day: date) -> str:
    """二〇一二年五月二十九日."""
    return f"{cn_digits(day.year)}年{cn_number(day.month)}月{cn_number(day.day)}日"
