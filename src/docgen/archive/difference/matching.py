"""Which line of one list is which of another: equal lines, and between these lines that are alike."""

from collections.abc import Callable, Hashable, Iterator, Sequence
from difflib import SequenceMatcher
from typing import TypeVar

_Thing = TypeVar("_Thing", bound=Hashable)
_ALIKE = 0.4  # a paragraph of which less is left is another one
_LONG_CHARS = 4_000  # likeness of longer ones is not worth the time
_WINDOW = 60  # so many lines of one gap are compared each with each


def matched(
    old: Sequence[_Thing], new: Sequence[_Thing], likeness: Callable[[_Thing, _Thing], float]
) -> list[tuple[int, int]]:
    """Pairs in order: what is equal, and between these what is alike, the likest first."""
    pairs: list[tuple[int, int]] = []
    for tag, i, i_end, j, j_end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            pairs += zip(range(i, i_end), range(j, j_end), strict=True)
        elif tag == "replace":
            pairs += _alike(old, new, range(i, i_end), range(j, j_end), likeness)
    return pairs


def _alike(
    old: Sequence[_Thing], new: Sequence[_Thing], rows: range, columns: range,
    likeness: Callable[[_Thing, _Thing], float],
) -> Iterator[tuple[int, int]]:  # fmt: skip
    """The pairs of a gap; of a long one window by window, each beginning half a window on."""
    while rows and columns:
        whole = len(rows) <= _WINDOW and len(columns) <= _WINDOW
        found = _alike_in_window(old, new, rows[:_WINDOW], columns[:_WINDOW], likeness)
        kept = found if whole else found[: max(1, len(found) // 2)]
        yield from kept
        if whole:
            return
        last = kept[-1] if kept else (rows[0] + _WINDOW // 2 - 1, columns[0] + _WINDOW // 2 - 1)
        rows, columns = range(last[0] + 1, rows.stop), range(last[1] + 1, columns.stop)


def _alike_in_window(
    old: Sequence[_Thing], new: Sequence[_Thing], rows: range, columns: range,
    likeness: Callable[[_Thing, _Thing], float],
) -> list[tuple[int, int]]:  # fmt: skip
    """The pairing that keeps the order and the most likeness."""
    best = [[0.0] * (len(columns) + 1) for _ in range(len(rows) + 1)]
    alike = [[likeness(old[i], new[j]) for j in columns] for i in rows]
    for a in range(len(rows) - 1, -1, -1):
        for b in range(len(columns) - 1, -1, -1):
            together = best[a + 1][b + 1] + alike[a][b] if alike[a][b] >= _ALIKE else 0.0
            best[a][b] = max(best[a + 1][b], best[a][b + 1], together)
    pairs, a, b = [], 0, 0
    while a < len(rows) and b < len(columns):
        if alike[a][b] >= _ALIKE and best[a][b] == best[a + 1][b + 1] + alike[a][b]:
            pairs.append((rows[a], columns[b]))
            a, b = a + 1, b + 1
        elif best[a][b] == best[a + 1][b]:
            a += 1
        else:
            b += 1
    return pairs


def text_likeness(old: str, new: str) -> float:
    """Which part of the two is the same, from 0 to 1; 0 for what is hardly alike."""
    matcher = SequenceMatcher(None, old[:_LONG_CHARS], new[:_LONG_CHARS], autojunk=False)
    return matcher.ratio() if matcher.quick_ratio() >= _ALIKE else 0.0
