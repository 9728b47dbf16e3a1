"""The rows of the index, in tables that LibreOffice can set in good time."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

# 1,600 rows in one table take 39 s, in tables of 150 they take 19 s.
ROWS_A_TABLE = 150


@dataclass(frozen=True, slots=True)
class Group:
    """Rows under one heading."""

    heading: str
    papers: Sequence[dict[str, str]]
    goes_on: bool = False  # from the table before

    def pieces(self, most: int) -> Iterator["Group"]:
        """The group in pieces of so many rows at most."""
        for first in range(0, len(self.papers), most):
            heading = f"{self.heading}（续）" if first else self.heading
            yield Group(heading, self.papers[first : first + most], first > 0)


def in_tables(groups: Iterable[Group]) -> Iterator[list[Group]]:
    """The groups in tables of bounded length; one that is longer goes on in the next table."""
    part: list[Group] = []
    room = ROWS_A_TABLE
    for group in groups:
        if part and len(group.papers) > room:
            yield part
            part, room = [], ROWS_A_TABLE
        for piece in group.pieces(ROWS_A_TABLE):
            if part and piece.goes_on:
                yield part
                part, room = [], ROWS_A_TABLE
            part.append(piece)
            room -= len(piece.papers)
    if part:
        yield part
