"""Sentences that several branches wrote alike: near-duplicates by MinHash (rensa) and banding.

No pair of branches is compared with every other. Each branch keeps a fingerprint of each of its sentences
(512 bytes, the same on every run and machine, so that it can be stored); sentences whose fingerprints
agree in one band are candidates, and only those are compared word by word.

The choices, for sentences of 15 to 60 characters:
- Shingles are pairs of neighbouring characters, because Chinese writes no spaces and in so short a text a
  changed word of two characters spoils three pairs, but four triples. Marks, spaces and the branch's own
  name do not count and all numbers are one, so that a copy with other figures is still a copy.
- Alike are sentences that share 0.65 of their pairs: in one of 25 characters two words may be exchanged.
  Sentences about one subject, written apart, share less than 0.3.
- 25 bands of 5 values find 95 of 100 such sentences at 0.65 and all at 0.8; of those that share 0.15, two
  in a thousand become candidates.
- Under 14 characters only equal sentences count, under 12 none: “加强学习，提高认识” is a formula, no copy.
"""

import json
import re
from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from rensa import RMinHash  # type: ignore[attr-defined]  # compiled, without stubs

ALIKE = 0.65
_LEAST_EQUAL, _LEAST_ALIKE = 12, 14
_VALUES, _SEED = 128, 2012
_BANDS, _ROWS = 25, 5
_WIDTH = _ROWS * array("I").itemsize
_MARKS = re.compile(r"[\W_]+")
_NUMBERS = re.compile(r"\d+(?:\.\d+)?")


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """One sentence: its words without marks and numbers, and the MinHash values of its shingles."""

    words: str
    values: bytes

    def band(self, number: int) -> bytes:
        """One of the parts of which one must be equal in sentences that are alike."""
        return self.values[number * _WIDTH : (number + 1) * _WIDTH]


def fingerprints(
    sentences: Sequence[str], names: Iterable[str] = (), known: Mapping[str, bytes] = MappingProxyType({})
) -> tuple[Fingerprint | None, ...]:
    """The fingerprint of each sentence; None for those too short to be called a copy.

    The names of the branch that wrote them are left out of account. `known` has the values of words that
    were found before.
    """
    own = [name for name in names if name]
    words = [_words(sentence, own) for sentence in sentences]
    long_enough = [one for one in words if len(one) >= _LEAST_EQUAL]
    made = {one: Fingerprint(one, known[one]) for one in long_enough if one in known}
    fresh = [one for one in long_enough if one not in made]
    digests = RMinHash.digests_from_token_sets([sorted(shingles(one)) for one in fresh], _VALUES, _SEED)
    for one, digest in zip(fresh, digests, strict=True):
        made[one] = Fingerprint(one, array("I", digest).tobytes())
    return tuple(made.get(one) for one in words)


def stored(written: Iterable[Fingerprint]) -> bytes:
    """The fingerprints as bytes, to be kept."""
    known = {one.words: one.values for one in written}
    return json.dumps(list(known)).encode() + b"\n" + b"".join(known.values())


def known_again(data: bytes) -> dict[str, bytes]:
    """The values of the words that were `stored`."""
    head, _, values = data.partition(b"\n")
    words = json.loads(head) if head else []
    width = _VALUES * array("I").itemsize
    return {one: values[place * width : (place + 1) * width] for place, one in enumerate(words)}


def groups(written: Sequence[Fingerprint]) -> list[list[int]]:
    """The places in `written` of the sentences that are alike, group by group."""
    places: dict[str, list[int]] = defaultdict(list)
    for place, one in enumerate(written):
        places[one.words].append(place)
    distinct = {words: written[found[0]] for words, found in places.items()}
    joined = _joined(list(distinct.values()))
    together: dict[str, list[int]] = defaultdict(list)
    for words, found in places.items():
        together[joined[words]] += found
    return [sorted(found) for found in together.values() if len(found) > 1]


def shingles(words: str) -> frozenset[str]:
    """The pairs of neighbouring characters."""
    return frozenset(words[index : index + 2] for index in range(len(words) - 1))


def _words(sentence: str, own: Iterable[str]) -> str:
    for name in own:
        sentence = sentence.replace(name, "")
    return _NUMBERS.sub("0", _MARKS.sub("", sentence))


def _joined(distinct: Sequence[Fingerprint]) -> dict[str, str]:
    """For each sentence the one that stands for its group."""
    leader = {one.words: one.words for one in distinct}

    def first(words: str) -> str:
        while leader[words] != words:
            leader[words] = words = leader[leader[words]]
        return words

    for one, other in _candidates([one for one in distinct if len(one.words) >= _LEAST_ALIKE]):
        a, b = first(one), first(other)
        if a != b and _are_alike(one, other):
            leader[b] = a
    return {words: first(words) for words in leader}


def _candidates(distinct: Sequence[Fingerprint]) -> Iterator[tuple[str, str]]:
    """Pairs that agree in a band: each with the first and the last before it, so that none is a flood.

    Band by band, so that no more than the keys of one band are in memory.
    """
    for band in range(_BANDS):
        seen: dict[bytes, tuple[str, str]] = {}
        for one in distinct:
            key = one.band(band)
            before = seen.get(key)
            if before is None:
                seen[key] = (one.words, one.words)
                continue
            for other in dict.fromkeys(before):
                yield other, one.words
            seen[key] = (before[0], one.words)


def _are_alike(one: str, other: str) -> bool:
    mine, theirs = shingles(one), shingles(other)
    return len(mine & theirs) >= ALIKE * len(mine | theirs)
