"""Names of people, each once in an office, and of the campuses that the branches belong to."""

import random
from collections.abc import Iterator
from itertools import count, product

from docgen.simulate.words import words


class Namer:
    """Gives each name once; the same seed gives the same names in the same order."""

    def __init__(self, taken: frozenset[str], seed: int) -> None:
        chance = random.Random(f"people {seed}")  # noqa: S311  # variety, not secrecy
        self._taken = set(taken)
        parts = words("people")
        plain = product(parts["surnames"], parts["first"], parts["second"])
        dotted = product(parts["given"], parts["fathers"])
        self._plain = _endless(["".join(one) for one in plain], chance)
        self._dotted = _endless(["·".join(one) for one in dotted], chance)

    def name_like(self, name: str) -> str:
        """A new name of the kind of `name`: with or without a separating dot."""
        names = self._dotted if "·" in name else self._plain
        found = next(one for one in names if one not in self._taken)
        self._taken.add(found)
        return found


def campuses(seed: int) -> Iterator[str]:
    """Names of campuses, each once, without end."""
    chance = random.Random(f"campuses {seed}")  # noqa: S311  # variety, not secrecy
    parts = words("campuses")
    for name in _endless(["".join(one) for one in product(parts["heights"], parts["places"])], chance):
        yield f"{name}校区"


def _endless(names: list[str], chance: random.Random) -> Iterator[str]:
    """All of them in some order, then all again with 乙 behind, 乙乙 and so on."""
    order = chance.sample(names, len(names))
    for again in count():
        yield from (name + "乙" * again for name in order)
