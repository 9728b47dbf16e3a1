"""What the lobby screen shows one after the other: no slide holds more than can be read from afar."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from math import ceil

from docgen.publish.board.posting import Board, Posting, Table
from docgen.text.width import width_em

_LINES_MAX = {"result": 6}
_LINES_MAX_ELSE = 8
_FIRST_CELL_EM, _CELL_EM = 22, 9  # what fits in one line of a cell on the screen


@dataclass(frozen=True, slots=True)
class Slide:
    """A posting, or a part of it: its rows, and which part of how many."""

    posting: Posting
    table: Table | None = None
    part: int = 1
    parts: int = 1


def slides(board: Board) -> list[Slide]:
    """Notices, then pledges, deeds and explanations, each in as many slides as it needs."""
    order = ("notice", "result", "pledge", "deeds", "explanation")
    return [slide for name in order for posting in board.of(name) for slide in _of(posting)]


def _of(posting: Posting) -> Iterator[Slide]:
    parts = list(_parts(_table(posting), _LINES_MAX.get(posting.board, _LINES_MAX_ELSE)))
    for number, table in enumerate(parts, 1):
        yield Slide(posting, table, number, len(parts))
    if not parts:
        yield Slide(posting)


def _table(posting: Posting) -> Table | None:
    """The rows worth a look from afar: what is pledged, done or decided."""
    if posting.board not in ("pledge", "deeds", "result"):
        return None
    return next((section.table for section in posting.sections if section.table), None)


def _parts(table: Table | None, lines_max: int) -> Iterator[Table]:
    if table is None:
        return
    first, lines = 0, 0
    for place, row in enumerate(table.rows):
        needed = _lines(row)
        if place > first and lines + needed > lines_max:
            yield _slice(table, first, place)
            first, lines = place, 0
        lines += needed
    yield _slice(table, first, len(table.rows))


def _slice(table: Table, first: int, end: int) -> Table:
    return replace(table, rows=table.rows[first:end], done=table.done[first:end])


def _lines(row: Sequence[str]) -> int:
    first, *others = (width_em(cell) for cell in row)
    return max(1, ceil(first / _FIRST_CELL_EM), *(ceil(cell / _CELL_EM) for cell in others))
