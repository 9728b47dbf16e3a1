from decimal import Decimal
from fractions import Fraction

import pytest

from docgen.text.numerals import cn_digits, cn_number, half_up, percent_text, plain_number


@pytest.mark.parametrize(
    ("number", "word"),
    [
        (0, "零"), (1, "一"), (10, "十"), (12, "十二"), (20, "二十"), (29, "二十九"), (100, "一百"),
        (105, "一百零五"), (110, "一百一十"), (1001, "一千零一"), (1010, "一千零一十"), (10000, "一万"),
        (10001, "一万零一"), (11000, "一万一千"), (101000, "十万一千"),
        (12345678, "一千二百三十四万五千六百七十八"),
        (-1, "-1"), (10**8, "100000000"),
    ],
)  # fmt: skip
def test_counting_word_is_what_people_say(number, word):
    assert cn_number(number) == word


def test_year_digits_use_the_ideographic_zero():
    assert cn_digits(2012) == "二\u3007一二"


@pytest.mark.parametrize(
    ("number", "places", "rounded"),
    [
        (Decimal("66.65"), 1, "66.7"),  # half even would give 66.6
        (Decimal("0.125"), 2, "0.13"),
        (Decimal("-0.5"), 0, "-1"),
        (Decimal("96.6"), 2, "96.60"),
        (Fraction(1, 8), 2, "0.13"),
        (Fraction(2, 3), 3, "0.667"),
        (Fraction(-1, 2), 0, "-1"),
        (3, 1, "3.0"),
        (Decimal(10) ** 40, 2, "1" + "0" * 40 + ".00"),
    ],
)
def test_halves_round_away_from_zero(number, places, rounded):
    assert str(half_up(number, places)) == rounded


@pytest.mark.parametrize(
    ("share", "text"),
    [
        (Fraction(2, 3), "66.7%"), (Fraction(1, 3), "33.3%"), (Fraction(1), "100%"), (Decimal("0.30"), "30%"),
        (Decimal("0.986"), "98.6%"), (Fraction(1, 2000), "0.1%"), (0, "0%"),
    ],
)  # fmt: skip
def test_percentage_is_as_exact_as_needed(share, text):
    assert percent_text(share) == text


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (Decimal("66.20"), "66.2"), (Decimal("66.00"), "66"), (Decimal("1E+3"), "1000"),
        (Decimal("0.10"), "0.1"),
        (Decimal("-0.0"), "0"), (Decimal("100"), "100"), (1200, "1200"), (Decimal("1E-7"), "0.0000001"),
    ],
)  # fmt: skip
def test_plain_number_has_no_exponent_and_no_idle_zero(number, text):
    assert plain_number(number) == text
