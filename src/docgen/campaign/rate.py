"""A share of so many out of so many, printed as a fraction and in per cent."""

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from docgen.text.numerals import percent_text

NOT_APPLICABLE = "不适用"


@dataclass(frozen=True, slots=True)
class Rate:
    """`numerator` out of `denominator`; of nobody there is no rate, and the texts are 不适用.

    Compared with a limit as an exact fraction: 1/3 reaches 0.3333 (J6).
    """

    numerator: int
    denominator: int

    @property
    def value(self) -> Fraction | None:
        """The exact share."""
        return Fraction(self.numerator, self.denominator) if self.denominator else None

    @property
    def fraction(self) -> str:
        """2/3."""
        return f"{self.numerator}/{self.denominator}" if self.denominator else NOT_APPLICABLE

    @property
    def percent(self) -> str:
        """66.7%."""
        return NOT_APPLICABLE if self.value is None else percent_text(self.value)

    @property
    def text(self) -> str:
        """2/3，66.7%."""
        return f"{self.fraction}，{self.percent}" if self.denominator else NOT_APPLICABLE

    def __str__(self) -> str:
        return self.text

    def __bool__(self) -> bool:
        return self.denominator != 0

    def __ge__(self, limit: Decimal | Fraction | int) -> bool:
        return self.value is not None and self.value >= Fraction(limit)

    def __gt__(self, limit: Decimal | Fraction | int) -> bool:
        return self.value is not None and self.value > Fraction(limit)

    def __le__(self, limit: Decimal | Fraction | int) -> bool:
        return self.value is not None and self.value <= Fraction(limit)

    def __lt__(self, limit: Decimal | Fraction | int) -> bool:
        return self.value is not None and self.value < Fraction(limit)
