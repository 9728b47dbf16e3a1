"""A title broken into whole words, in lines that make a 梯形 or a 菱形 (7.3.1)."""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import accumulate, combinations, pairwise

from docgen.layout.gbt9704 import TITLE_CHARS_PER_ROW
from docgen.layout.spacing import width_with_room
from docgen.layout.words import Words, words_of
from docgen.text.width import width_em

_LINES_MAX = 5
_WORDS_MAX = 40
_STUB_CHARS = 4
_STUB_COST, _SHAPE_COST = 60.0, 1000.0
_FINE_COST = 20.0  # a break within a name costs more: then one line more is tried


def break_title(
    text: str, keep_whole: Iterable[str] = (), width_max: float = TITLE_CHARS_PER_ROW
) -> tuple[str, ...]:
    """The title's lines, none wider than `width_max`; the names in `keep_whole` break only at need.

    A clerk's own line breaks stay as they are, unless a line is too long.
    """
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    if len(lines) > 1 and all(width_with_room(line) <= width_max for line in lines):
        return tuple(lines)
    return _broken("".join(lines), tuple(sorted({name for name in keep_whole if name})), width_max)


@lru_cache(maxsize=1024)
def _broken(text: str, names: tuple[str, ...], width_max: float) -> tuple[str, ...]:
    if width_with_room(text) <= width_max:
        return (text,)
    words = words_of(text, names)
    if len(words.words) > _WORDS_MAX:
        return tuple(_filled(words.words, width_max))
    least = int(-(-width_em(text) // width_max))
    best: tuple[float, tuple[str, ...]] | None = None
    for count in range(least, _LINES_MAX + 1):
        for cost, lines in _partitions(words, count, width_max):
            if best is None or cost < best[0]:
                best = cost, lines
        if best is not None and best[0] < (_FINE_COST if count == least else _STUB_COST):
            break
    return best[1] if best else tuple(_filled(words.words, width_max))


def _partitions(words: Words, count: int, width_max: float) -> Iterator[tuple[float, tuple[str, ...]]]:
    edge_widths = [0.0, *accumulate(width_em(word) for word in words.words)]
    for cuts in combinations(range(1, len(words.words)), count - 1):
        edges = (0, *cuts, len(words.words))
        widths = [edge_widths[end] - edge_widths[start] for start, end in pairwise(edges)]
        if max(widths) > width_max:
            continue
        lines = tuple("".join(words.words[start:end]) for start, end in pairwise(edges))
        if all(width_with_room(line) <= width_max for line in lines):
            yield _cost(widths) + sum(words.seams[cut - 1] for cut in cuts), lines


def _cost(widths: Sequence[float]) -> float:
    mean = sum(widths) / len(widths)
    spread = sum(abs(width - mean) for width in widths) / len(widths)
    stubs = sum(_STUB_COST for width in widths if width <= _STUB_CHARS)
    return spread + stubs + 2 * len(widths) + (0.0 if is_good_shape(widths) else _SHAPE_COST)


def is_good_shape(widths: Sequence[float]) -> bool:
    """Whether the lines make a 梯形 (ever longer, or ever shorter) or a 菱形 (longest in the middle)."""
    rises = [after > before for before, after in pairwise(widths)]
    equal = any(before == after for before, after in pairwise(widths))
    return not equal and rises == sorted(rises, reverse=True)  # rises first, then falls


def _filled(words: Sequence[str], width_max: float) -> Iterator[str]:
    line = ""
    for word in words:
        if line and width_with_room(line + word) > width_max:
            yield line
            line = ""
        line += word
    if line:
        yield line
