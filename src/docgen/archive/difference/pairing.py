"""Which item of a list is which of the list before: by its number, its name, or what it says."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from docgen.archive.difference.values import Value

_ALIKE = 0.5
_PAIRED_MAX = 60  # of items without a number; more than so many new ones on both sides are another list


@dataclass(frozen=True, slots=True)
class Pairing:
    """Places in the old and in the new list; `moved` are the pairs that stand in another order."""

    pairs: tuple[tuple[int, int], ...]
    removed: tuple[int, ...]
    added: tuple[int, ...]
    moved: frozenset[tuple[int, int]]


def paired(old: Sequence[Value], new: Sequence[Value]) -> Pairing:
    """Every item once."""
    pairs = _by_words([_number(item) for item in old], [_number(item) for item in new])
    rest = _left(old, new, pairs)
    pairs += _pick(rest, _by_words([repr(old[i]) for i in rest[0]], [repr(new[j]) for j in rest[1]]))
    rest = _left(old, new, pairs)
    pairs += _pick(rest, _by_words([_name(old[i]) for i in rest[0]], [_name(new[j]) for j in rest[1]]))
    pairs += _by_likeness(old, new, *_left(old, new, pairs))
    pairs.sort()
    removed, added = _left(old, new, pairs)
    order = _in_order([j for _, j in pairs])
    return Pairing(
        tuple(pairs), tuple(removed), tuple(added), frozenset(p for p in pairs if p[1] not in order)
    )


def _number(item: Value) -> str:
    return str(item.get("id", "")) if isinstance(item, dict) else ""


def _name(item: Value) -> str:
    """Another word that names the item; a numbered one has no other."""
    if not isinstance(item, dict) or _number(item):
        return ""
    return next((str(item[key]) for key in ("name", "姓名", "title", "标题") if key in item), "")


def _by_words(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int]]:
    """Equal words, the first with the first; "" is no word."""
    places: dict[tuple[str, int], int] = {}
    for at, word in _counted(new):
        places[word] = at
    return [(at, places[word]) for at, word in _counted(old) if word in places]


def _counted(words: Sequence[str]) -> list[tuple[int, tuple[str, int]]]:
    seen: Counter[str] = Counter()
    found = []
    for at, word in enumerate(words):
        if word:
            found.append((at, (word, seen[word])))
            seen[word] += 1
    return found


def _left(
    old: Sequence[Value], new: Sequence[Value], pairs: Sequence[tuple[int, int]]
) -> tuple[list[int], list[int]]:
    taken_old, taken_new = {i for i, _ in pairs}, {j for _, j in pairs}
    return [i for i in range(len(old)) if i not in taken_old], [
        j for j in range(len(new)) if j not in taken_new
    ]


def _pick(rest: tuple[list[int], list[int]], pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    return [(rest[0][i], rest[1][j]) for i, j in pairs]


def _by_likeness(
    old: Sequence[Value], new: Sequence[Value], left_old: list[int], left_new: list[int]
) -> list[tuple[int, int]]:
    """The most alike first; numbered items are never taken for others."""
    left_old = [i for i in left_old if not _number(old[i])][:_PAIRED_MAX]
    left_new = [j for j in left_new if not _number(new[j])][:_PAIRED_MAX]
    found = [(likeness(old[i], new[j]), -abs(i - j), i, j) for i in left_old for j in left_new]
    pairs: list[tuple[int, int]] = []
    for alike, _, i, j in sorted(found, reverse=True):
        if alike >= _ALIKE and all(i != one and j != other for one, other in pairs):
            pairs.append((i, j))
    return pairs


def likeness(old: Value, new: Value) -> float:
    """Which part of the two is the same, from 0 to 1."""
    if old == new:
        return 1.0
    if isinstance(old, dict) and isinstance(new, dict):
        keys = old.keys() | new.keys()
        return sum(likeness(old[key], new[key]) for key in keys if key in old and key in new) / len(keys)
    if isinstance(old, str) and isinstance(new, str):
        return SequenceMatcher(None, old, new, autojunk=False).ratio()
    return 0.0


def _in_order(places: Sequence[int]) -> frozenset[int]:
    """The longest run of places that rises: what stands in it has not moved."""
    best: list[int] = []  # best[k] ends the lowest rising run of k + 1 places
    before: dict[int, int | None] = {}
    for place in places:
        at = next((k for k, end in enumerate(best) if end > place), len(best))
        before[place] = best[at - 1] if at else None
        best[at : at + 1] = [place]
    found, place_now = set(), best[-1] if best else None
    while place_now is not None:
        found.add(place_now)
        place_now = before[place_now]
    return frozenset(found)
