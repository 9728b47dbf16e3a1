"""Dates on paper: 2012年6月14日, 6月14日, 二〇一二年六月十四日, and blanks to be filled in by hand."""

from datetime import date

from docgen.render.filters import template_filter
from docgen.text import dates
from docgen.text.dates import NotADay, parse_day

_BLANK_DATE = "　　　　年　　月　　日"
_BLANK_MONTH_DAY = "　　月　　日"

Day = date | str | None


@template_filter("cn_date", "年月日")
def cn_date(day: Day) -> str:
    """2012年6月14日; without a date the blank that is filled in by hand."""
    known = _day(day)
    return dates.cn_date(known) if known else _BLANK_DATE


@template_filter("month_day", "月日")
def month_day(day: Day) -> str:
    """6月14日; without a date the blank that is filled in by hand."""
    known = _day(day)
    return dates.month_day(known) if known else _BLANK_MONTH_DAY


@template_filter("cn_numeral_date", "汉字日期")
def cn_numeral_date(day: Day) -> str:
    """二〇一二年六月十四日; without a date the blank that is filled in by hand."""
    known = _day(day)
    return dates.cn_numeral_date(known) if known else _BLANK_DATE


def _day(day: Day) -> date | None:
    if not day:  # None, an empty text, an unknown name
        return None
    if isinstance(day, date):
        return day
    try:
        return parse_day(str(day))
    except NotADay as reason:
        raise ValueError(f"“{day}”不是日期") from reason
