"""Causes and measures that no two branches write alike.

Each sentence has six places, and each place 23 wordings. The wordings of sentence number m are the values
of a polynomial over the integers modulo 23 whose four coefficients are the digits of m: two polynomials of
degree three agree in three points at most, so that two sentences share three of their six wordings at
most (R11 and R12 take sentences for copies from about five). That holds for 23⁴ = 279,841 sentences.
"""

import random
from collections.abc import Mapping
from dataclasses import dataclass

from docgen.simulate.words import words

_PRIME, _DIGITS = 23, 4
COUNT = _PRIME**_DIGITS


@dataclass(frozen=True, slots=True)
class Sentences:
    """The sentences of one simulated office: the same seed gives the same ones."""

    _causes: tuple[tuple[str, ...], ...]
    _measures: tuple[tuple[str, ...], ...]

    @classmethod
    def of(cls, seed: int) -> "Sentences":
        """The wordings in an order of this seed's own."""
        chance = random.Random(f"sentences {seed}")  # noqa: S311  # variety, not secrecy
        return cls(_shuffled(words("causes"), chance), _shuffled(words("measures"), chance))

    def cause(self, number: int) -> str:
        """What went wrong, as a whole sentence."""
        time, who, thing, failing, whom, result = _pick(self._causes, number)
        return f"{time}{who}对{thing}{failing}，{whom}{result}。"

    def measure(self, number: int) -> str:
        """What is done about it."""
        time, deed, thing, how, where, shown = _pick(self._measures, number)
        return f"{time}把{thing}{deed}，{how}，{where}{shown}"


def _shuffled(banks: Mapping[str, list[str]], chance: random.Random) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(chance.sample(bank, len(bank))) for bank in banks.values())


def _pick(banks: tuple[tuple[str, ...], ...], number: int) -> list[str]:
    digits = [number // _PRIME**place % _PRIME for place in range(_DIGITS)]
    values = (sum(digit * x**place for place, digit in enumerate(digits)) % _PRIME for x in range(1, 7))
    return [bank[value] for bank, value in zip(banks, values, strict=True)]
