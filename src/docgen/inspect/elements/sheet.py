"""The looks of a paper while they are being recognised: what each was taken for so far."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property

from docgen.inspect.elements.element import Element
from docgen.inspect.elements.look import Look, Place
from docgen.inspect.elements.shapes import solid

_PRINTED = (Place.FLOW, Place.CELL, Place.BOX)


@dataclass
class Sheet:
    """`found[i]` is what `looks[i]` was taken for, None as long as nobody knows."""

    looks: tuple[Look, ...]
    found: list[Element | None] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.found = [None] * len(self.looks)

    @cached_property
    def solid(self) -> list[str]:
        """The texts without white space."""
        return [solid(look.text) for look in self.looks]

    @cached_property
    def printed(self) -> list[int]:
        """The looks with text on the page itself, headers and footers left out."""
        return [at for at, look in enumerate(self.looks) if self.solid[at] and look.place in _PRINTED]

    def take(self, at: int, element: Element) -> None:
        self.found[at] = element

    def take_all(self, places: Iterable[int], element: Element) -> None:
        for at in places:
            self.found[at] = element

    def free(self, start: int = 0, end: int | None = None) -> Iterator[int]:
        """The printed looks from `start` to before `end` that nothing is known of."""
        stop = len(self.looks) if end is None else end
        return (at for at in self.printed if start <= at < stop and self.found[at] is None)

    def first(self, *wanted: Element) -> int | None:
        """The first look taken for one of these."""
        return next((at for at, element in enumerate(self.found) if element in wanted), None)

    def last(self, *wanted: Element) -> int | None:
        """The last look taken for one of these."""
        places = [at for at, element in enumerate(self.found) if element in wanted]
        return places[-1] if places else None

    def same_row(self, at: int) -> list[int]:
        """The cells beside it."""
        look = self.looks[at]
        if look.place is not Place.CELL or not look.table:
            return [at]
        return [
            other for other in self.printed
            if (self.looks[other].table, self.looks[other].row) == (look.table, look.row)
        ]  # fmt: skip
