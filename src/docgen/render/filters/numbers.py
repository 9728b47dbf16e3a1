"""Numbers on paper: 66.7%, 2/3，66.7%, 66.2, 十二."""

from decimal import Decimal, InvalidOperation
from fractions import Fraction

from docgen.render.filters import template_filter
from docgen.text import numerals

Number = Decimal | Fraction | int | float | str | None
_NO_BASE = "不适用"  # a rate of nothing


@template_filter("percent", "百分比")
def percent(share: Number, places: int = 1) -> str:
    """A share as per cent, half up: 2/3 is 66.7%; nothing for nothing."""
    return "" if _is_empty(share) else numerals.percent_text(_exact(share), places)


@template_filter("fraction_percent", "分数百分比")
def fraction_percent(part: int, whole: int) -> str:
    """2/3，66.7%; of a whole of 0 不适用."""
    return f"{part}/{whole}，{numerals.percent_text(Fraction(part, whole))}" if whole else _NO_BASE


@template_filter("number", "数")
def number(value: Number, places: int | None = None) -> str:
    """The number without needless zeros, rounded half up to so many places if told; nothing for nothing."""
    if _is_empty(value):
        return ""
    exact = _exact(value)
    if places is not None or isinstance(exact, Fraction):
        exact = numerals.half_up(exact, 2 if places is None else places)
    return numerals.plain_number(exact)


@template_filter("cn_number", "汉字数")
def cn_number(value: int | str | None) -> str:
    """十二 for 12; nothing for nothing."""
    if _is_empty(value):
        return ""
    exact = _exact(value)
    if exact != int(exact):
        raise ValueError(f"“{value}”不是整数")
    return numerals.cn_number(int(exact))


def _is_empty(value: object) -> bool:
    return not value and not (isinstance(value, int | float | Decimal | Fraction) and value == 0)


def _exact(value: Number) -> Decimal | Fraction:
    if isinstance(value, Decimal | Fraction):
        return value
    try:
        return Decimal(str(value).strip())
    except InvalidOperation as reason:
        raise ValueError(f"“{value}”不是数") from reason
