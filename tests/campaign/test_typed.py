from decimal import Decimal
from fractions import Fraction

import pytest

from docgen.campaign.typed import agrees, shown


@pytest.mark.parametrize(
    ("typed", "computed", "same"),
    [
        ("72.6", Decimal("72.6"), True),
        ("72.60", Decimal("72.6"), True),
        ("73", Decimal("72.6"), False),
        ("72.7", Decimal("72.65"), True),
        ("72.6", Decimal("72.65"), False),
        ("72.65", Decimal("72.65"), True),
    ],
)
def test_totals_agree_at_the_places_typed_and_at_least_one(typed: str, computed: Decimal, same: bool):
    assert agrees(Decimal(typed), computed) is same


def test_a_fraction_agrees_with_its_rounding():
    assert agrees(Decimal("0.825"), Fraction(47, 57), least_places=2)
    assert not agrees(Decimal("0.824"), Fraction(47, 57), least_places=2)


def test_numbers_are_shown_without_needless_zeros():
    assert shown(Decimal("72.60")) == "72.6"
    assert shown(Fraction(2, 3), 3) == "0.667"
