from decimal import Decimal
from fractions import Fraction

from docgen.campaign.rate import Rate


def test_a_rate_reads_as_fraction_and_percent():
    assert Rate(2, 3).text == "2/3，66.7%"
    assert Rate(2, 3).fraction == "2/3"
    assert Rate(1, 1).percent == "100%"


def test_percent_rounds_a_half_upwards():
    assert Rate(1, 16).percent == "6.3%"  # 6.25
    assert Rate(1, 8).percent == "12.5%"


def test_of_nobody_there_is_no_rate():
    rate = Rate(0, 0)

    assert rate.text == rate.percent == rate.fraction == str(rate) == "不适用"
    assert not rate
    assert rate.value is None
    assert not rate >= 0
    assert not rate < 1
    assert not rate <= 1
    assert not rate > -1


def test_none_of_some_is_a_rate():
    assert Rate(0, 3)
    assert Rate(0, 3).text == "0/3，0%"


def test_a_limit_is_compared_as_an_exact_fraction():
    assert Rate(1, 3) >= Decimal("0.3333")
    assert not Rate(1, 3) >= Decimal("0.3334")
    assert Rate(3, 10) >= Decimal("0.3")
    assert not Rate(3, 10) > Decimal("0.3")
    assert Rate(1, 5) <= Fraction(1, 5)
    assert Rate(1, 6) < Fraction(1, 5)
