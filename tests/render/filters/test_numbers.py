"""百分比, 分数百分比, 数, 汉字数."""

from decimal import Decimal
from fractions import Fraction

import pytest

from docgen.render.filters.numbers import cn_number, fraction_percent, number, percent


@pytest.mark.parametrize(
    ("share", "printed"),
    [
        (Fraction(2, 3), "66.7%"),
        (Decimal("0.3"), "30%"),
        (0, "0%"),
        (1, "100%"),
        (None, ""),
        ("0.125", "12.5%"),
    ],
)
def test_share_is_printed_half_up_with_one_place(share, printed):
    assert percent(share) == printed


def test_rate_is_printed_as_fraction_and_per_cent():
    assert fraction_percent(2, 3) == "2/3，66.7%"
    assert fraction_percent(0, 0) == "不适用"


@pytest.mark.parametrize(
    ("value", "printed"),
    [
        (Decimal("66.20"), "66.2"),
        (3, "3"),
        (1.5, "1.5"),
        ("08", "8"),
        (None, ""),
        ("", ""),
        (0, "0"),
        (Fraction(1, 3), "0.33"),
    ],
)
def test_number_has_no_needless_zeros(value, printed):
    assert number(value) == printed


def test_number_is_rounded_half_up():
    assert number(Decimal("2.345"), 2) == "2.35"


@pytest.mark.parametrize(
    ("value", "printed"),
    [(1, "一"), (12, "十二"), (105, "一百零五"), (99999, "九万九千九百九十九"), (0, "零"), (None, "")],
)
def test_counting_words(value, printed):
    assert cn_number(value) == printed


@pytest.mark.parametrize("value", ["多", "1.5"])
def test_what_is_no_whole_number_is_refused(value):
    with pytest.raises(ValueError, match=value):
        cn_number(value)
