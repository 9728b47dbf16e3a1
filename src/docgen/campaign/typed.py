"""Numbers that somebody typed, beside those that were computed for them."""

from decimal import Decimal
from fractions import Fraction

from docgen.text.numerals import half_up, plain_number


def agrees(typed: Decimal, computed: Decimal | Fraction, least_places: int = 1) -> bool:
    """Whether the typed number is the computed one, rounded half up to the places that were typed.

    Totals are owed to at least one decimal (J6): 73 is wrong for 72.6.
    """
    return typed == half_up(computed, max(_places(typed), least_places))


def shown(number: Decimal | Fraction, places: int | None = None) -> str:
    """The number as messages print it, rounded half up to `places` where given."""
    exact = half_up(number, 4 if places is None else places) if isinstance(number, Fraction) else number
    return plain_number(exact if places is None else half_up(exact, places))


def _places(number: Decimal) -> int:
    exponent = number.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0
