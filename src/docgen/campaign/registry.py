"""The committee's registry of people by exact name, held packed: thousands of branches name ten thousand.

Names lie joined, by their first character, which for most is the surname: a name is found in a short text,
and the names that occur in a long one are looked for only where a surname stands. The people themselves lie
in blocks, of which those that were asked for last stay open.
"""

import json
from collections import OrderedDict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from isal import isal_zlib

from docgen.campaign.models.organisation import RegisteredPerson

_NAMES = 32  # a block
_OPEN = 16  # blocks
_LEVEL = 1
_MARK = "\0"  # between names; no name has it
_Lines = list[tuple[int, dict[str, Any]]]  # the people of one name, by their place in the registry


class Registry(Mapping[str, RegisteredPerson]):
    """People by name; of several with one name, the first. Iterated in the order of surnames."""

    def __init__(self, people: Iterable[RegisteredPerson]) -> None:
        by_first: dict[str, dict[str, _Lines]] = {}
        for place, person in enumerate(people):
            if person.name:
                told = person.model_dump(exclude_unset=True)
                by_first.setdefault(person.name[0], {}).setdefault(person.name, []).append((place, told))
        self._names = {first: _MARK.join(("", *named, "")) for first, named in by_first.items()}
        self._sizes = {first: sorted({len(name) for name in named}) for first, named in by_first.items()}
        self._starts: dict[str, int] = {}
        self._count = 0
        for first, named in by_first.items():
            self._starts[first] = self._count
            self._count += len(named)
        lines = [found for named in by_first.values() for found in named.values()]
        self._blocks = [_packed(lines[start : start + _NAMES]) for start in range(0, len(lines), _NAMES)]
        self._open: OrderedDict[int, list[_Lines]] = OrderedDict()

    def __contains__(self, name: object) -> bool:
        return isinstance(name, str) and f"{_MARK}{name}{_MARK}" in self._names.get(name[:1], "")

    def __getitem__(self, name: str) -> RegisteredPerson:
        return RegisteredPerson(**self._lines(name)[0][1])

    def __iter__(self) -> Iterator[str]:
        for joined in self._names.values():
            yield from joined[1:-1].split(_MARK)

    def __len__(self) -> int:
        return self._count

    def times(self, name: str) -> int:
        """How many lines of the registry bear the name."""
        return len(self._lines(name)) if name in self else 0

    def called(self, names: Iterable[str]) -> tuple[RegisteredPerson, ...]:
        """All people with one of these names, in the order of the registry."""
        found = [line for name in set(names) if name in self for line in self._lines(name)]
        return tuple(RegisteredPerson(**told) for _, told in sorted(found, key=lambda line: line[0]))

    def named_in(self, text: str) -> frozenset[str]:
        """The names that occur in the text."""
        return frozenset(name for first in self._names if first in text for name in self._with(first, text))

    def _with(self, first: str, text: str) -> Iterator[str]:
        joined, sizes = self._names[first], self._sizes[first]
        at = text.find(first)
        while at >= 0:
            for size in sizes:
                name = text[at : at + size]
                if f"{_MARK}{name}{_MARK}" in joined:
                    yield name
            at = text.find(first, at + 1)

    def _lines(self, name: str) -> _Lines:
        joined = self._names.get(name[:1], "")
        at = joined.find(f"{_MARK}{name}{_MARK}") if name else -1
        if at < 0:
            raise KeyError(name)
        block, line = divmod(self._starts[name[0]] + joined.count(_MARK, 0, at), _NAMES)
        return self._opened(block)[line]

    def _opened(self, block: int) -> list[_Lines]:
        if block not in self._open:
            self._open[block] = json.loads(isal_zlib.decompress(self._blocks[block]))
            if len(self._open) > _OPEN:
                self._open.popitem(last=False)
        self._open.move_to_end(block)
        return self._open[block]


def _packed(lines: list[_Lines]) -> bytes:
    return bytes(isal_zlib.compress(json.dumps(lines, separators=(",", ":")).encode(), _LEVEL))
