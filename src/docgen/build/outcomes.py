"""The outcomes of a build, held packed: those of thousands of papers take less than a megabyte.

A block holds the outcomes of some papers, as JSON, deflated. Whoever goes over them has one block at a time.
"""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import astuple, dataclass
from functools import cached_property
from operator import attrgetter
from typing import Any, overload

from isal import isal_zlib

from docgen.build.outcome import JobLine, Outcome

_LEVEL = 1
_ROWS = 128  # a block
_WORDS = ("status", "reason", "draft", "notes", "pdf", "stale")
_of_outcome = attrgetter(*_WORDS)
_JOB = len(JobLine.__dataclass_fields__)
PATH, STATUS = list(JobLine.__dataclass_fields__).index("path"), _JOB  # their places in a row


@dataclass(frozen=True, slots=True)
class Tally:
    """What the outcomes have in common, counted."""

    status: str
    draft: bool
    has_path: bool
    has_pdf: bool


class Outcomes(Sequence[Outcome]):
    """Outcomes in order, unpacked as somebody asks."""

    def __init__(self, blocks: Iterable[bytes] = ()) -> None:
        self.blocks = tuple(blocks)

    @classmethod
    def of(cls, outcomes: Iterable[Outcome]) -> "Outcomes":
        """These outcomes."""
        return cls(packed(outcomes))

    def __iter__(self) -> Iterator[Outcome]:
        for block in self.blocks:
            yield from map(_outcome, rows(block))

    def __len__(self) -> int:
        return sum(self.counted.values())

    @overload
    def __getitem__(self, place: int) -> Outcome: ...
    @overload
    def __getitem__(self, place: slice) -> list[Outcome]: ...
    def __getitem__(self, place: int | slice) -> Outcome | list[Outcome]:
        return list(self)[place]

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and list(self) == list(other)

    __hash__ = None  # type: ignore[assignment]

    @cached_property
    def counted(self) -> Counter[Tally]:
        """How many there are of each sort."""
        sorts: Counter[tuple[str, bool, bool, bool]] = Counter()
        path, status, draft, pdf = PATH, STATUS, STATUS + 2, STATUS + 4
        for block in self.blocks:
            sorts.update((row[status], row[draft], bool(row[path]), bool(row[pdf])) for row in rows(block))
        return Counter({Tally(*sort): number for sort, number in sorts.items()})


def packed(outcomes: Iterable[Outcome], states: Iterable[Any] | None = None) -> list[bytes]:
    """Blocks of the outcomes, each with what is to be known of its file, which a reader of outcomes skips."""
    told = [[*astuple(one.job), *_of_outcome(one)] for one in outcomes]
    if states is not None:
        told = [[*row, state] for row, state in zip(told, states, strict=True)]
    blocks = (told[first : first + _ROWS] for first in range(0, len(told), _ROWS))
    texts = (json.dumps(block, ensure_ascii=False, separators=(",", ":")) for block in blocks)
    return [bytes(isal_zlib.compress(text.encode("utf-8", "surrogatepass"), _LEVEL)) for text in texts]


def rows(block: bytes) -> list[list[Any]]:
    """The outcomes of a block as plain values, in the order of their fields."""
    told: list[list[Any]] = json.loads(isal_zlib.decompress(block).decode("utf-8", "surrogatepass"))
    return told


def _outcome(row: Sequence[Any]) -> Outcome:
    status, reason, draft, notes, pdf, stale = row[_JOB : _JOB + len(_WORDS)]
    return Outcome(JobLine(*row[:_JOB]), status, reason, draft, tuple(notes), pdf, stale)
