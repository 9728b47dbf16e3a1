"""A rule of the official format: its code, its clause, how strong it is, and what the manual says of it."""

from dataclasses import dataclass
from enum import StrEnum

from docgen.findings import Severity


class Strength(StrEnum):
    """How firmly the standard speaks; a habit of offices is never called the standard."""

    MUST = "规"
    USUAL = "般"
    ADVISED = "荐"
    MAY = "可"
    HABIT = "实"

    @property
    def severity(self) -> Severity:
        """规 is a 错误, 般 and 荐 are 警告, 可 and 实 are 提示."""
        return _SEVERITIES[self]


_SEVERITIES = {
    Strength.MUST: Severity.ERROR,
    Strength.USUAL: Severity.WARNING,
    Strength.ADVISED: Severity.WARNING,
    Strength.MAY: Severity.INFO,
    Strength.HABIT: Severity.INFO,
}


@dataclass(frozen=True, slots=True)
class Rule:
    """One requirement; `explanation` is its page in the manual, in Chinese.

    `tolerance_mm` is what a page may be off; a unit's own profile may change it (Seen.tolerance_mm).
    """

    code: str
    clause: str
    strength: Strength
    title: str
    explanation: str
    tolerance_mm: float = 1.0
