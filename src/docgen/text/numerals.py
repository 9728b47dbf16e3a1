"""Numbers as papers print them: 十二, 66.7%, 66.2; rounding is half up, as people round."""

from decimal import ROUND_HALF_UP, Context, Decimal
from fractions import Fraction

_DIGITS = "〇一二三四五六七八九"  # 〇 is U+3007, not 零: years are written 二〇一二
_PLACES = ("", "十", "百", "千")
_WIDE = Context(prec=60, rounding=ROUND_HALF_UP)  # the default 28 digits would refuse long numbers


def cn_digits(number: int) -> str:
    """Digit by digit, as in years: 2012 is 二〇一二."""
    return "".join(_DIGITS[int(digit)] for digit in str(number))


def cn_number(number: int) -> str:
    """The counting word: 12 is 十二, 105 is 一百零五; Arabic when negative or from 10⁸ on."""
    if not 0 <= number < 10**8:
        return str(number)
    if number == 0:
        return "零"
    spoken = _below_hundred_million(number)
    return spoken[1:] if spoken.startswith("一十") else spoken


def _below_hundred_million(number: int) -> str:
    ten_thousands, rest = divmod(number, 10_000)
    if not ten_thousands:
        return _below_ten_thousand(rest)
    gap = "零" if 0 < rest < 1000 else ""
    return f"{_below_ten_thousand(ten_thousands)}万{gap}{_below_ten_thousand(rest)}"


def _below_ten_thousand(number: int) -> str:
    spoken, gap = "", False
    for place in (3, 2, 1, 0):
        digit = number // 10**place % 10
        if digit:
            spoken += ("零" if gap and spoken else "") + _DIGITS[digit] + _PLACES[place]
        gap = digit == 0
    return spoken


def half_up(number: Decimal | Fraction | int, places: int) -> Decimal:
    """`number` rounded to so many decimal places, a half upwards (away from zero)."""
    if isinstance(number, Fraction):
        return _half_up_fraction(number, places)
    return Decimal(number).quantize(Decimal(1).scaleb(-places), context=_WIDE)


def _half_up_fraction(number: Fraction, places: int) -> Decimal:
    # Exact: a division to a decimal first would round twice.
    scaled = abs(number) * 10**places
    whole = (2 * scaled.numerator + scaled.denominator) // (2 * scaled.denominator)
    return Decimal(whole if number >= 0 else -whole).scaleb(-places, context=_WIDE)


def percent_text(share: Decimal | Fraction | int, places: int = 1) -> str:
    """A share as per cent, as exact as needed: 2/3 is 66.7%, 0.3 is 30%."""
    return f"{plain_number(half_up(share * 100, places))}%"


def plain_number(number: Decimal | int) -> str:
    """The number without exponent and needless zeros: Decimal("66.20") is 66.2."""
    written = f"{number:f}"
    if "." in written:
        written = written.rstrip("0").rstrip(".")
    return "0" if written == "-0" else written
